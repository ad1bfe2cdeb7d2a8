"""The counts of an audience that are kept, facet by facet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from personamap.analysis.disclosure.earlier import Counts, Facets, tables_of
from personamap.analysis.proposals import value_label
from personamap.domain.audience import Audience
from personamap.domain.facet import Facet, ValueRef
from personamap.gui.widgets.plain_words import plain_tip
from personamap.i18n import _, in_digits


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

    def show_counts(
        self,
        audience: Audience,
        facets: Iterable[Facet],
        left_out: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        """List what is kept of `audience`, and who is in no count of a facet.

        `left_out` says by facet why, where that is still known.
        """
        known = {facet.id: facet for facet in facets}
        self.clear()
        for table, counts in _tables(audience, left_out or {}).items():
            labels = (known[facet].label if facet in known else facet for facet in table)
            top = QTreeWidgetItem(self, [_(" × ").join(labels), ""])
            # What stands beside a heading is empty to look at, and not to be read out as nothing.
            top.setData(1, Qt.ItemDataRole.AccessibleTextRole, top.text(0))
            for values in sorted(counts, key=partial(_places, known)):
                _row(top, _words(values, known), counts[values])
            reasons = (left_out or {}).get(table[0], ()) if len(table) == 1 else ()
            for reason in reasons:
                _note(top, reason)
            untold = audience.people - sum(counts.values())
            if untold and not reasons:
                _row(top, _("in groups too small to tell, or without an answer"), untold)
            top.setExpanded(len(table) == 1)
        if first := self.topLevelItem(0):
            self.setCurrentItem(first)


def _row(top: QTreeWidgetItem, words: str, people: int) -> None:
    row = QTreeWidgetItem(top, [words, in_digits(people)])
    row.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


def _note(top: QTreeWidgetItem, words: str) -> None:
    row = QTreeWidgetItem(top, [words])
    row.setToolTip(0, plain_tip(words))
    row.setFirstColumnSpanned(True)


def _tables(audience: Audience, named: Iterable[str]) -> dict[Facets, Counts]:
    """Return the counts by facets; `named` facets are there too if nothing of them is kept."""
    empty: dict[Facets, Counts] = {(facet,): {} for facet in named}
    return empty | tables_of(audience.groups)


def _places(facets: Mapping[str, Facet], values: Iterable[ValueRef]) -> tuple[int, ...]:
    """Return where values stand in their facets, so that scales are listed from end to end.

    A value or a facet that is gone since the counting comes last.
    """
    return tuple(_place(facets.get(ref.facet), ref.value) for ref in values)


def _place(facet: Facet | None, value_id: str) -> int:
    ids = [value.id for value in facet.values] if facet else []
    return ids.index(value_id) if value_id in ids else len(ids)


def _words(values: Iterable[ValueRef], facets: Mapping[str, Facet]) -> str:
    return _(", ").join(
        value_label(facets[ref.facet], ref.value) if ref.facet in facets else ref.value
        for ref in values
    )
