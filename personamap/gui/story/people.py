"""People to choose from in a scene, and what is said about the part of one of them."""

from __future__ import annotations

from collections.abc import Container

from personamap.domain.labels import NARRATIVE_FUNCTIONS, PRESENCES
from personamap.domain.project import Project
from personamap.domain.scene import Appearance, Scene
from personamap.gui.cast.card import shown_name
from personamap.gui.fields.search_popup import PopupRow
from personamap.i18n import _, plural


def cast_rows(project: Project, without: Container[str] = ()) -> tuple[PopupRow, ...]:
    """Return the people of the cast, but for some, to search in."""
    return tuple(
        PopupRow(persona.id, shown_name(persona), persona.job.title, also=persona.called)
        for persona in project.cast
        if persona.id not in without
    )


def present_rows(project: Project, scene: Scene) -> tuple[PopupRow, ...]:
    """Return who could dare something in a scene: those who are there, and those who do already."""
    there = {a.persona for a in scene.appearances if a.presence != "mentioned"}
    there.update(scene.risk_takers)
    return tuple(row for row in cast_rows(project) if row.id in there)


def function_words(appearance: Appearance) -> str:
    """Return what somebody does, as they are offered, or nothing."""
    return ", ".join(_(NARRATIVE_FUNCTIONS[name].text) for name in appearance.functions)


def said_words(appearance: Appearance) -> str:
    """Return how somebody is there: what they say, or that they do not."""
    if appearance.presence != "speaks":
        return _(PRESENCES[appearance.presence].text)
    if not appearance.lines and not appearance.words:
        return _("Speaks")
    lines = plural("{count} line", "{count} lines", appearance.lines)
    words = plural("{count} word", "{count} words", appearance.words)
    if not appearance.words:
        return lines
    return _("{lines}, {words}").format(lines=lines, words=words) if appearance.lines else words


def part_words(appearance: Appearance) -> str:
    """Return a part in one line: what somebody does and how much they say."""
    parts = (function_words(appearance), said_words(appearance))
    return " · ".join(part for part in parts if part)
