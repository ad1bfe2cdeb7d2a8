"""Who dares something in the scenes, and who is there when somebody does."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from personamap.analysis.bits import mask_of
from personamap.domain.scene import Scene


class Risk(Struct, frozen=True):
    """One scene in which somebody of the cast takes a risk; people are bits by place."""

    scene: Scene
    takers: int
    present: int


def find_risks(scenes: Iterable[Scene], places: Mapping[str, int]) -> tuple[Risk, ...]:
    """Return the scenes in which somebody of the cast takes a risk, in order."""
    risks = (_risk(scene, places) for scene in scenes)
    return tuple(risk for risk in risks if risk.takers)


def takers_of(risks: Iterable[Risk]) -> int:
    """Return who ever takes a risk."""
    takers = 0
    for risk in risks:
        takers |= risk.takers
    return takers


def present_in(risks: Iterable[Risk]) -> int:
    """Return who is ever there when somebody takes a risk, those who take it included."""
    present = 0
    for risk in risks:
        present |= risk.present
    return present


def times(risks: Iterable[Risk], people: int) -> int:
    """Return how often these people take a risk, once a scene each."""
    return sum((risk.takers & people).bit_count() for risk in risks)


def chances(risks: Iterable[Risk], people: int) -> int:
    """Return how often these people are there when somebody takes a risk, once a scene each."""
    return sum((risk.present & people).bit_count() for risk in risks)


def _risk(scene: Scene, places: Mapping[str, int]) -> Risk:
    takers = mask_of(scene.risk_takers, places)
    present = mask_of((a.persona for a in scene.appearances if a.presence != "mentioned"), places)
    return Risk(scene, takers, present | takers)
