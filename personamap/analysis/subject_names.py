"""What the things are called that people comment on and sign off."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from personamap.analysis.checked import run_checks
from personamap.analysis.coverage import all_checks
from personamap.domain.base import Item
from personamap.domain.facet import Facet
from personamap.domain.persona import Persona
from personamap.domain.project import Project
from personamap.domain.subjects import ids_in, kind_of
from personamap.i18n import N_, _

_UNNAMED = {
    "personas": N_("Nameless"),
    "experiences": N_("Untitled experience"),
    "scenes": N_("Untitled scene"),
    "facets": N_("Unnamed facet"),
}


class SubjectNames:
    """Names subjects of one snapshot; the checks are only run when a finding is asked for."""

    def __init__(self, project: Project) -> None:
        self._project = project

    def name(self, subject: str) -> str:
        """Return what a subject is called, or nothing when the snapshot does not have it."""
        match kind_of(subject):
            case "project":
                return _("The whole")
            case "finding":
                return self._findings.get(subject, "")
            case _:
                return self._joined([self._items.get(item_id, "") for item_id in ids_in(subject)])

    def _joined(self, names: list[str]) -> str:
        if not all(names):
            return ""
        return (
            names[0]
            if len(names) == 1
            else _("{whole}: {part}").format(whole=names[0], part=", ".join(names[1:]))
        )

    @cached_property
    def _items(self) -> Mapping[str, str]:
        return {
            item.id: _called(item) or _(unnamed)
            for part, unnamed in _UNNAMED.items()
            for item in getattr(self._project, part)
        }

    @cached_property
    def _findings(self) -> Mapping[str, str]:
        found = run_checks(self._project, all_checks()).findings()
        return {finding.key: finding.title for finding in found}


def _called(item: Item) -> str:
    if isinstance(item, Persona):
        return item.name
    return item.label if isinstance(item, Facet) else str(getattr(item, "title", ""))
