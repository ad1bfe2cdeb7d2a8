"""Bringing a script into a project: reading, proposing who speaks, updating the scenes."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from personamap.domain.base import new_id
from personamap.domain.columns import folded
from personamap.domain.persona import Persona
from personamap.domain.project import Project
from personamap.edits.cast import Newcomers, add_newcomers
from personamap.edits.script import (
    ScriptedScene,
    Spoken,
    counterparts,
    spoken_by,
    take_script,
    updated,
)
from personamap.errors import MappingRefused
from personamap.i18n import _
from personamap.importers.script.labels import as_name
from personamap.importers.script.mapping import LEAVE_OUT, NEW, LabelMapping, LabelUse
from personamap.importers.script.matching import propose_labels
from personamap.importers.script.reading import read_script
from personamap.importers.script.script import Script, ScriptScene
from personamap.services.imports import read_mapping

_LONGEST_TITLE = 1_000
_LONGEST_SUMMARY = 100_000


class ScriptProposal(Struct, frozen=True):
    """A script that was read, and who seems to speak under its labels."""

    script: Script
    mapping: LabelMapping

    @property
    def counts(self) -> Mapping[str, Spoken]:
        """How many lines and words stand under each label, as it is first written."""
        written: dict[str, str] = {}
        pairs = (
            (written.setdefault(folded(speech.label), speech.label), speech.words)
            for speech in self.script.speeches
        )
        return spoken_by(pairs)


class ScriptImport(Struct, frozen=True):
    """What a script brings: people who are new, and its scenes with who says how much."""

    newcomers: tuple[Persona, ...]
    scenes: tuple[ScriptedScene, ...]
    mapping: LabelMapping


class SceneNews(Struct, frozen=True):
    """A scene of a script, and the scene of the project that it is, if there is one.

    `is_changed` says whether that one would be another afterwards.
    """

    scene: ScriptedScene
    counterpart: str
    is_changed: bool


def propose_script(
    project: Project, path: Path, wanted: Callable[[], bool] = lambda: True
) -> ScriptProposal:
    """Read a script and propose who speaks, or raise a `PersonamapError`.

    `wanted` is asked now and then whether somebody still waits.
    """
    script = read_script(path, wanted)
    return ScriptProposal(script, propose_labels(script, project.cast))


def prepare_script(script: Script, mapping: LabelMapping) -> ScriptImport:
    """Return what a script brings when its labels are used as `mapping` says."""
    newcomers: dict[str, Persona] = {}
    speakers: dict[str, tuple[str, ...]] = {}
    for use in mapping.labels:
        speakers[folded(use.label)] = tuple(_speakers(use, newcomers))
    scenes = tuple(_scripted(script, speakers))
    return ScriptImport(tuple(newcomers.values()), scenes, mapping)


def bring_script(project: Project, brought: ScriptImport) -> Project:
    """Return `project` with what a script brings; the same script again changes nothing."""
    here = {persona.id for persona in project.personas}
    wanted = tuple(persona for persona in brought.newcomers if persona.id not in here)
    project = add_newcomers(project, Newcomers(wanted)) if wanted else project
    here |= {persona.id for persona in wanted}
    return take_script(project, tuple(_only_of(scene, here) for scene in brought.scenes))


def news_of(project: Project, brought: ScriptImport) -> tuple[SceneNews, ...]:
    """Say of every scene of a script what it would be in a project."""
    found = counterparts(project, brought.scenes)
    news = []
    for scene in brought.scenes:
        here = project.find_scene(found.get(scene.id, ""))
        changed = here is None or updated(here, scene) != here
        news.append(SceneNews(scene, here.id if here else "", changed))
    return tuple(news)


def scenes_no_longer_there(project: Project, brought: ScriptImport) -> tuple[str, ...]:
    """Return the titles of scenes that an earlier version of this script brought."""
    stems = {_stem(scene.id) for scene in brought.scenes}
    met = set(counterparts(project, brought.scenes).values())
    return tuple(
        scene.title for scene in project.scenes if scene.id not in met and _stem(scene.id) in stems
    )


def load_labels(path: Path, project: Project) -> LabelMapping:
    """Read who speaks under which label: as it was printed, or as plain `{"label": "name"}`."""
    written = read_mapping(path, LabelMapping, lambda raw: {"labels": _uses(raw)})
    names = {persona.name: persona.id for persona in reversed(project.cast) if persona.name}
    known = {folded(name): persona_id for name, persona_id in names.items()}
    known |= {persona.id: persona.id for persona in project.personas}
    known |= {NEW: NEW, LEAVE_OUT: LEAVE_OUT}
    uses = []
    for use in written.labels:
        unknown = [who for who in use.speakers if folded(who) not in known]
        if unknown:
            raise MappingRefused(
                _("there is nobody called “{name}” for the label “{label}”.").format(
                    name=unknown[0], label=use.label
                )
            )
        uses.append(use.evolve(speakers=tuple(known[folded(who)] for who in use.speakers)))
    return LabelMapping(labels=tuple(uses))


def _uses(raw: Any) -> Any:
    """Return the uses in a report of an import, or in plain pairs."""
    match raw:
        case {"labels": list(uses)}:
            return [
                {key: use.get(key, ()) for key in ("label", "speakers")}
                if isinstance(use, dict)
                else use
                for use in uses
            ]
        case dict():
            return [
                {"label": label, "speakers": [who] if isinstance(who, str) else who}
                for label, who in raw.items()
            ]
        case _:
            return raw


def _speakers(use: LabelUse, newcomers: dict[str, Persona]) -> Iterator[str]:
    for who in use.speakers:
        if who == NEW:
            name = folded(use.label)
            new = Persona(id=new_id("per"), name=as_name(use.label)[:_LONGEST_TITLE])
            yield newcomers.setdefault(name, new).id
        elif who != LEAVE_OUT:
            yield who


def _scripted(script: Script, speakers: Mapping[str, tuple[str, ...]]) -> Iterator[ScriptedScene]:
    whole = script.title or Path(script.name).stem
    times = Counter[str]()
    for scene in script.scenes:
        title = (scene.heading or whole)[:_LONGEST_TITLE]
        times[folded(title)] += 1
        yield ScriptedScene(
            id=f"scn-{_digest(whole)}-{_digest(title, str(times[folded(title)]))}",
            title=title,
            summary=scene.synopsis[:_LONGEST_SUMMARY],
            spoken=spoken_by(_said(scene, speakers)),
        )


def _said(scene: ScriptScene, speakers: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, int]]:
    for speech in scene.speeches:
        for persona in speakers.get(folded(speech.label), ()):
            yield persona, speech.words


def _only_of(scene: ScriptedScene, people: set[str]) -> ScriptedScene:
    # Somebody may have been removed while the labels were looked at.
    spoken = {persona: said for persona, said in scene.spoken.items() if persona in people}
    return ScriptedScene(scene.id, scene.title, scene.summary, spoken)


def _digest(*parts: str) -> str:
    told = "\n".join(map(folded, parts))
    return hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()[:8]


def _stem(scene_id: str) -> str:
    return scene_id.rpartition("-")[0] if scene_id.count("-") > 1 else ""
