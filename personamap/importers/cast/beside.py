"""What stands in several columns beside each other, item by item, put together again.

A list that is longer than the ones beside it keeps its items; what names
nothing this project has comes back as a stray, for the notes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import zip_longest
from typing import Any

from msgspec import Struct

from personamap.domain.cells import read_place, scene_names
from personamap.domain.columns import folded
from personamap.domain.project import Project
from personamap.i18n import _
from personamap.importers.cast.fields import Fields
from personamap.importers.cast.headings import BARRIERS, FIELD_LABELS
from personamap.importers.cast.lives import Lives

_TURNS = "belonging.turning_points"


class Stray(Struct, frozen=True):
    """Text that found no place in its column, and why."""

    heading: str
    text: str
    why: str


class Around(Struct, frozen=True):
    """What the people of a project point at: its scenes and its goals, by what they are called."""

    scenes: Mapping[str, str]
    goals: Mapping[str, str]

    @classmethod
    def of(cls, project: Project) -> Around:
        """Return what there is to point at in a project."""
        named = {folded(name): scene for scene, name in scene_names(project.scenes).items()}
        goals = {folded(goal.text): goal.id for goal in reversed(project.course.goals)}
        return cls(
            scenes=named | {scene.id: scene.id for scene in project.scenes},
            goals=goals | {goal.id: goal.id for goal in project.course.goals},
        )


def taken_together(
    fields: Fields, lives: Lives, around: Around, strays: list[Stray]
) -> dict[str, Any]:
    """Take the lists out of `fields` and return the parts of a persona they make."""
    return {
        "experiences": _experiences(fields, lives),
        "evidence": [
            {"source": source, "reviewer": reviewer, "date": date}
            for source, reviewer, date in _rows(
                fields, "evidence", "evidence.reviewer", "evidence.date"
            )
        ],
        "serves": list(_served(fields, around, strays)),
        "poses": [
            {"label": label, "note": note}
            for label, note in _rows(fields, "look.poses", "look.poses.note")
        ],
        "turning_points": list(_turning_points(fields, around, strays)),
    }


def _rows(fields: Fields, *names: str) -> Iterator[tuple[str, ...]]:
    lists = [fields.take(name) or () for name in names]
    return zip_longest(*lists, fillvalue="")


def _experiences(fields: Fields, lives: Lives) -> list[dict[str, str]]:
    """Return what somebody has lived, each once, with all they say of it."""
    told: dict[str, list[str]] = {}
    for text, own_words in _rows(fields, "experiences", "experiences.own_words"):
        told.setdefault(lives.lived(text), []).append(own_words)
    for text in fields.take(BARRIERS) or ():
        told.setdefault(lives.lived(text), [])
    return [
        {"experience": lived, "own_words": "\n\n".join(filter(None, words))}
        for lived, words in told.items()
    ]


def _served(fields: Fields, around: Around, strays: list[Stray]) -> Iterator[str]:
    for text in fields.take("serves") or ():
        goal = around.goals.get(folded(text))
        if goal:
            yield goal
        else:
            why = _("is no goal of this course")
            strays.append(Stray(_(FIELD_LABELS["serves"]), text, why))


def _turning_points(
    fields: Fields, around: Around, strays: list[Stray]
) -> Iterator[dict[str, Any]]:
    for name, note, place in _rows(fields, _TURNS, f"{_TURNS}.note", f"{_TURNS}.place"):
        scene = around.scenes.get(folded(name))
        read = read_place(place)
        if scene and (read or not place):
            yield {"scene": scene, "note": note, "place": read}
            continue
        why = _("is no place in the belonging square") if scene else _("is no scene of this course")
        text = " · ".join(filter(None, (name, note, place)))
        strays.append(Stray(_(FIELD_LABELS[_TURNS]), text, why))
