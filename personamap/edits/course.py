"""Edits of the course and of what the cast wants to cover."""

from __future__ import annotations

from typing import Any

from personamap.domain.project import Project


def set_course_field(project: Project, field: str, value: Any) -> Project:
    """Return `project` with one field of its course replaced."""
    course = project.course.evolve(**{field: value})
    return project if course is project.course else project.with_items(course=course)


def set_aim_field(project: Project, field: str, value: Any) -> Project:
    """Return `project` with one field of its aim replaced."""
    aim = project.aim.evolve(**{field: value})
    return project if aim is project.aim else project.with_items(aim=aim)
