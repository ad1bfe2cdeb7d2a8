"""All facets of the cast, those that matter first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from personamap.analysis.facet_counts import FacetCount
from personamap.domain.project import Project
from personamap.gui.coverage.facet_row import FacetRow
from personamap.gui.coverage.shown import Shown
from personamap.gui.coverage.value_grid import face
from personamap.gui.look.icons import icon
from personamap.gui.widgets.slices import Slices
from personamap.i18n import _, plural

MOST_AT_FIRST = 6


class FacetsCard(QFrame):
    """Shows the starred facets, and the others once somebody asks for them."""

    starring = Signal(str, bool)
    looked_into = Signal(str, str)
    edit_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.rows: list[FacetRow] = []
        self._lines: list[QFrame] = []
        self._shown: Shown | None = None
        self._slices = Slices(self)
        # Never seen: it keeps the place of the rows on the way of the Tab key.
        self._first = QWidget(self)
        self._first.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._first.hide()
        self.more = QPushButton()
        self.more.setProperty("role", "quiet")
        self.more.setCheckable(True)
        self.more.toggled.connect(self._on_more_toggled)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 2, 0, 2)
        self._column.setSpacing(0)
        self._column.addWidget(self.more)

    def show_report(self, shown: Shown) -> Iterator[object]:
        """Show the facets of a report row by row, keeping the rows that are there."""
        self._shown = shown
        self._slices.stop()
        return self._show_rows()

    def begin_anew(self) -> None:
        """Let go of the rows: text of another size needs other widths."""
        self._slices.stop()
        for widget in (*self.rows, *self._lines):
            widget.hide()
            widget.deleteLater()
        self.rows, self._lines = [], []

    def show_stars(self, project: Project) -> None:
        """Show at once which facets are starred; their order follows with the next report."""
        for row in self.rows:
            facet = project.find_facet(row.facet_id)
            if facet is not None:
                row.show_star(facet)

    def row_of(self, facet_id: str) -> FacetRow | None:
        """Return the row of a facet, if it is on screen."""
        return next((r for r in self.rows if r.facet_id == facet_id and not r.isHidden()), None)

    def _show_rows(self) -> Iterator[object]:
        if self._shown is None:
            return
        shown = self._shown
        first, rest = _in_order(shown.report.facets)
        wanted = [*first, *rest] if self.more.isChecked() else first
        for place in range(len(wanted), len(self.rows)):
            self._show_row(place, False)
        self._name_more(len(rest))
        for place, count in enumerate(wanted):
            if place == len(self.rows):
                self._add_row()
            self.rows[place].show_count(count, shown)
            self._show_row(place, True)
            yield None
            for people in count.people.values():
                shown.draw_ahead(people, face(), self.devicePixelRatioF())
                yield None

    def _show_row(self, place: int, wanted: bool) -> None:
        self.rows[place].setVisible(wanted)
        self._lines[place].setVisible(wanted and place > 0)

    def _add_row(self) -> None:
        row, line = FacetRow(), QFrame()
        line.setProperty("role", "hairline")
        row.starring.connect(self.starring)
        row.looked_into.connect(self.looked_into)
        row.edit_asked.connect(self.edit_asked)
        self._column.insertWidget(self._column.count() - 1, line)
        self._column.insertWidget(self._column.count() - 1, row)
        self._come_before_more(row)
        self.rows.append(row)
        self._lines.append(line)

    def _come_before_more(self, row: FacetRow) -> None:
        """Put a row where it stands on the way of the Tab key too; Qt puts what is late last."""
        before = self.rows[-1].grid if self.rows else self._first
        for widget in (row.star, row.details, row.edit, row.grid):
            self.setTabOrder(before, widget)
            before = widget

    def _name_more(self, rest: int) -> None:
        self.more.setVisible(rest > 0)
        is_open = self.more.isChecked()
        words = plural("{count} more facet", "{count} more facets", rest)
        self.more.setText(_("Only the facets that matter") if is_open else words)
        self.more.setIcon(icon("chevron-up" if is_open else "chevron-down"))

    def _on_more_toggled(self, _is_open: bool) -> None:
        self._slices.run(self._show_rows())


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
