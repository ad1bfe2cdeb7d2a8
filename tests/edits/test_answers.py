import pytest

from personamap.domain.persona import StatedValue
from personamap.edits.answers import (
    add_value,
    remove_value,
    set_own_words,
    set_qualifiers,
    set_showing,
    set_shown_how,
    set_state,
)
from personamap.errors import UnknownId
from tests.conftest import IDRIS, LENE, MARA


def answer(project, persona, facet="disability"):
    return project.persona(persona).answer(facet)


def test_a_value_states_an_answer_that_was_blank(project):
    after = add_value(project, IDRIS, "disability", "hearing")
    assert answer(after, IDRIS).counted_values == ("hearing",)
    assert add_value(after, IDRIS, "disability", "hearing") is after


def test_many_values_gather_and_one_value_replaces(project):
    after = add_value(project, MARA, "disability", "none")
    assert answer(after, MARA).counted_values == ("hearing", "none")
    after = add_value(after, MARA, "age_band", "55plus")
    assert answer(after, MARA, "age_band").counted_values == ("55plus",)


def test_the_last_value_taken_leaves_the_answer_undecided(project):
    after = remove_value(project, MARA, "disability", "hearing")
    assert answer(after, MARA).state == "undecided"
    spoken = set_own_words(project, MARA, "disability", "I lip-read.")
    assert answer(remove_value(spoken, MARA, "disability", "hearing"), MARA).state == "stated"


def test_a_blank_keeps_what_was_written(project):
    after = set_state(project, MARA, "disability", "withheld")
    assert answer(after, MARA).counted_values == ()
    assert answer(after, MARA).values == (StatedValue(value="hearing"),)


def test_own_words_state_what_nobody_had_thought_about(project):
    after = set_own_words(project, LENE, "disability", "Ask me.")
    assert answer(after, LENE).state == "stated"
    assert answer(set_own_words(after, LENE, "disability", ""), LENE).state == "undecided"
    withheld = set_state(project, LENE, "disability", "withheld")
    assert answer(set_own_words(withheld, LENE, "disability", "Ask."), LENE).state == "withheld"


def test_qualifiers_belong_to_one_value(project):
    both = add_value(project, MARA, "disability", "none")
    qualified = StatedValue(value="hearing", qualifiers=("permanent",))
    after = set_qualifiers(both, MARA, "disability", qualified)
    assert answer(after, MARA).values == (qualified, StatedValue(value="none"))


def test_ways_of_showing_are_set_and_taken(project):
    after = set_showing(project, MARA, "disability", "seen", wanted=True)
    assert answer(after, MARA).shown == ("seen",)
    assert set_showing(after, MARA, "disability", "seen", wanted=True) is after
    assert answer(set_showing(after, MARA, "disability", "seen", wanted=False), MARA).shown == ()
    assert answer(set_shown_how(after, MARA, "disability", "An aid"), MARA).shown_how == "An aid"


def test_a_facet_that_is_gone_is_named(project):
    with pytest.raises(UnknownId, match="gone"):
        add_value(project, MARA, "gone", "hearing")
