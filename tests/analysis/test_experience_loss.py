"""What is said before lived experiences are deleted."""

from personamap.analysis.experience_loss import experience_loss_lines
from personamap.domain.experience import Experience
from personamap.domain.persona import Evidence
from personamap.domain.review import Comment
from personamap.edits.experiences import add_experience, set_experience_field, set_lived_words
from personamap.edits.personas import set_archived
from tests.conftest import IDRIS, MARA

RULES = "exp-rules"


def test_those_who_lived_it_are_named_with_what_goes(project):
    project = set_lived_words(project, MARA, RULES, "I guessed.")
    project = set_experience_field(project, RULES, "evidence", (Evidence(source="A talk"),))
    project = project.with_items(comments=(Comment(id="com-1", subject=RULES),))
    assert experience_loss_lines(project, (RULES,)) == (
        "2 people would not have lived it any more: Mara and Idris.",
        "1 telling in somebody's own words goes with it.",
        "1 source goes with it, and who has read it.",
        "1 comment is about it.",
    )


def test_those_set_aside_are_named_too(project):
    project = set_archived(project, (IDRIS,), True)
    assert "Mara and Idris" in experience_loss_lines(project, (RULES,))[0]


def test_an_experience_nobody_lived_takes_nothing_with_it(project):
    project = add_experience(project, Experience(id="exp-move"))
    assert experience_loss_lines(project, ("exp-move",)) == ("Nobody has lived it.",)
