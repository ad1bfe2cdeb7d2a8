"""The table of who shares scenes with whom: portraits at both sides, numbers in the cells."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from personamap.gui.coverage.cell_model import Index
from personamap.gui.coverage.cell_paint import frame_as_it_stands
from personamap.gui.coverage.cell_table import CellTable
from personamap.gui.look.theme import current_theme
from personamap.gui.portrait.portraits import Portraits
from personamap.gui.story.cast_table import LABEL, CastTable, PersonHeader
from personamap.gui.story.meeting_model import MeetingModel
from personamap.i18n import _

_CELL, _HEAD = 44, 44


class MeetingView(CastTable):
    """The cast by the cast; Return or a click asks which scenes two people share."""

    asked = Signal(QModelIndex)

    def __init__(
        self, pairs: MeetingModel, portraits: Portraits, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setModel(pairs)
        self.setItemDelegate(_MeetingDelegate(pairs, self))
        rows, across = (
            PersonHeader(orientation, lambda: pairs.people, portraits, self)
            for orientation in (Qt.Orientation.Vertical, Qt.Orientation.Horizontal)
        )
        across.person_clicked.connect(self.person_opened)
        self.put_heads(rows, across)
        self.setAccessibleName(_("Who shares scenes with whom"))
        self.clicked.connect(self.asked)
        self.activated.connect(self._on_activated)

    @override
    def fit(self) -> None:
        theme = current_theme()
        cell = theme.px(_CELL)
        self.size_heads(cell, theme.px(_HEAD), theme.px(LABEL))
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setDefaultSectionSize(cell)

    def _on_activated(self, index: QModelIndex) -> None:
        # A click is told twice where the system activates with one.
        if self.hasFocus():
            self.asked.emit(index)


class _MeetingDelegate(QStyledItemDelegate):
    def __init__(self, pairs: MeetingModel, view: CellTable) -> None:
        super().__init__(view)
        self._pairs, self._view = pairs, view

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, area = current_theme(), QRectF(option.rect)
        count, own = len(self._pairs.scenes(index)), index.row() == index.column()
        painter.save()
        painter.fillRect(area, theme.color("surface" if count and not own else "sunken"))
        painter.setFont(theme.font("chip" if own else "strong"))
        painter.setPen(theme.color("ink3" if own else "ink"))
        if count:
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, f"{count}")
        frame_as_it_stands(painter, option, self._view)
        painter.restore()
