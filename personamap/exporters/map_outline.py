"""The persona map in words and in numbers, for a document."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from personamap.analysis.map.parts import LENSES, LinkKind, MapPicture
from personamap.analysis.map.picture import map_picture
from personamap.analysis.map.words import spoken, summary
from personamap.analysis.wording import set_apart
from personamap.domain.project import Project
from personamap.exporters.earlier_issues import EarlierIssues
from personamap.exporters.figures import Figures
from personamap.exporters.options import ExportOptions
from personamap.exporters.outline import MapSheet, Outline
from personamap.exporters.private import visible_project
from personamap.exporters.report import chosen_personas, empty_outline
from personamap.i18n import N_, _
from personamap.stopping import each

_LEGEND: dict[LinkKind, str] = {
    "relationship": N_("relationship"),
    "lived": N_("has lived this"),
    "scene": N_("share a scene"),
    "has": N_("has this value"),
}


_MOST_VALUES = 12


def map_outline(project: Project, options: ExportOptions) -> Outline:
    """Return the map of the chosen personas under the lens of the options."""
    outline = empty_outline(
        visible_project(project, options),
        options,
        _("Persona map"),
        is_draft=EarlierIssues(project, options).is_draft,
    )
    title = _("Persona map: {course}").format(course=outline.title)
    return replace(outline, title=title, map=map_sheet(project, options))


def map_sheet(project: Project, options: ExportOptions) -> MapSheet:
    """Return the map alone, as a part of any document."""
    visible = visible_project(project, options)
    chosen = {persona.id for persona in chosen_personas(visible, options)}
    kept = tuple(
        persona if persona.id in chosen else persona.evolve(archived=True)
        for persona in visible.personas
    )
    shown = visible.with_items(personas=kept)
    picture = map_picture(shown, options.lens, _facets(shown, options))
    pictured = Figures(shown)
    figures = {persona.id: pictured.of(persona) for persona in shown.cast}
    kinds = dict.fromkeys(link.kind for link in picture.links)
    return MapSheet(
        title=_(dict(LENSES)[options.lens]),
        summary=summary(picture),
        picture=picture,
        figures=figures,
        legend=tuple((kind, _(_LEGEND[kind])) for kind in _LEGEND if kind in kinds),
        words_title=_("The map in words"),
        words=tuple(
            spoken(shown, replace(spot, label=set_apart(spot.label), note=set_apart(spot.note)))
            for spot in each(picture.spots)
            if spot.kind != "heading"
        ),
        ties_title=_("Who is tied to whom"),
        ties=tuple(_ties(picture)),
        credits=" · ".join(dict.fromkeys(f.credit for f in figures.values() if f.credit)),
    )


def _facets(project: Project, options: ExportOptions) -> tuple[str, ...]:
    """Return the facets asked for, else the starred ones, else those of a few values."""
    if options.facets:
        return tuple(project.facet(facet_id).id for facet_id in options.facets)
    starred = tuple(facet.id for facet in project.active_facets if facet.starred)
    few = (f.id for f in project.active_facets if len(f.groups) <= _MOST_VALUES)
    return starred or tuple(few)


def _ties(picture: MapPicture) -> Iterator[str]:
    """Tell each relationship, and of each other kind of tie whom it joins somebody with."""
    names = {spot.id: set_apart(spot.label) for spot in picture.spots}
    others: dict[tuple[str, str], list[str]] = {}
    for link in picture.links:
        told = set_apart(link.label) or _(_LEGEND[link.kind])
        others.setdefault((link.start, told), []).append(names[link.end])
    for (start, told), ends in others.items():
        yield _("{one} – {tie} – {other}").format(
            one=names[start], tie=told, other=_(", ").join(ends)
        )
