"""Who does what: two choices and the matrix they make."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from personamap.analysis.matrix import FUNCTIONS, cross
from personamap.gui.coverage.matrix_model import MatrixModel
from personamap.gui.coverage.matrix_view import MatrixView, paint_hatch
from personamap.gui.coverage.people_popup import Question
from personamap.gui.coverage.shown import Shown
from personamap.gui.look.theme import current_theme
from personamap.i18n import _

_WIDEST = 220


class MatrixCard(QWidget):
    """Crosses any facet with narrative functions or with another facet."""

    looked_into = Signal(object, QPoint)  # Question and where

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Shown | None = None
        self.rows_box, self.columns_box = QComboBox(), QComboBox()
        for box in (self.rows_box, self.columns_box):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            box.setMaximumWidth(current_theme().px(_WIDEST))
        self.rows_box.setAccessibleName(_("Rows of the matrix"))
        self.columns_box.setAccessibleName(_("Columns of the matrix"))
        self.model = MatrixModel(self)
        self.table = MatrixView(self.model)
        self._lay_out()
        self.rows_box.activated.connect(self._cross)
        self.columns_box.activated.connect(self._cross)
        self.table.asked.connect(self._on_asked)

    def show_report(self, shown: Shown) -> None:
        """Show the matrix of a report, keeping what is crossed with what."""
        self._shown = shown
        offered = [(c.facet.label, c.facet.id) for c in shown.report.facets if c.people]
        starred = [c.facet.id for c in shown.report.facets if c.facet.starred and c.people]
        _offer(self.rows_box, offered, (starred or [""])[0])
        _offer(self.columns_box, [(_("Narrative function"), FUNCTIONS), *offered], FUNCTIONS)
        self.setVisible(bool(offered))
        self._cross()

    def _cross(self) -> None:
        if self._shown is None or self.rows_box.currentIndex() < 0:
            return
        row, column = self.rows_box.currentData(), self.columns_box.currentData()
        self.model.show_matrix(cross(self._shown.report, row, column), self._shown)

    def _lay_out(self) -> None:
        title = QLabel(_("Who does what"))
        title.setProperty("role", "section")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(title)
        head.addStretch(1)
        for hatched, words in ((False, _("no one yet")), (True, _("no one in the cast"))):
            label = QLabel(words)
            label.setProperty("role", "hint")
            head.addWidget(_Swatch(hatched))
            head.addWidget(label)
        head.addSpacing(8)
        head.addWidget(self.rows_box)
        head.addWidget(QLabel(_("by")))
        head.addWidget(self.columns_box)
        card = QFrame()
        card.setProperty("role", "card")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(1, 6, 1, 6)
        inner.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(card)

    def _on_asked(self, row: int, column: int) -> None:
        index = self.model.index(row, column)
        where, _dot, _rest = self.model.spoken(index).partition(":")
        nobody = _("No one in the cast") if self.model.is_out_of_reach(index) else _("No one yet")
        people = self.model.people(index)
        question = Question(where, "" if people else nobody, people)
        self.looked_into.emit(question, self.table.below(row, column))


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
