"""Making one lived experience of two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from personamap.domain.experience import Experience
from personamap.domain.facet import ValueRef
from personamap.domain.persona import Evidence
from personamap.domain.project import Pin
from personamap.domain.review import Comment
from personamap.edits.experience_joining import join_experiences, joined
from personamap.edits.experiences import add_experience, set_lived_words
from personamap.errors import UnknownId
from tests.conftest import IDRIS, LENE, MARA

RULES, SAME = "exp-rules", "exp-same"
HEARING = ValueRef(facet="disability", value="hearing")


@pytest.fixture
def twice(project):
    """Somebody wrote down once more that nobody told them the rules."""
    same = Experience(
        id=SAME,
        title="The unwritten rules",
        situation="The first week on the quay.",
        turn_text="Everybody thinks the other one told you.",
        themes=("being new",),
        touches=(HEARING,),
        evidence=(Evidence(source="A talk on the quay", reviewer="Ada"),),
    )
    project = add_experience(project, same, (MARA, LENE))
    project = set_lived_words(project, MARA, RULES, "I guessed.")
    return set_lived_words(project, MARA, SAME, "I asked too late.")


def lived(project, persona_id):
    return {e.experience: e.own_words for e in project.persona(persona_id).experiences}


def test_whoever_lived_either_has_lived_the_one_that_stays(twice):
    one = join_experiences(twice, (SAME,), RULES)
    assert [e.id for e in one.experiences] == [RULES]
    assert lived(one, LENE) == {RULES: ""}
    assert lived(one, MARA) == {RULES: "I guessed.\n\nI asked too late."}
    assert one.persona(IDRIS) is twice.persona(IDRIS)


def test_what_both_say_is_kept(twice):
    one = join_experiences(twice, (SAME,), RULES).find_experience(RULES)
    assert one.title == "Nobody told me the rules"
    assert one.situation == "The unwritten rules\n\nThe first week on the quay."
    assert one.turn_text == "Everybody thinks the other one told you."
    assert (one.themes, one.touches) == (("being new",), (HEARING,))
    assert one.evidence[0].reviewer == "Ada"


def test_what_both_say_alike_is_said_once(project):
    rules = project.find_experience(RULES).evolve(situation="On the quay.")
    assert joined(rules, rules.evolve(id=SAME)) == rules


def test_comments_and_the_place_on_the_map_come_along(twice):
    about = (Comment(id="com-1", subject=SAME), Comment(id="com-2", subject=f"{MARA}/{SAME}"))
    finding = Comment(id="com-3", subject=f"unshared-experiences:{SAME}")
    twice = twice.with_items(comments=(*about, finding), pins=(Pin(node=SAME, x=1, y=2),))
    one = join_experiences(twice, (SAME,), RULES)
    assert [c.subject for c in one.comments] == [RULES, f"{MARA}/{RULES}", finding.subject]
    assert one.pins == (Pin(node=RULES, x=1, y=2),)


def test_what_stays_keeps_its_own_place_on_the_map(twice):
    pins = (Pin(node=RULES, x=0, y=0), Pin(node=SAME, x=1, y=2))
    assert join_experiences(twice.with_items(pins=pins), (SAME,), RULES).pins == pins[:1]


def test_an_experience_joined_with_itself_is_left_alone(project):
    assert join_experiences(project, (RULES,), RULES) is project


def test_what_is_not_there_cannot_be_joined(project):
    with pytest.raises(UnknownId):
        join_experiences(project, ("exp-gone",), RULES)


words = st.sampled_from(["", "One.", "Two.", "Three."])
told = st.builds(
    Experience,
    id=st.sampled_from([RULES, SAME]),
    title=words,
    situation=words,
    turn_text=words,
    response=words,
    help=words,
    themes=st.lists(words.filter(bool), unique=True).map(tuple),
)


@given(told, told)
def test_no_word_is_lost(first, second):
    one = joined(first, second)
    for name in ("situation", "turn_text", "response", "help"):
        assert getattr(first, name) in getattr(one, name)
        assert getattr(second, name) in getattr(one, name)
    assert second.title in f"{one.title} {one.situation}"
    assert {*first.themes, *second.themes} == {*one.themes}
