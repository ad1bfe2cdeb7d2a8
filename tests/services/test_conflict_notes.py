"""Comments that keep what a merge did not take."""

from personamap.domain.project import Project
from personamap.edits.course import set_course
from personamap.edits.merging.merge import merge
from personamap.edits.personas import set_persona_field
from personamap.services.conflict_notes import with_notes
from tests.conftest import IDRIS, MARA


def noted(base, mine, theirs):
    merged = merge(base, mine, theirs)
    return with_notes(merged.project, (mine, theirs), merged.conflicts, "ben.personamap")


def edited(project, words):
    project = set_persona_field(project, MARA, "brief", words)
    project = set_persona_field(project, MARA, "flaw", words)
    return set_course(project, summary=words)


def test_each_person_gets_one_comment_and_the_course_one_about_the_whole(project):
    made = noted(project, edited(project, "Mine"), edited(project, "Theirs"))
    by_subject = {comment.subject: comment for comment in made.comments}
    assert by_subject.keys() == {MARA, ""}
    assert by_subject[MARA].text.splitlines() == [
        "Brief in “ben.personamap”: Theirs",
        "Flaw in “ben.personamap”: Theirs",
    ]
    assert by_subject[""].text == "The course: Summary in “ben.personamap”: Theirs"
    assert {comment.author for comment in made.comments} == {"Merge with ben.personamap"}


def test_that_theirs_has_nothing_is_said_too(project):
    mine, theirs = (set_persona_field(project, IDRIS, "brief", words) for words in ("New", ""))
    base = set_persona_field(project, IDRIS, "brief", "Old")
    assert noted(base, mine, theirs).comments[0].text == "Brief: nothing in “ben.personamap”."


def test_texts_that_fill_a_comment_are_kept_whole(project):
    mine, theirs = edited(project, "Mine"), edited(project, "t" * 100_000)
    made = noted(project, mine, theirs)
    kept = "".join(comment.text for comment in made.comments if comment.subject == MARA)
    assert kept.count("t" * 1000) >= 198
    assert Project.model_validate(made.model_dump()) == made


def test_without_conflicts_nothing_is_added(project):
    assert noted(project, project, edited(project, "Theirs")).comments == ()
