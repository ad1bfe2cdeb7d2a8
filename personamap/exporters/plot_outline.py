"""The scenes of a course in words, one after the other."""

from __future__ import annotations

from collections.abc import Iterator

from personamap.domain import labels
from personamap.domain.project import Project
from personamap.domain.scene import Scene
from personamap.exporters import wording
from personamap.exporters.options import ExportOptions
from personamap.exporters.private import visible_project
from personamap.exporters.review_parts import Plot, PlotScene
from personamap.exporters.scene_words import part_words, setting_words
from personamap.i18n import _
from personamap.stopping import each


def plot_outline(project: Project, options: ExportOptions) -> Plot | None:
    """Return all scenes as their reader may see them, if there are any."""
    visible = visible_project(project, options)
    numbered = enumerate(each(visible.scenes), start=1)
    scenes = tuple(_scene(visible, number, scene) for number, scene in numbered)
    return Plot(_("Scenes"), scenes) if scenes else None


def _scene(project: Project, number: int, scene: Scene) -> PlotScene:
    title = _("{number}. {title}").format(number=number, title=scene.title or _("Untitled scene"))
    return PlotScene(
        scene.id,
        title,
        setting_words(scene.setting),
        scene.summary,
        tuple(_people(project, scene)),
        tuple(_notes(project, scene)),
    )


def _people(project: Project, scene: Scene) -> Iterator[tuple[str, str]]:
    for appearance in scene.appearances:
        person = project.find_persona(appearance.persona)
        if person and not person.archived:
            yield person.name or _("Nameless"), part_words(appearance)


def _notes(project: Project, scene: Scene) -> Iterator[str]:
    daring = [p.name or _("Nameless") for p in project.cast if p.id in scene.risk_takers]
    if daring:
        yield _("Takes a risk: {names}.").format(names=wording.joined(daring))
    if scene.safety:
        yield wording.explained(labels.SAFETIES[scene.safety])
    if scene.safety_note:
        yield scene.safety_note
