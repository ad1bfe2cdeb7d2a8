"""Who does what: two choices and the matrix they make."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from personamap.analysis.matrix import FUNCTIONS, cross
from personamap.gui.coverage.cell_paint import face
from personamap.gui.coverage.hatch import paint_hatch
from personamap.gui.coverage.matrix_model import MatrixModel
from personamap.gui.coverage.matrix_view import MatrixView
from personamap.gui.coverage.people_popup import Question
from personamap.gui.coverage.shown import Shown
from personamap.gui.coverage.wrapping_head import WrappingHead
from personamap.gui.look.theme import current_theme
from personamap.gui.portrait.portraits import MOST_FACES
from personamap.gui.widgets.page_wheel import leave_wheel_to_page
from personamap.gui.widgets.plain_words import plain_label
from personamap.i18n import _

_WIDEST = 220


class MatrixCard(QWidget):
    """Crosses any facet with narrative functions or with another facet."""

    looked_into = Signal(object, QPoint)  # Question and where

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Shown | None = None
        self._offered: list[tuple[str, str]] = []
        self.rows_box, self.columns_box = QComboBox(), QComboBox()
        leave_wheel_to_page(self.rows_box, self.columns_box)
        for box in (self.rows_box, self.columns_box):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.fit_boxes()
        self.rows_box.setAccessibleName(_("Rows of the matrix"))
        self.columns_box.setAccessibleName(_("Columns of the matrix"))
        self.details = QPushButton(_("Details"))
        self.details.setCheckable(True)
        self.details.setToolTip(_("Show the values in which each group is divided"))
        self._opened: dict[str, frozenset[str]] = {}
        self.model = MatrixModel(self)
        self.table = MatrixView(self.model)
        self._lay_out()
        self.rows_box.activated.connect(self._on_rows_chosen)
        self.columns_box.activated.connect(self._cross)
        self.details.clicked.connect(self._on_details)
        self.table.asked.connect(self._on_asked)
        self.table.unfolded.connect(self._on_unfolded)

    def show_report(self, shown: Shown) -> Iterator[object]:
        """Show the matrix of a report, keeping what is crossed with what."""
        self._shown = shown
        offered = [(c.facet.label, c.facet.id) for c in shown.report.facets if c.people]
        starred = [c.facet.id for c in shown.report.facets if c.facet.starred and c.people]
        _offer(self.rows_box, offered, (starred or [""])[0])
        self._offered = offered
        self._offer_columns()
        yield from self._draw_ahead(shown)
        self.setVisible(bool(offered))
        self._cross()

    def fit_boxes(self) -> None:
        """Let the choices be as wide as the text size asks for, and no wider."""
        for box in (self.rows_box, self.columns_box):
            box.setMaximumWidth(current_theme().px(_WIDEST))

    def _draw_ahead(self, shown: Shown) -> Iterator[object]:
        """Draw the faces of the cells one after another, before all are painted at once."""
        if self.rows_box.currentIndex() < 0:
            return
        row, column = self.rows_box.currentData(), self.columns_box.currentData()
        for cells in cross(shown.report, row, column).cells:
            for people in cells:
                ahead = people if len(people) <= MOST_FACES else people[:1]
                shown.draw_ahead(ahead, face(), self.devicePixelRatioF())
                yield None

    def _offer_columns(self) -> None:
        """Offer what the rows can be crossed with: not themselves, unless people have several."""
        assert self._shown is not None
        row = self.rows_box.currentData()
        many = {count.facet.id for count in self._shown.report.facets if count.facet.many}
        others = [(label, facet) for label, facet in self._offered if facet != row or row in many]
        _offer(self.columns_box, [(_("Narrative function"), FUNCTIONS), *others], FUNCTIONS)

    def _cross(self) -> None:
        if self._shown is None or self.rows_box.currentIndex() < 0:
            return
        row, column = self.rows_box.currentData(), self.columns_box.currentData()
        opened = self._opened.get(row, frozenset())
        self.model.show_matrix(cross(self._shown.report, row, column, opened), self._shown)
        groups = self._groups()
        self.details.setVisible(bool(groups))
        self.details.setChecked(bool(groups) and groups <= opened)

    def _groups(self) -> frozenset[str]:
        return frozenset(line.id for line in self.model.matrix.rows if line.details)

    def _open(self, opened: frozenset[str]) -> None:
        self._opened[self.rows_box.currentData()] = opened
        self._cross()

    def _on_rows_chosen(self) -> None:
        self._offer_columns()
        self._cross()

    def _on_details(self, wanted: bool) -> None:
        self._open(self._groups() if wanted else frozenset())

    def _on_unfolded(self, row: int) -> None:
        line = self.model.matrix.rows[row]
        if line.details:
            opened = self._opened.get(self.rows_box.currentData(), frozenset())
            self._open(opened ^ {line.id})

    def _lay_out(self) -> None:
        head = WrappingHead(_("Who does what"), "section")
        legend = []
        for hatched, words in ((False, _("no one yet")), (True, _("no one in the cast"))):
            label = plain_label(words)
            label.setProperty("role", "hint")
            legend += [_Swatch(hatched), label]
        head.put(*legend)
        head.put(self.details)
        head.put(self.rows_box)
        head.put(plain_label(_("by")), self.columns_box)
        card = QFrame()
        card.setProperty("role", "card")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(1, 6, 1, 6)
        inner.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(head)
        column.addWidget(card)

    def _on_asked(self, row: int, column: int) -> None:
        index = self.model.index(row, column)
        where, _dot, _rest = self.model.spoken(index).partition(":")
        nobody = _("No one in the cast") if self.model.is_out_of_reach(index) else _("No one yet")
        people = self.model.people(index)
        need = self.model.matrix.need(row, column)
        question = Question(where, "" if people else nobody, people, need=need)
        self.looked_into.emit(question, self.table.below(self.model.index(row, column)))


def _offer(box: QComboBox, offered: list[tuple[str, str]], first: str) -> None:
    have = [(box.itemText(i), box.itemData(i)) for i in range(box.count())]
    if have == offered:
        return
    chosen = box.currentData() or first
    box.clear()
    for label, value in offered:
        box.addItem(label, value)
    box.setCurrentIndex(max(0, box.findData(chosen)))


class _Swatch(QWidget):
    def __init__(self, hatched: bool) -> None:
        super().__init__()
        self._hatched = hatched
        self.setFixedSize(QSize(16, 16))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(theme.color("line"), 1))
        painter.setBrush(theme.color("sunken"))
        painter.drawRoundedRect(area, 3, 3)
        if self._hatched:
            paint_hatch(painter, area.adjusted(0.5, 0.5, -0.5, -0.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area, 3, 3)
