"""The days a project tells of, and which of them no calendar has.

What is written like a day may be none, such as the 35th of a month. Files of
other programs may have such days and are read all the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from personamap.domain.project import Project


def is_day(iso: str) -> bool:
    """Tell whether a date is one of the calendar."""
    try:
        date.fromisoformat(iso)
    except ValueError:
        return False
    return True


def strange_days(project: Project) -> tuple[str, ...]:
    """Return the dates of a project that no calendar has, each once."""
    return tuple(dict.fromkeys(day for day in _days(project) if day and not is_day(day)))


def _days(project: Project) -> Iterator[str]:
    for persona in project.personas:
        yield from (evidence.date for evidence in persona.evidence)
    for experience in project.experiences:
        yield from (evidence.date for evidence in experience.evidence)
    yield from (audience.date for audience in project.audiences)
    yield from (decision.date for decision in project.decisions)
    yield from (comment.date for comment in project.comments)
    yield from (reflection.date for reflection in project.reflections)
    yield from (sign_off.date for sign_off in project.sign_offs)
    yield from (hand_off.date for hand_off in project.hand_offs)
