"""What the targets and reasons of a mapping are called where people read them."""

from __future__ import annotations

from collections.abc import Iterable

from personamap.domain.columns import Aspect
from personamap.domain.facet import Facet
from personamap.i18n import N_, _
from personamap.importers.cast.headings import FIELD_LABELS, PORTRAIT
from personamap.importers.cast.mapping import LEAVE_OUT, NEW_FACET, Because, ColumnUse

REASONS: dict[Because, str] = {
    "name": N_("by its name"),
    "near name": N_("by a near spelling"),
    "values": N_("by its values"),
    "asked": N_("as you chose"),
    "empty": N_("it is empty"),
    "nothing fits": N_("nothing fits"),
}
_SPECIAL = {
    "id": N_("Persona id"),
    PORTRAIT: N_("Portrait"),
    NEW_FACET: N_("New facet"),
    LEAVE_OUT: N_("Leave out"),
}
_ASPECTS: dict[Aspect, str] = {
    "values": "{facet}",
    "state": N_("{facet}: kind of blank"),
    "own_words": N_("{facet}: own words"),
    "shown": N_("{facet}: how it is shown"),
    "shown_how": N_("{facet}: shown in what way"),
}


def target_label(use: ColumnUse, facets: Iterable[Facet]) -> str:
    """Return what people call the place a column goes to."""
    if use.facet:
        found = next((facet for facet in facets if facet.id == use.facet), None)
        return _(_ASPECTS[use.aspect]).format(facet=found.label if found else use.facet)
    return _(_SPECIAL.get(use.goes_to) or FIELD_LABELS.get(use.goes_to, use.goes_to))
