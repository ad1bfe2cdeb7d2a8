"""Where scenes are set."""

from hypothesis import given
from hypothesis import strategies as st

from personamap.domain.project import Project
from personamap.domain.scene import InclusionAnswer, Scene, Setting
from personamap.edits.spaces import answer_inclusion, set_setting_field

SCENE = "scn-call"
STORY = Project(scenes=(Scene(id=SCENE),))
QUESTIONS = ("turns", "captions", "at-ease")


def inclusion(project):
    return project.scenes[0].setting.inclusion


def test_a_scene_gets_a_kind_of_space_and_keeps_what_was_answered_about_another():
    answered = answer_inclusion(STORY, SCENE, "captions", answer="Live captions")
    edited = set_setting_field(answered, SCENE, "space", "physical")
    assert edited.scenes[0].setting.space == "physical"
    assert inclusion(edited) == inclusion(answered)


def test_settling_a_question_keeps_its_words():
    answered = answer_inclusion(STORY, SCENE, "turns", answer="A round")
    settled = answer_inclusion(answered, SCENE, "turns", settled=True)
    assert inclusion(settled) == (
        InclusionAnswer(question="turns", answer="A round", settled=True),
    )


def test_an_answer_that_says_nothing_any_more_is_gone():
    answered = answer_inclusion(STORY, SCENE, "turns", answer="A round")
    assert answer_inclusion(answered, SCENE, "turns", answer="").scenes[0].setting == Setting()
    assert answer_inclusion(STORY, SCENE, "turns", answer="") is STORY


@given(
    st.lists(
        st.tuples(st.sampled_from(QUESTIONS), st.sampled_from(["", "yes", "no"]), st.booleans())
    )
)
def test_a_question_has_one_answer_which_is_the_last_one(given_answers):
    project, last = STORY, {}
    for question, answer, settled in given_answers:
        project = answer_inclusion(project, SCENE, question, answer=answer, settled=settled)
        last[question] = (answer, settled)
    kept = {a.question: (a.answer, a.settled) for a in inclusion(project)}
    assert len(kept) == len(inclusion(project))
    assert kept == {q: told for q, told in last.items() if any(told)}
