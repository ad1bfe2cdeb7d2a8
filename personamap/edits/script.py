"""Taking over from a script who speaks in which scene, and how much.

A scene that came from the script before is brought up to date, whatever
the team has called it since; what the team wrote about it stays.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from personamap.domain.columns import folded
from personamap.domain.project import Project
from personamap.domain.scene import Appearance, Scene


class Spoken(Struct, frozen=True):
    """How many lines and words somebody has in a scene."""

    lines: int = 0
    words: int = 0


class ScriptedScene(Struct, frozen=True):
    """A scene of a script; `spoken` is by the ids of personas, in the order they begin to speak.

    The same scene of a later version of the script has the same `id`.
    """

    id: str
    title: str
    summary: str
    spoken: Mapping[str, Spoken]


def counterparts(project: Project, scripted: Sequence[ScriptedScene]) -> dict[str, str]:
    """Return by the id of a scripted scene the id of the scene of the project that it is.

    That is the one which came from the script before, else the one with
    the same title; of several alike, each is met once and in order.
    """
    here = {scene.id for scene in project.scenes}
    found = {scene.id: scene.id for scene in scripted if scene.id in here}
    by_title: dict[str, list[str]] = {}
    for scene in project.scenes:
        if scene.title and scene.id not in found:
            by_title.setdefault(folded(scene.title), []).append(scene.id)
    for wanted in scripted:
        alike = by_title.get(folded(wanted.title))
        if wanted.id not in found and alike:
            found[wanted.id] = alike.pop(0)
    return found


def take_script(project: Project, scripted: Sequence[ScriptedScene]) -> Project:
    """Return `project` with the scenes of a script added or brought up to date."""
    found = counterparts(project, scripted)
    scenes = list(project.scenes)
    place = {scene.id: at for at, scene in enumerate(scenes)}
    for scene in scripted:
        if scene.id in found:
            at = place[found[scene.id]]
            scenes[at] = updated(scenes[at], scene)
    for scene, neighbour, offset in _newcomers(scripted, found):
        at = next((at for at, old in enumerate(scenes) if old.id == neighbour), len(scenes))
        scenes.insert(at + offset, updated(Scene(id=scene.id, title=scene.title), scene))
    changed = tuple(scenes)
    return project if changed == project.scenes else project.with_items(scenes=changed)


def updated(scene: Scene, scripted: ScriptedScene) -> Scene:
    """Return a scene in which everybody says what they say in the script, and nobody else speaks.

    Who no longer says anything stays, since the team may have given them
    something else to do.
    """
    old = {appearance.persona: appearance for appearance in scene.appearances}
    silent = (a.evolve(lines=0, words=0) for a in old.values() if a.persona not in scripted.spoken)
    kept = {appearance.persona: appearance for appearance in silent}
    for persona, said in scripted.spoken.items():
        before = old.get(persona) or Appearance(persona=persona)
        kept[persona] = before.evolve(presence="speaks", lines=said.lines, words=said.words)
    order = dict.fromkeys((*old, *scripted.spoken))
    return scene.evolve(
        appearances=tuple(kept[persona] for persona in order),
        summary=scene.summary or scripted.summary,
    )


def spoken_by(speeches: Iterator[tuple[str, int]]) -> dict[str, Spoken]:
    """Count lines and words by speaker, from pairs of a persona and how many words they say."""
    lines, words = Counter[str](), Counter[str]()
    for persona, count in speeches:
        lines[persona] += 1
        words[persona] += count
    return {persona: Spoken(lines[persona], words[persona]) for persona in lines}


def _newcomers(
    scripted: Sequence[ScriptedScene], found: Mapping[str, str]
) -> Iterator[tuple[ScriptedScene, str, int]]:
    """Yield the scenes that are new, each with a neighbour and how far behind it they belong.

    That is the scene before, or at the start of a script the first one that is there already.
    """
    first = next((found[scene.id] for scene in scripted if scene.id in found), "")
    before = ""
    for scene in scripted:
        if scene.id not in found:
            yield (scene, before, 1) if before else (scene, first, 0)
        before = found.get(scene.id, scene.id)
