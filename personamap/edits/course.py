"""Edits of the course and of what the cast wants to cover."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from personamap.domain.base import new_id
from personamap.domain.project import CourseGoal, Project


def set_aim_field(project: Project, field: str, value: Any) -> Project:
    """Return `project` with one field of its aim replaced."""
    aim = project.aim.evolve(**{field: value})
    return project if aim is project.aim else project.with_items(aim=aim)


def set_course(
    project: Project,
    /,
    goals: tuple[str, ...] | None = None,
    words: Iterable[str] | None = None,
    **fields: str,
) -> Project:
    """Return `project` with fields of its course replaced, and its goals and words if given.

    A goal whose line stays keeps its id, so that the personas and scenes
    that serve it still do; a line that was rewritten in place does too.
    """
    course = project.course.evolve(**fields)
    if goals is not None:
        course = course.evolve(goals=_goals(course.goals, goals))
    if words is not None:
        course = course.evolve(words=_in_order(words))
    return project if course is project.course else project.with_items(course=course)


def add_word(project: Project, word: str) -> Project:
    """Return `project` with one word more that its course spells in its own way."""
    return set_course(project, words=(*project.course.words, word))


def _in_order(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({word.strip() for word in words} - {""}, key=lambda w: (w.casefold(), w)))


def _goals(before: tuple[CourseGoal, ...], lines: tuple[str, ...]) -> tuple[CourseGoal, ...]:
    texts = [line.strip() for line in lines if line.strip()]
    left = {goal.id: goal for goal in before}
    found: list[CourseGoal | None] = []
    for text in texts:
        same = next((goal for goal in left.values() if goal.text == text), None)
        found.append(left.pop(same.id) if same else None)
    rewritten = len(texts) == len(before)
    return tuple(
        goal or _goal(text, left.get(before[at].id) if rewritten else None)
        for at, (text, goal) in enumerate(zip(texts, found, strict=True))
    )


def _goal(text: str, former: CourseGoal | None) -> CourseGoal:
    return former.evolve(text=text) if former else CourseGoal(id=new_id("goal"), text=text)
