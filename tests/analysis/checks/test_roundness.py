"""Whether people have a life beside their identity, want something, and rest on something."""

from personamap.analysis.fixes import fixes_for
from personamap.domain.experience import Experience
from personamap.domain.facet import ValueRef
from personamap.domain.persona import Evidence
from personamap.domain.project import Course, CourseGoal
from tests.analysis.casts import AGE, answer, cast, person
from tests.analysis.stories import found, keys, scene

SEEING = ValueRef(facet="disability", value="seeing")
CASE = Experience(id="exp-case", title="Nobody described the chart", touches=(SEEING,))
RULES = Experience(id="exp-rules", title="Nobody told me the rules")
LOW_VISION = answer("disability", "low-vision")


def test_a_life_that_is_only_an_identity_is_noticed():
    project = cast(person("Jo", LOW_VISION, lived=("exp-case",)), experiences=(CASE,))
    (finding,) = found(project, "single-story")
    assert finding.text == (
        "All of Jo's story is who they are. Everything Jo has lived touches Seeing, and they have "
        "no goal, motivation or strength yet. What else is in their life?"
    )


def test_one_wish_one_strength_or_one_other_experience_is_another_story():
    for more in ({"goals": ("Lead",)}, {"strengths": ("Patience",)}, {"motivations": ("Pay",)}):
        jo = person("Jo", LOW_VISION, lived=("exp-case",), **more)
        assert not found(cast(jo, experiences=(CASE,)), "single-story")
    both = person("Jo", LOW_VISION, lived=("exp-case", "exp-rules"))
    assert not found(cast(both, experiences=(CASE, RULES)), "single-story")


def test_touching_somebody_elses_identity_is_not_ones_own():
    jo = person("Jo", answer("disability", "hearing"), lived=("exp-case",))
    assert not found(cast(jo, experiences=(CASE,)), "single-story")


def test_an_experience_of_others_opens_a_single_story():
    jo = person("Jo", LOW_VISION, lived=("exp-case",))
    mara = person("Mara", lived=("exp-rules",))
    project = cast(jo, mara, experiences=(CASE, RULES))
    (finding,) = found(project, "single-story")
    (fix,) = fixes_for(project, finding)
    assert fix.text == "Let Jo have lived “Nobody told me the rules” too"


def profile(name, *values, **fields):
    answers = (answer(facet.id, value) for facet, value in zip(FACETS, values, strict=False))
    return person(name, *answers, **fields)


FACETS = tuple(AGE.evolve(id=f"age{n}") for n in range(4))


def test_people_who_are_the_same_on_paper_are_told_together():
    same = ("16-34", "35-54", "55plus", "16-34")
    people = [profile(name, *same) for name in ("Ada", "Ben", "Cy")]
    other = profile("Di", "16-34", "35-54", "55plus", "55plus")
    (finding,) = found(cast(*people, other, facets=FACETS), "same-profile")
    assert finding.title == "Ada, Ben and Cy answer every facet alike"
    assert finding.subjects == ("per-ada", "per-ben", "per-cy")


def test_two_people_with_few_answers_are_not_called_the_same():
    people = [profile(name, "16-34", "35-54", "55plus") for name in ("Ada", "Ben")]
    assert not found(cast(*people, facets=FACETS), "same-profile")


def in_a_scene(*people, **parts):
    there = {p.id.removeprefix("per-"): "" for p in people}
    return cast(*people, scenes=(scene(1, **there),), **parts)


def test_somebody_in_a_scene_who_wants_nothing_is_noticed():
    ada = person("Ada", strengths=("Patience",))
    ben = person("Ben", goals=("Get home before six",))
    (finding,) = found(in_a_scene(ada, ben), "no-goals")
    assert finding.title == "Ada wants nothing of their own yet"


def test_serving_a_goal_of_the_course_is_a_goal_and_can_be_proposed():
    course = Course(goals=(CourseGoal(id="goal-one", text="Ask before it breaks"),))
    ada = person("Ada", strengths=("Patience",))
    ben = person("Ben", goals=("Get home before six",))
    project = in_a_scene(ada, ben, course=course)
    (finding,) = found(project, "no-goals")
    (fix,) = fixes_for(project, finding)
    assert fix.text == "Let Ada serve the goal of the course “Ask before it breaks”"
    assert fix.edit(project).persona("per-ada").serves == ("goal-one",)


def test_a_cast_in_which_nobody_wants_anything_is_told_once():
    assert keys(in_a_scene(person("Ada"), person("Ben")), "no-goals") == {"cast"}


def test_people_without_a_life_are_told_by_another_check():
    ben = person("Ben", goals=("Get home before six",))
    assert not found(in_a_scene(person("Ada", answer("age_band", "16-34")), ben), "no-goals")


def test_experiences_that_rest_on_nothing_are_told_once():
    lived = person("Ada", lived=("exp-case", "exp-rules"))
    (finding,) = found(cast(lived, experiences=(CASE, RULES)), "unbacked-experiences")
    assert finding.text == (
        "2 lived experiences rest on nothing yet. “Nobody described the chart” and “Nobody told me "
        "the rules”: where does this come from? Somebody who has lived it could say."
    )


def test_an_experience_of_identity_wants_a_reader_who_knows_and_any_other_does_not():
    source = (Evidence(source="Interview, 2024"),)
    founded = (CASE.evolve(evidence=source), RULES.evolve(evidence=source))
    lived = person("Ada", lived=("exp-case", "exp-rules"))
    (finding,) = found(cast(lived, experiences=founded), "unbacked-experiences")
    assert finding.key == "unbacked-experiences:review"
    assert finding.counted == "1 of 1 experience"
    read = (CASE.evolve(evidence=(Evidence(reviewer="Disability network"),)), founded[1])
    assert not found(cast(lived, experiences=read), "unbacked-experiences")


def test_what_nobody_in_the_cast_has_lived_is_not_asked_about():
    assert not found(cast(person("Ada"), experiences=(CASE,)), "unbacked-experiences")
