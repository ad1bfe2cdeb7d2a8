"""How a facet is told in one line, on screen and to a screen reader."""

from __future__ import annotations

from collections.abc import Iterator

from personamap.analysis.facet_loss import answering
from personamap.domain.facet import Facet
from personamap.domain.project import Project
from personamap.i18n import N_, _, plural

KINDS = (("identity", N_("Identity")), ("work", N_("Work")))


def facet_name(facet: Facet) -> str:
    """Return the name of a facet, or what stands in for one that is still missing."""
    return facet.label or _("No name yet")


def facet_line(project: Project, facet: Facet) -> str:
    """Return what there is to know of a facet in a list."""
    return " · ".join(_parts(project, facet))


def _parts(project: Project, facet: Facet) -> Iterator[str]:
    if not facet.active:
        yield _("Switched off")
    yield plural("{count} value", "{count} values", len(facet.values))
    answered = len(answering(project, facet.id))
    if answered:
        yield plural("{count} answer", "{count} answers", answered)


def standard_words(facet: Facet) -> str:
    """Return which public standard a facet follows, or nothing."""
    standard = facet.standard
    parts = (standard.name, standard.version, standard.region)
    said = ", ".join(part for part in parts if part)
    return _("Follows {standard}").format(standard=said) if said else ""
