"""The grid of who does what in which scene: portraits at the rows, scenes at the columns."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from personamap.domain.scene import Appearance
from personamap.gui.coverage.cell_paint import frame_as_it_stands, paint_head
from personamap.gui.coverage.cell_table import CellTable
from personamap.gui.id_list_model import Index
from personamap.gui.look.icons import paint_icon
from personamap.gui.look.mirroring import placed
from personamap.gui.look.theme import current_theme
from personamap.gui.portrait.portraits import Portraits
from personamap.gui.story.cast_table import (
    LABEL,
    LEADING,
    PADDING,
    CastTable,
    PersonHeader,
    paint_line,
)
from personamap.gui.story.part_model import PartModel
from personamap.gui.story.people import function_words, said_words
from personamap.gui.story.scene_card import scene_name
from personamap.i18n import _

_ROW, _COLUMN, _WIDEST, _HEAD, _DOT, _MARK = 48, 132, 220, 60, 24, 12
_EDIT = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
_OUT = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_TURN = (Qt.Key.Key_Space,)
_PRESENCE_ICONS = {"silent": "eye", "mentioned": "quote"}


class PartView(CastTable):
    """Walked with the arrow keys. Return edits a cell, Space puts in, Delete takes out."""

    edit_asked = Signal(QModelIndex)
    put_asked = Signal(QModelIndex)
    removal_asked = Signal(QModelIndex)
    scene_chosen = Signal(str)

    def __init__(
        self, parts: PartModel, portraits: Portraits, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._parts = parts
        self.setModel(parts)
        self.setItemDelegate(_PartDelegate(parts, self))
        rows = PersonHeader(Qt.Orientation.Vertical, lambda: parts.people, portraits, self)
        self.put_heads(rows, _SceneHeader(parts, self))
        self.setAccessibleName(_("Who does what in which scene"))
        self.clicked.connect(self.edit_asked)
        self.horizontalHeader().sectionClicked.connect(self._on_scene_clicked)

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and current.column() != previous.column():
            self.scene_chosen.emit(self._parts.scene_at(current).id)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        index, key = self.currentIndex(), Qt.Key(event.key())
        if not index.isValid() or event.modifiers() not in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            super().keyPressEvent(event)
        elif key in _EDIT:
            self.edit_asked.emit(index)
        elif key in _OUT and self._parts.part(index):
            self.removal_asked.emit(index)
        elif key in _TURN and not self._parts.part(index):
            self.put_asked.emit(index)
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    @override
    def fit(self) -> None:
        theme = current_theme()
        room = self.size_heads(theme.px(_ROW), theme.px(_HEAD), theme.px(LABEL))
        share = min(room // max(1, self._parts.columnCount()), theme.px(_WIDEST))
        self.horizontalHeader().setDefaultSectionSize(max(theme.px(_COLUMN), share))

    def _on_scene_clicked(self, column: int) -> None:
        self.scene_chosen.emit(self._parts.scenes[column].id)


class _SceneHeader(QHeaderView):
    """Names a scene in two lines behind its number."""

    def __init__(self, parts: PartModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._parts = parts
        self.setSectionsClickable(True)
        self.setHighlightSections(False)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        theme = current_theme()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_head(painter, rect)
        painter.drawLine(rect.topRight(), rect.bottomRight())
        side = theme.px(_DOT)
        whole = QRectF(rect)
        dot = QRectF(rect.left() + PADDING, rect.center().y() - side / 2, side, side)
        dot = placed(painter, dot, whole)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("sunken"))
        painter.drawEllipse(dot)
        painter.setFont(theme.font("number"))
        painter.setPen(theme.color("ink2"))
        painter.drawText(dot, Qt.AlignmentFlag.AlignCenter, f"{logicalIndex + 1}")
        words = placed(painter, whole.adjusted(PADDING + side + 6, 2, -4, -2), whole)
        painter.setFont(theme.font("chip-strong"))
        painter.setPen(theme.color("ink"))
        flags = int(LEADING) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(words, flags, scene_name(self._parts.scenes[logicalIndex]))
        painter.restore()


class _PartDelegate(QStyledItemDelegate):
    """Paints what somebody does, and below it how much they say."""

    def __init__(self, parts: PartModel, view: CellTable) -> None:
        super().__init__(view)
        self._parts, self._view = parts, view

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, area = current_theme(), QRectF(option.rect)
        part = self._parts.part(index)
        painter.save()
        painter.fillRect(area, theme.color("surface" if part else "sunken"))
        if part is not None:
            _paint_part(painter, placed(painter, area.adjusted(PADDING, 4, -4, -4), area), part)
        frame_as_it_stands(painter, option, self._view)
        painter.restore()


def _paint_part(painter: QPainter, area: QRectF, part: Appearance) -> None:
    theme, done = current_theme(), function_words(part)
    upper, lower = QRectF(area), QRectF(area)
    upper.setBottom(area.center().y())
    lower.setTop(area.center().y())
    painter.setFont(theme.font("chip-strong" if done else "chip"))
    painter.setPen(theme.color("ink" if done else "ink3"))
    paint_line(painter, upper, done or _("no part yet"))
    mark = _PRESENCE_ICONS.get(part.presence)
    if mark is not None:
        side = theme.px(_MARK)
        place = QRectF(lower.left(), lower.center().y() - side / 2, side, side)
        paint_icon(painter, mark, placed(painter, place, area), theme.color("ink3"))
        lower.setLeft(lower.left() + side + 4)
    painter.setFont(theme.font("chip"))
    painter.setPen(theme.color("ink2"))
    paint_line(painter, placed(painter, lower, area), said_words(part))
