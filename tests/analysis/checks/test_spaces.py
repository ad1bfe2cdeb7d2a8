"""What is noticed about the spaces scenes are set in."""

from personamap.analysis.inclusion import inclusion_questions, open_questions
from personamap.domain.audience import Aim, CheckSetting
from personamap.domain.scene import InclusionAnswer, Setting
from tests.analysis.casts import answer, cast, person
from tests.analysis.courses import ARRANGEMENT, scene
from tests.analysis.stories import found, keys


def course(*spaces, arrangement=("home-based",), **parts):
    """Ada in a scene of each of these spaces; Dan in the office."""
    scenes = [scene(n, "per-ada", setting={"space": s}) for n, s in enumerate(spaces)]
    office = scene(9, "per-dan", setting={"space": "physical"})
    ada = person("Ada", answer("arrangement", *arrangement))
    return cast(ada, person("Dan"), facets=(ARRANGEMENT,), scenes=(*scenes, office), **parts)


def test_each_kind_of_space_has_questions_and_each_question_an_id_of_its_own():
    ids = [question.id for question in inclusion_questions()]
    assert len(set(ids)) == len(ids)
    assert all(len(open_questions(Setting(space=s))) >= 4 for s in ("physical", "virtual"))
    assert {q.theme for q in open_questions(Setting(space="hybrid"))} >= {"practices", "feelings"}
    assert not open_questions(Setting())


def test_an_answer_or_a_mark_as_settled_closes_a_question_and_an_empty_one_does_not():
    given = (
        InclusionAnswer(question="way-in", settled=True),
        InclusionAnswer(question="turns", answer="A round at the start"),
        InclusionAnswer(question="at-ease", answer=" "),
    )
    still = {q.id for q in open_questions(Setting(space="physical", inclusion=given))}
    assert not still & {"way-in", "turns"}
    assert "at-ease" in still


def test_open_questions_are_told_by_kind_of_space_once_a_project_wants_it():
    assert not found(course("virtual"), "unasked-spaces")
    wanted = course("virtual", aim=Aim(checks=(CheckSetting(check="unasked-spaces"),)))
    assert keys(wanted, "unasked-spaces") == {"physical", "virtual"}


def test_four_scenes_in_one_kind_of_space_are_told_and_one_elsewhere_is_enough():
    (finding,) = found(course("physical", "physical", "physical"), "one-kind-of-space")
    assert finding.title == "Every scene happens in a room or a place"
    assert not found(course("physical", "hybrid", "physical"), "one-kind-of-space")
    assert not found(course("physical", "", "physical"), "one-kind-of-space")


def test_somebody_from_afar_who_is_only_met_on_screens_is_told():
    (finding,) = found(course("virtual", "virtual"), "only-on-screens")
    assert finding.subjects == ("per-ada",)
    assert not found(course("virtual", "hybrid"), "only-on-screens")
    both = course("virtual", "virtual", arrangement=("home-based", "on-site"))
    assert not found(both, "only-on-screens")
