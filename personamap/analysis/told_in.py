"""Which findings are about the story, and which of those about one scene of it."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from personamap.analysis.check import Check, Finding
from personamap.domain.scene import Scene


class Told(Struct, frozen=True):
    """The findings about the story: on one scene, on people who are in it, and all others."""

    scene: tuple[Finding, ...]
    people: tuple[Finding, ...]
    others: tuple[Finding, ...]


def story_checks(checks: Iterable[Check]) -> frozenset[str]:
    """Return the ids of the checks that ask what happens in scenes, to whom and where."""
    return frozenset(c.id for c in checks if "scenes" in c.reads and c.area != "file")


def told_in(findings: Iterable[Finding], checks: frozenset[str], scene: Scene | None) -> Told:
    """Sort the findings of these checks by what they have to do with a scene, in their order."""
    here = {appearance.persona for appearance in scene.appearances} if scene else set()
    on_scene: list[Finding] = []
    on_people: list[Finding] = []
    others: list[Finding] = []
    for finding in findings:
        if finding.check not in checks:
            continue
        if scene is not None and _rests_on(finding, scene):
            on_scene.append(finding)
        elif here.intersection(finding.subjects):
            on_people.append(finding)
        else:
            others.append(finding)
    return Told(tuple(on_scene), tuple(on_people), tuple(others))


def _rests_on(finding: Finding, scene: Scene) -> bool:
    """Tell whether a finding names a scene, or has it among its evidence."""
    scenes = finding.evidence.get("scenes")
    return scene.id in finding.subjects or (isinstance(scenes, tuple) and scene.id in scenes)
