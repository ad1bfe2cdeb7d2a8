"""A title with what can be chosen beside it, or below it where there is no room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget
from typing_extensions import override

from personamap.gui.look.theme import current_theme
from personamap.gui.widgets.flow_layout import FlowLayout
from personamap.gui.widgets.plain_words import plain_label

_BETWEEN, _GAP = 16, 8
_CONTROL = 32
"""How high a control is, so that words beside one stand in the middle of the line."""


class WrappingHead(QWidget):
    """Holds a title and, at the right, what is put there.

    Where text is large or the window narrow, that stands below the title
    and wraps, so that nothing is ever cut.
    """

    def __init__(self, title: str, role: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = plain_label(title)
        self.title.setProperty("role", role)
        self._box = _Beside()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_BETWEEN)
        self._grid.setVerticalSpacing(_GAP)
        self._grid.addWidget(self.title, 0, 0)
        self._grid.addWidget(self._box, 0, 1)
        self._grid.setColumnStretch(0, 1)
        self._grid.setRowStretch(2, 1)
        self._words: QWidget = self.title
        self._beside = True

    def follow_title(self, widget: QWidget) -> None:
        """Put something right behind the title, such as how many there are."""
        self._words = _side_by_side((self.title, widget))
        self._grid.addWidget(self._words, 0, 0, Qt.AlignmentFlag.AlignLeft)

    def hold(self, *widgets: QWidget) -> None:
        """Put these at the right end, in this order, in place of what is there."""
        while self._box.row.count():
            self._box.row.takeAt(0)
        for widget in widgets:
            self._box.row.addWidget(widget)
        self._arrange()

    def put(self, *widgets: QWidget) -> None:
        """Put something at the right end; what is put there together stays together."""
        if len(widgets) == 1:
            self._box.row.addWidget(widgets[0])
        else:
            self._box.row.addWidget(_side_by_side(widgets))
        self._arrange()

    def _arrange(self) -> None:
        """Put all beside the title if it fits in one line, else below it."""
        margins = self._grid.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        room -= self._words.sizeHint().width() + _BETWEEN
        beside = self._box.sizeHint().width() <= room
        if beside != self._beside:
            self._beside = beside
            self._grid.removeWidget(self._box)
            where = (0, 1, 1, 1) if beside else (1, 0, 1, 2)
            self._grid.addWidget(self._box, *where)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        # What shows another text, such as a number of people, needs another width.
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return done


class _Beside(QWidget):
    """Wants one line, and makes do with less."""

    def __init__(self) -> None:
        super().__init__()
        self.row = FlowLayout(self, _GAP)

    @override
    def sizeHint(self) -> QSize:
        items = [self.row.itemAt(place) for place in range(self.row.count())]
        widths = [item.sizeHint().width() + _GAP for item in items if item and not item.isEmpty()]
        width = max(0, sum(widths) - _GAP)
        return QSize(width, self.row.heightForWidth(width))


def _side_by_side(widgets: tuple[QWidget, ...]) -> QWidget:
    together = QWidget()
    together.setMinimumHeight(current_theme().px(_CONTROL))
    row = QHBoxLayout(together)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(_GAP)
    for widget in widgets:
        row.addWidget(widget)
    return together
