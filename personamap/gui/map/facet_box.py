"""A box to choose the facets that a map shows: the starred ones, all, or one of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QWidget

from personamap.domain.facet import Facet
from personamap.i18n import _

_ALL, _STARRED = "*", "starred"


class FacetBox(QComboBox):
    """Offers the facets there are, and keeps what was chosen as long as it is there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Facets on the map"))
        self._offered: tuple[tuple[str, str], ...] = ()

    def facets(self, active: Sequence[Facet]) -> tuple[str, ...]:
        """Return the ids of the facets to show; none means all."""
        chosen = self.currentData()
        if chosen == _STARRED:
            return tuple(facet.id for facet in active if facet.starred)
        return (chosen,) if any(facet.id == chosen for facet in active) else ()

    def offer(self, active: Sequence[Facet]) -> None:
        """Offer these facets to choose from, keeping the choice if it is still there."""
        offered: list[tuple[str, str]] = [(_ALL, _("All facets"))]
        if any(facet.starred for facet in active):
            offered.insert(0, (_STARRED, _("Starred facets")))
        offered += [(facet.id, facet.label) for facet in active]
        if tuple(offered) == self._offered:
            return
        chosen = self.currentData()
        self._offered = tuple(offered)
        self.clear()
        for facet_id, label in offered:
            self.addItem(label, facet_id)
        self._choose(chosen)

    def choose(self, facets: Sequence[str], active: Sequence[Facet]) -> None:
        """Choose what shows these facets."""
        starred = tuple(facet.id for facet in active if facet.starred)
        if facets and tuple(facets) == starred:
            self._choose(_STARRED)
        else:
            self._choose(facets[0] if len(facets) == 1 else _ALL)

    def _choose(self, key: str) -> None:
        self.setCurrentIndex(max(self.findData(key), 0))
