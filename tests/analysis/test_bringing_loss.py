"""What stays behind when people are brought over is named beforehand."""

from personamap.analysis.bringing_loss import left_behind
from personamap.domain.persona import BelongingArc, TurningPoint
from personamap.domain.project import CourseGoal, Project
from personamap.edits.bringing import bring_people
from tests.conftest import IDRIS, LENE, MARA


def _turned(project):
    scene = project.scenes[0].id
    arc = BelongingArc(turning_points=(TurningPoint(scene=scene),))
    people = tuple(
        p.evolve(belonging=arc, serves=("goal-a", "goal-b")) if p.id == MARA else p
        for p in project.personas
    )
    goals = (CourseGoal(id="goal-a", text="Nobody is hurt"), CourseGoal(id="goal-b"))
    course = project.course.evolve(goals=goals)
    return project.with_items(personas=people, course=course)


def test_turning_points_and_goals_this_course_lacks_are_named(project):
    other = _turned(project)
    title = other.scenes[0].title
    turns, goals = left_behind(Project(), other, {MARA, IDRIS})
    assert turns == (
        "1 turning point stays behind, since this course lacks its scene: "
        f"{other.persona(MARA).name} (“{title}”)."
    )
    assert goals == (
        "They no longer serve 2 goals that this course lacks: “Nobody is hurt” and “Untitled goal”."
    )


def test_what_is_named_is_what_goes(project):
    other = _turned(project)
    here = other.with_items(personas=(), relationships=())
    assert left_behind(here, other, {MARA}) == ()
    assert bring_people(here, other, (MARA,), {}).persona(MARA) == other.persona(MARA)


def test_who_leaves_nothing_behind_is_not_mentioned(project):
    assert left_behind(Project(), _turned(project), {IDRIS, LENE}) == ()
