"""A menu whose entries have an icon, a name and a sentence, such as the four kinds of blank."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QEnterEvent, QFontMetrics, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QWidget, QWidgetAction
from typing_extensions import override

from personamap.gui.look.icons import paint_icon
from personamap.gui.look.mirroring import placed
from personamap.gui.look.theme import current_theme
from personamap.gui.widgets.plain_words import plain_label

_ICON, _CHECK, _SIDE, _ROW = 18, 16, 12, 44
_NARROWEST = 320


class MenuRow(Struct, frozen=True):
    """One entry: what is picked, and the words and icon it is known by."""

    id: str
    icon: str
    text: str
    help: str = ""


class RichMenu(QMenu):
    """Lets people pick one of a few choices that need a sentence each.

    The rows are painted, but every one is an ordinary action, so arrow
    keys, Return and screen readers find what they expect.
    """

    picked = Signal(str)

    def __init__(
        self, question: str, rows: Sequence[MenuRow], chosen: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(question)
        self.rows: dict[str, _RowWidget] = {}
        self._add_question(question)
        for row in rows:
            self._add_row(row, row.id == chosen)
        self.hovered.connect(self._on_hovered)
        self.triggered.connect(self._on_triggered)

    def _add_question(self, question: str) -> None:
        label = plain_label(question)
        label.setProperty("role", "hint")
        label.setContentsMargins(_SIDE, 4, _SIDE, 6)
        action = QWidgetAction(self)
        action.setDefaultWidget(label)
        action.setText(question)
        action.setEnabled(False)
        self.addAction(action)

    def _add_row(self, row: MenuRow, chosen: bool) -> None:
        action = QWidgetAction(self)
        action.setText(f"{row.text}: {row.help}" if row.help else row.text)
        action.setData(row.id)
        action.setCheckable(True)
        action.setChecked(chosen)
        widget = _RowWidget(row, chosen, action, self)
        action.setDefaultWidget(widget)
        self.addAction(action)
        self.rows[row.id] = widget
        if chosen:
            self.setActiveAction(action)

    def _on_hovered(self, hovered: QAction) -> None:
        for widget in self.rows.values():
            widget.show_current(widget.action is hovered)

    def _on_triggered(self, action: QAction) -> None:
        if action.data():
            self.picked.emit(action.data())


class _RowWidget(QWidget):
    def __init__(self, row: MenuRow, chosen: bool, action: QAction, menu: QMenu) -> None:
        super().__init__(menu)
        self.action = action
        self._row, self._chosen, self._menu = row, chosen, menu
        self._current = chosen
        self.setMouseTracking(True)
        self.setAccessibleName(action.text())

    def show_current(self, current: bool) -> None:
        """Show whether this is the row that Return would pick."""
        self._current = current
        self.update()

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self._menu.setActiveAction(self.action)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._menu.close()
        self.action.trigger()

    @override
    def sizeHint(self) -> QSize:
        theme = current_theme()
        texts = max(
            QFontMetrics(theme.font("strong")).horizontalAdvance(self._row.text),
            QFontMetrics(theme.font("chip")).horizontalAdvance(self._row.help),
        )
        width = texts + theme.px(_ICON + _CHECK) + 5 * _SIDE
        return QSize(max(width, _NARROWEST), theme.px(_ROW if self._row.help else _ROW - 12))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(2, 0, -2, 0)
        if self._current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent-soft"))
            painter.drawRoundedRect(area, 8, 8)
        side = theme.px(_ICON)
        mark = QRectF(area.left() + _SIDE, area.center().y() - side / 2, side, side)
        ink = "accent" if self._current else "ink"
        paint_icon(painter, self._row.icon, placed(painter, mark, area), theme.color(ink))
        words = placed(painter, area.adjusted(2 * _SIDE + side, 0, 0, 0), area)
        self._paint_words(painter, words, ink)
        if self._chosen:
            side = theme.px(_CHECK)
            x = area.right() - _SIDE - side
            tick = QRectF(x, area.center().y() - side / 2, side, side)
            paint_icon(painter, "check", placed(painter, tick, area), theme.color("accent"))

    def _paint_words(self, painter: QPainter, area: QRectF, ink: str) -> None:
        theme = current_theme()
        upright = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.color(ink))
        if not self._row.help:
            painter.drawText(area, upright, self._row.text)
            return
        top = area.adjusted(0, theme.px(4), 0, -theme.px(20))
        painter.drawText(top, upright, self._row.text)
        painter.setFont(theme.font("chip"))
        painter.setPen(theme.color(ink if self._current else "ink2"))
        painter.drawText(area.adjusted(0, theme.px(23), 0, -theme.px(3)), upright, self._row.help)
