"""How a row of the palette is painted: mark, words, what stands beside them, keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QIcon, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from personamap.gui.look.theme import current_theme
from personamap.gui.palette.entry import KINDS, Entry
from personamap.i18n import _

ROW = 44
_MARK, _SIDE, _INSET, _RADIUS = 24, 12, 2, 8
_KEY_HEIGHT, _KEY_PADDING, _KEY_RADIUS = 20, 6, 4
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_END = Qt.TextElideMode.ElideRight

Index = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """Paints entries; `entry_at` and `picture` say which and with which mark."""

    def __init__(
        self,
        entry_at: Callable[[Index], Entry | None],
        picture: Callable[[Entry], QIcon],
        parent: QListView,
    ) -> None:
        super().__init__(parent)
        self._entry_at, self._picture = entry_at, picture

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, current_theme().px(ROW))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._entry_at(index)
        if row is None:
            return
        theme = current_theme()
        area = option.rect.adjusted(_INSET, 0, -_INSET, 0)
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if current or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent-soft" if current else "sunken"))
            painter.drawRoundedRect(QRectF(area), _RADIUS, _RADIUS)
        inner = area.adjusted(_SIDE, 0, -_SIDE, 0)
        self._paint_mark(painter, inner, row, current)
        left = theme.px(_MARK) + _SIDE
        words = inner.adjusted(left, 0, -_paint_end(painter, inner, row) - _SIDE, 0)
        words = QStyle.visualRect(painter.layoutDirection(), inner, words)
        _paint_words(painter, words, row, current)
        painter.restore()

    def _paint_mark(self, painter: QPainter, area: QRect, row: Entry, current: bool) -> None:
        side = current_theme().px(_MARK)
        place = QRect(area.left(), area.center().y() - side // 2, side, side)
        place = QStyle.visualRect(painter.layoutDirection(), area, place)
        if row.kind != "person":
            # An icon is lighter than a face and needs less room.
            place = place.adjusted(3, 3, -3, -3)
        mode = QIcon.Mode.Selected if current else QIcon.Mode.Normal
        self._picture(row).paint(painter, place, mode=QIcon.Mode.Disabled if row.reason else mode)


def _paint_words(painter: QPainter, area: QRect, row: Entry, current: bool) -> None:
    theme = current_theme()
    ink = "ink3" if row.reason else "accent" if current else "ink"
    font = theme.font("strong" if current else "base")
    metrics = QFontMetrics(font)
    beside = row.reason or row.detail
    line = QRect(area.left(), area.top(), area.width(), area.height())
    if beside:
        small = QFontMetrics(theme.font("chip"))
        top = area.top() + (area.height() - metrics.height() - small.height()) // 2
        line = QRect(area.left(), top, area.width(), metrics.height())
        below = QRect(area.left(), line.bottom() + 1, area.width(), small.height())
        painter.setFont(theme.font("chip"))
        painter.setPen(theme.color("ink3" if row.reason else "ink2"))
        told = " ".join(beside.split())
        painter.drawText(below, _MIDDLE, small.elidedText(told, _END, area.width()))
    painter.setFont(font)
    painter.setPen(theme.color(ink))
    painter.drawText(line, _MIDDLE, metrics.elidedText(row.text, _END, area.width()))


def _paint_end(painter: QPainter, area: QRect, row: Entry) -> int:
    """Paint the keys of a row, or what kind of thing it is; return how wide that came out."""
    if row.keys:
        return _paint_keys(painter, area, row.keys)
    if row.kind == "command":
        return 0
    theme = current_theme()
    painter.setFont(theme.font("chip"))
    painter.setPen(theme.color("ink3"))
    word = _(KINDS[row.kind])
    painter.drawText(area, _MIDDLE | Qt.AlignmentFlag.AlignTrailing, word)
    return QFontMetrics(theme.font("chip")).horizontalAdvance(word)


def _paint_keys(painter: QPainter, area: QRect, keys: str) -> int:
    theme = current_theme()
    font = theme.font("number")
    width = QFontMetrics(font).horizontalAdvance(keys) + 2 * _KEY_PADDING
    height = theme.px(_KEY_HEIGHT)
    box = QRect(area.right() - width, area.center().y() - height // 2, width, height)
    box = QStyle.visualRect(painter.layoutDirection(), area, box)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("sunken"))
    painter.drawRoundedRect(QRectF(box), _KEY_RADIUS, _KEY_RADIUS)
    painter.setFont(font)
    painter.setPen(theme.color("ink2"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, keys)
    return width
