"""One facet of the Coverage workspace: label and star, seats, blanks."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from personamap.analysis.facet_counts import FacetCount
from personamap.domain.facet import Facet
from personamap.gui.coverage.blanks_bar import BlanksBar
from personamap.gui.coverage.hinted_button import HintedButton
from personamap.gui.coverage.shown import Shown
from personamap.gui.coverage.stars import StarButton
from personamap.gui.coverage.value_cells import MORE, cells_of, has_details
from personamap.gui.coverage.value_grid import ValueGrid, line_height
from personamap.gui.look.icons import icon
from personamap.gui.look.theme import current_theme
from personamap.gui.widgets.plain_words import plain_label, plain_tip
from personamap.i18n import _

_LABEL_WIDTH = 168
"""Enough for the longest word of the packs beside a star and a mark."""
_MARK = 14


class FacetRow(QWidget):
    """Shows who has which value of one facet, and who has a blank there."""

    starring = Signal(str, bool)  # facet id, starred
    looked_into = Signal(str, str)  # facet id, value id
    edit_asked = Signal(str)  # facet id

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facet_id = ""
        self._everything = False
        self._count: FacetCount | None = None
        self._shown: Shown | None = None
        self.label = plain_label()
        self.label.setProperty("role", "strong")
        self.label.setWordWrap(True)
        self.star = StarButton()
        self.star.clicked.connect(self._on_star_clicked)
        self.details = QToolButton()
        self.details.setCheckable(True)
        self.details.toggled.connect(self._on_details_toggled)
        self.edit = HintedButton("pencil", self)
        self.edit.clicked.connect(self._on_edit_clicked)
        keeps_room = self.details.sizePolicy()
        keeps_room.setRetainSizeWhenHidden(True)
        self.details.setSizePolicy(keeps_room)
        self.grid = ValueGrid()
        self.grid.asked.connect(self._on_value_asked)
        self.blanks = BlanksBar()
        self._lay_out()

    @property
    def facet_id(self) -> str:
        """The facet this row shows."""
        return self._facet_id

    def show_count(self, count: FacetCount, shown: Shown) -> None:
        """Show a facet of a report."""
        if count.facet.id != self._facet_id:
            self._everything = False
            self.details.setChecked(False)
        self._facet_id, self._count, self._shown = count.facet.id, count, shown
        self.label.setText(count.facet.label)
        self.label.setToolTip(plain_tip(count.facet.help))
        self.details.setVisible(has_details(count))
        self.edit.tell(_("Change {facet} and its values").format(facet=count.facet.label))
        self.grid.setAccessibleName(_("Values of {facet}").format(facet=count.facet.label))
        self.blanks.show_count(count, len(shown.report.project.cast))
        self.show_star(count.facet)
        self._name_details()
        self._show_cells()

    def show_star(self, facet: Facet) -> None:
        """Show whether the facet matters for this course."""
        self.star.setChecked(facet.starred)
        words = (
            _("{facet} matters for this course. Click to take the star off.")
            if facet.starred
            else _("Star {facet}: it matters for this course")
        )
        self.star.setToolTip(plain_tip(words.format(facet=facet.label)))
        self.star.setAccessibleName(_("{facet} matters").format(facet=facet.label))

    def _show_cells(self) -> None:
        if self._count is not None and self._shown is not None:
            cells = cells_of(self._count, self.details.isChecked(), self._everything)
            self.grid.show_cells(cells, self._shown)

    def _name_details(self) -> None:
        is_open = self.details.isChecked()
        self.details.setIcon(icon("chevron-up" if is_open else "chevron-down", "ink3"))
        words = _("Hide the details of {facet}") if is_open else _("Show the details of {facet}")
        said = words.format(facet=self.label.text())
        self.details.setToolTip(plain_tip(said))
        self.details.setAccessibleName(said)

    def _lay_out(self) -> None:
        theme = current_theme()
        side = QSize(theme.px(_MARK), theme.px(_MARK))
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(self.label, 1)
        self.details.setIconSize(side)
        self.details.setFixedSize(theme.px(24), theme.px(24))
        head.addWidget(self.star)
        head.addWidget(self.details)
        box = QWidget()
        box.setFixedWidth(theme.px(_LABEL_WIDTH))
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.edit)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(0)
        # The words stand beside the first line of seats, however many lines there are.
        box.setMinimumHeight(line_height())
        row.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.grid, 1, Qt.AlignmentFlag.AlignTop)
        row.addSpacing(12)
        row.addWidget(self.blanks, 0, Qt.AlignmentFlag.AlignTop)

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self.edit.update()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self.edit.update()

    def _on_edit_clicked(self) -> None:
        self.edit_asked.emit(self._facet_id)

    def _on_star_clicked(self, starred: bool) -> None:
        self.starring.emit(self._facet_id, starred)

    def _on_details_toggled(self, _is_open: bool) -> None:
        self._name_details()
        self._show_cells()

    def _on_value_asked(self, value_id: str) -> None:
        if value_id == MORE:
            self._everything = True
            self._show_cells()
        else:
            self.looked_into.emit(self._facet_id, value_id)
