"""What can be gone to in a project: people, experiences, values, scenes, findings."""

from __future__ import annotations

from collections.abc import Iterator

from personamap.analysis.coverage import CoverageReport
from personamap.analysis.item_titles import experience_title, scene_title
from personamap.domain.facet import ValueRef
from personamap.domain.project import Project
from personamap.gui.palette.entry import Entry, entry
from personamap.i18n import _


def project_entries(project: Project, *, scenes: bool) -> Iterator[Entry]:
    """Yield a row for each thing somebody wrote; `scenes` says whether these have a place."""
    yield from _people(project)
    for experience in project.experiences:
        yield entry(
            "experience",
            experience.id,
            experience_title(experience),
            experience.situation,
            about=" ".join(experience.themes),
            mark="link",
        )
    yield from _values(project)
    for scene in project.scenes if scenes else ():
        yield entry("scene", scene.id, scene_title(scene), scene.summary, mark="clapperboard")


def finding_entries(report: CoverageReport) -> Iterator[Entry]:
    """Yield a row for each finding that is open."""
    for finding in report.findings:
        yield entry("finding", finding.key, finding.title, finding.sentence, mark="flag")


def _people(project: Project) -> Iterator[Entry]:
    for persona in project.personas:
        aside = _("set aside") if persona.archived else ""
        told = (persona.pronouns, persona.job.title, aside)
        yield entry(
            "person",
            persona.id,
            persona.name or _("No name yet"),
            "  ·  ".join(part for part in told if part),
            about=f"{persona.called} {persona.brief}",
            mark="user",
        )


def _values(project: Project) -> Iterator[Entry]:
    for facet in project.active_facets:
        for value in facet.values:
            item = ValueRef(facet=facet.id, value=value.id).node
            yield entry("value", item, value.label, facet.label, mark="star")
