"""What the cells of every matrix are painted with: people, and the frame of the current one."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from personamap.gui.coverage.shown import Shown
from personamap.gui.look.icons import paint_icon
from personamap.gui.look.mirroring import placed
from personamap.gui.look.theme import current_theme
from personamap.gui.portrait.portraits import MOST_FACES, OVERLAP
from personamap.i18n import in_digits

_FACE, _BESIDE = 26, 4


def face() -> int:
    """Return how large a face is in a cell, which is larger in larger text."""
    return current_theme().px(_FACE)


def paint_people_in_cell(
    painter: QPainter, area: QRectF, people: tuple[str, ...], shown: Shown, *, counted: bool = False
) -> None:
    """Paint people in the middle of a cell: all faces if they fit, else one and how many."""
    theme = current_theme()
    size = face()
    each = size - OVERLAP
    width = OVERLAP + each * len(people)
    fit = width <= area.width() - 4 and len(people) <= MOST_FACES
    count = "" if fit and not counted else in_digits(len(people))
    if count:
        painter.setFont(theme.font("chip-strong"))
        beside = _BESIDE + painter.fontMetrics().horizontalAdvance(count)
        fit = fit and width + beside <= area.width() - 4
        faces = people if fit else people[:1]
        width = OVERLAP + each * len(faces) + beside
    else:
        faces, beside = people, 0
    left = area.center().x() - width / 2
    place = QRectF(left, area.center().y() - size / 2, width - beside + 1, size)
    shown.paint_people(painter, placed(painter, place, area), faces, theme.color("surface"))
    painter.setPen(theme.color("ink2"))
    rest = QRectF(left + width - beside + _BESIDE, area.top(), width, area.height())
    painter.drawText(placed(painter, rest, area), Qt.AlignmentFlag.AlignVCenter, count)


def frame_as_it_stands(painter: QPainter, option: QStyleOptionViewItem, view: QWidget) -> None:
    """Frame a cell if it is under the mouse, or the current one of a view that has the focus."""
    area, state = QRectF(option.rect), option.state
    if state & QStyle.StateFlag.State_MouseOver:
        _frame(painter, area, 1)
    if state & QStyle.StateFlag.State_HasFocus and view.hasFocus():
        _frame(painter, area, 2)


def paint_head(painter: QPainter, rect: QRect, ground: str = "surface") -> None:
    """Paint the ground of a row's or a column's name with the line below it, and keep its pen."""
    theme = current_theme()
    painter.fillRect(rect, theme.color(ground))
    painter.setPen(QPen(theme.color("line"), 1))
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())


def paint_chevron(painter: QPainter, place: QRectF, *, is_open: bool) -> None:
    """Paint the mark of what can be opened, or is."""
    mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    closed = "chevron-left" if mirrored else "chevron-right"
    name = "chevron-down" if is_open else closed
    paint_icon(painter, name, place, current_theme().color("ink3"))


def _frame(painter: QPainter, area: QRectF, width: int) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(current_theme().color("accent"), width))
    painter.drawRoundedRect(area.adjusted(1, 1, -2, -2), 4, 4)
