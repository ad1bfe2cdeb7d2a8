import pytest

from personamap.domain.review import Comment, Decision, SignOff
from personamap.exporters.states import states_of
from tests.exporters.cast import JUN, KOFI, SALMA, kofi, project


def state(of, subject=""):
    (found,) = states_of(of, [subject])
    return found


def with_kofi(**changes):
    others = project().personas[1:]
    return project().with_items(personas=(kofi().evolve(**changes), *others))


def test_a_state_is_the_same_until_something_changes():
    assert state(project()) == state(project())
    assert state(project(), KOFI) == state(project(), KOFI) != state(project(), JUN)


@pytest.mark.parametrize(
    "said",
    [
        {"comments": (Comment(id="cmt-1", text="Good."),)},
        {"sign_offs": (SignOff(id="sgn-1", name="Ada"),)},
        {"decisions": (Decision(id="dec-1", finding="x"),)},
        {"personas": tuple(reversed(project().personas))},
        {"notes": "Only for us."},
    ],
    ids=["comments", "sign-offs", "decisions", "order of the wall", "notes"],
)
def test_what_is_said_about_the_cast_is_no_change_of_it(said):
    assert state(project().with_items(**said)) == state(project())


def test_approving_somebody_is_no_change_of_them():
    assert state(with_kofi(status="draft"), KOFI) == state(project(), KOFI)


def test_a_change_shows_in_the_whole_and_in_whom_it_is_about():
    changed = with_kofi(brief="Somebody else.")
    assert state(changed) != state(project())
    assert state(changed, KOFI) != state(project(), KOFI)
    assert state(changed, JUN) == state(project(), JUN)


def test_a_tie_is_part_of_both_its_people():
    untied = project().with_items(relationships=project().relationships[:1])
    assert state(untied, KOFI) != state(project(), KOFI)
    assert state(untied, SALMA) != state(project(), SALMA)
    assert state(untied, JUN) == state(project(), JUN)


def test_a_private_answer_cannot_be_found_out_from_a_state():
    answers = tuple(
        answer.evolve(values=(), own_words="Another secret.") if answer.facet == "love" else answer
        for answer in kofi().answers
    )
    assert state(with_kofi(answers=answers)) == state(project())


def test_nobody_has_no_state():
    assert state(project(), "per-gone") == ""
