"""Two small buttons of a facet row: one that opens a menu, and the star."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import (
    QAbstractButton,
    QPushButton,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)
from typing_extensions import override

from personamap.gui.look.icons import paint_icon
from personamap.gui.look.mirroring import placed
from personamap.gui.look.theme import current_theme
from personamap.gui.widgets.chips import HEIGHT

_MARK, _GAP, _STAR = 12, 5, 14


class MenuChip(QPushButton):
    """A small button with an icon, a word and a chevron that says it opens a menu."""

    def __init__(self, role: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", role)
        self.setProperty("ringRadius", HEIGHT / 2)
        self.setAutoDefault(False)
        self.icon_name = ""

    def tell(self, icon_name: str, text: str, name: str) -> None:
        """Show an icon and a word; `name` is what a screen reader says."""
        self.icon_name = icon_name
        self.setText(text)
        self.setAccessibleName(name)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        theme = current_theme()
        marks = theme.px(_MARK) * (2 if self.icon_name else 1)
        text = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(text + marks + 2 * _GAP + theme.px(20), theme.px(HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text, option.icon = "", QIcon()
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = theme.px(_MARK)
        x, y = float(theme.px(10)), (self.height() - side) / 2
        colour = theme.color("ink2" if self.isEnabled() else "ink3")
        whole = QRectF(self.rect())
        if self.icon_name:
            mark = placed(painter, QRectF(x, y, side, side), whole)
            paint_icon(painter, self.icon_name, mark, colour)
            x += side + _GAP
        text = QRectF(x, 0, self.width() - x, self.height())
        painter.setPen(colour)
        upright = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(placed(painter, text, whole), upright, self.text())
        right = self.width() - theme.px(8) - side
        mark = placed(painter, QRectF(right, y, side, side), whole)
        paint_icon(painter, "chevron-down", mark, colour)


class StarButton(QAbstractButton):
    """A star that is filled while it is set, and only hinted at while it is not."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    @override
    def sizeHint(self) -> QSize:
        side = current_theme().px(HEIGHT)
        return QSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        row = self.parentWidget()
        hinted = self.hasFocus() or (row is not None and row.underMouse())
        if not self.isChecked() and not hinted:
            return
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = theme.px(_STAR)
        area = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        if self.isChecked():
            painter.setPen(QPen(theme.color("accent"), 1))
            painter.setBrush(theme.color("accent"))
            painter.drawPolygon(_star(area))
        else:
            paint_icon(painter, "star", area, theme.color("ink3"))


def _star(area: QRectF) -> QPolygonF:
    outer = area.width() / 2 - 0.5
    points = []
    for corner in range(10):
        reach = outer if corner % 2 == 0 else outer * 0.45
        angle = math.radians(36 * corner - 90)
        points.append(
            area.center() + QPointF(0, 0.5) + QPointF(math.cos(angle), math.sin(angle)) * reach
        )
    return QPolygonF(points)
