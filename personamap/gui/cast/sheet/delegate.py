"""Paints the cells of the sheet, and lends a line to those that hold text."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from personamap.domain.persona import Persona
from personamap.gui.cast.card import shown_name
from personamap.gui.cast.sheet.cell import Cell
from personamap.gui.cast.sheet.model import CELL_ROLE, PERSONA_ROLE
from personamap.gui.fields.fields import LineField
from personamap.gui.look.icons import paint_icon
from personamap.gui.look.theme import Theme, TypeRole, current_theme
from personamap.gui.portrait.portraits import Portraits
from personamap.gui.widgets.chips import BLANK_ICONS, BLANK_WORDS, HEIGHT, paint_chip_row
from personamap.i18n import _

FACE = 26
_SIDE, _MARK = 8, 14
_STATE = QStyle.StateFlag
_LEADING = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading

Index = QModelIndex | QPersistentModelIndex


class SheetDelegate(QStyledItemDelegate):
    """Chips for values, an icon and a word for blanks, the face before the name."""

    def __init__(self, portraits: Portraits, view: QWidget) -> None:
        super().__init__(view)
        self._portraits, self._view = portraits, view

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell = index.data(CELL_ROLE)
        if not isinstance(cell, Cell):
            return
        theme, area = current_theme(), QRectF(option.rect)
        painter.save()
        chosen = bool(option.state & _STATE.State_Selected)
        painter.fillRect(area, theme.color("accent-soft" if chosen else "surface"))
        inner = area.adjusted(_SIDE, 0, -_SIDE, 0)
        if index.column() == 0:
            self._paint_person(painter, inner, index.data(PERSONA_ROLE))
        else:
            _paint_cell(painter, theme, inner, cell)
        if option.state & _STATE.State_HasFocus and self._view.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.drawRoundedRect(area.adjusted(1, 1, -2, -2), 4, 4)
        painter.restore()

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        line = LineField(parent)
        line.setProperty("role", "cell")
        line.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        return line

    def _paint_person(self, painter: QPainter, area: QRectF, persona: object) -> None:
        if not isinstance(persona, Persona):
            return
        theme = current_theme()
        size = theme.px(FACE)
        ratio = painter.device().devicePixelRatioF()
        face = self._portraits.circle(persona, size, ratio)
        mirrored = self._view.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = area.right() - size if mirrored else area.left()
        painter.drawPixmap(round(left), round(area.center().y() - size / 2), face)
        beside = size + _SIDE
        room = area.adjusted(0, 0, -beside, 0) if mirrored else area.adjusted(beside, 0, 0, 0)
        ink = "ink" if persona.name else "ink3"
        _paint_text(painter, theme, room, (shown_name(persona), "strong", ink))


def _paint_cell(painter: QPainter, theme: Theme, area: QRectF, cell: Cell) -> None:
    if cell.blank is not None:
        side = theme.px(_MARK)
        mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = area.right() - side if mirrored else area.left()
        mark = QRectF(left, area.center().y() - side / 2, side, side)
        paint_icon(painter, BLANK_ICONS[cell.blank], mark, theme.color("ink3"))
        if cell.blank != "undecided":
            beside = side + _SIDE / 2
            room = area.adjusted(0, 0, -beside, 0) if mirrored else area.adjusted(beside, 0, 0, 0)
            _paint_text(painter, theme, room, (_(BLANK_WORDS[cell.blank]), "chip", "ink3"))
    elif cell.chips:
        height = theme.px(HEIGHT)
        row = QRectF(area.left(), area.center().y() - height / 2, area.width(), height)
        paint_chip_row(painter, row, cell.chips)
    else:
        quoted = cell.text.startswith("“")
        role: TypeRole = "secondary" if quoted else "base"
        _paint_text(painter, theme, area, (cell.text, role, "ink2" if quoted else "ink"))


def _paint_text(
    painter: QPainter, theme: Theme, area: QRectF, words: tuple[str, TypeRole, str]
) -> None:
    text, role, ink = words
    painter.setFont(theme.font(role))
    painter.setPen(theme.color(ink))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(area.width()))
    painter.drawText(area, _LEADING, shown)
