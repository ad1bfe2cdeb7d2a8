"""The counts of an audience that are kept, facet by facet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from personamap.analysis.disclosure.earlier import tables_of
from personamap.analysis.proposals import value_label
from personamap.domain.audience import Audience
from personamap.domain.facet import Facet, ValueRef
from personamap.i18n import _


class CountsView(QTreeWidget):
    """Lists each facet and each crossing with the number of people who share a value."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setColumnCount(2)
        self.setHeaderLabels([_("What is kept"), _("People")])
        self.setUniformRowHeights(True)
        self.setAccessibleName(_("What is kept"))
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)

    def show_counts(self, audience: Audience, facets: Iterable[Facet]) -> None:
        """List what is kept of `audience`, and how many are in no count of a facet."""
        known = {facet.id: facet for facet in facets}
        self.clear()
        for table, counts in tables_of(audience.groups).items():
            title = _(" × ").join(known[facet].label for facet in table)
            top = QTreeWidgetItem(self, [title, ""])
            for values in sorted(counts, key=partial(_places, known)):
                _row(top, _words(values, known), counts[values])
            if untold := audience.people - sum(counts.values()):
                _row(top, _("in groups too small to tell, or without an answer"), untold)
            top.setExpanded(len(table) == 1)
        if first := self.topLevelItem(0):
            self.setCurrentItem(first)


def _row(top: QTreeWidgetItem, words: str, people: int) -> None:
    row = QTreeWidgetItem(top, [words, f"{people:,}"])
    row.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


def _places(facets: Mapping[str, Facet], values: Iterable[ValueRef]) -> tuple[int, ...]:
    """Return where values stand in their facets, so that scales are listed from end to end."""
    ids = {facet.id: [value.id for value in facet.values] for facet in facets.values()}
    return tuple(ids[ref.facet].index(ref.value) for ref in values)


def _words(values: Iterable[ValueRef], facets: Mapping[str, Facet]) -> str:
    return _(", ").join(value_label(facets[ref.facet], ref.value) for ref in values)
