"""All facets of the cast, those that matter first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from personamap.analysis.facet_counts import FacetCount
from personamap.domain.project import Project
from personamap.gui.coverage.facet_row import FacetRow
from personamap.gui.coverage.shown import Shown
from personamap.gui.look.icons import icon
from personamap.i18n import _, plural

MOST_AT_FIRST = 6


class FacetsCard(QFrame):
    """Shows the starred facets, and the others once somebody asks for them."""

    starring = Signal(str, bool)
    looked_into = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.rows: list[FacetRow] = []
        self._lines: list[QFrame] = []
        self._shown: Shown | None = None
        self.more = QPushButton()
        self.more.setProperty("role", "quiet")
        self.more.setCheckable(True)
        self.more.toggled.connect(self._on_more_toggled)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 2, 0, 2)
        self._column.setSpacing(0)
        self._column.addWidget(self.more)

    def show_report(self, shown: Shown) -> None:
        """Show the facets of a report, keeping the rows that are there."""
        self._shown = shown
        self._show_rows()

    def show_stars(self, project: Project) -> None:
        """Show at once which facets are starred; their order follows with the next report."""
        for row in self.rows:
            facet = project.find_facet(row.facet_id)
            if facet is not None:
                row.show_star(facet)

    def row_of(self, facet_id: str) -> FacetRow | None:
        """Return the row of a facet, if it is on screen."""
        return next((r for r in self.rows if r.facet_id == facet_id and not r.isHidden()), None)

    def _show_rows(self) -> None:
        if self._shown is None:
            return
        first, rest = _in_order(self._shown.report.facets)
        wanted = [*first, *rest] if self.more.isChecked() else first
        while len(self.rows) < len(wanted):
            self._add_row()
        for place, row in enumerate(self.rows):
            row.setVisible(place < len(wanted))
            self._lines[place].setVisible(place < len(wanted) and (place > 0))
            if place < len(wanted):
                row.show_count(wanted[place], self._shown)
        self._name_more(len(rest))

    def _add_row(self) -> None:
        row, line = FacetRow(), QFrame()
        line.setProperty("role", "hairline")
        row.starring.connect(self.starring)
        row.looked_into.connect(self.looked_into)
        self._column.insertWidget(self._column.count() - 1, line)
        self._column.insertWidget(self._column.count() - 1, row)
        self.rows.append(row)
        self._lines.append(line)

    def _name_more(self, rest: int) -> None:
        self.more.setVisible(rest > 0)
        is_open = self.more.isChecked()
        words = plural("{count} more facet", "{count} more facets", rest)
        self.more.setText(_("Only the facets that matter") if is_open else words)
        self.more.setIcon(icon("chevron-up" if is_open else "chevron-down"))

    def _on_more_toggled(self, _is_open: bool) -> None:
        self._show_rows()


def _in_order(
    counts: Sequence[FacetCount],
) -> tuple[list[FacetCount], list[FacetCount]]:
    starred = [count for count in counts if _matters(count)]
    plain = [count for count in counts if not _matters(count)]
    if not starred:
        return plain[:MOST_AT_FIRST], plain[MOST_AT_FIRST:]
    return starred, plain


def _matters(count: FacetCount) -> bool:
    return count.facet.starred or any(value.starred for value in count.facet.values)
