"""The line above the counts: its title, and what can be done with the whole cast."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget
from typing_extensions import override

from personamap.gui.look.icons import icon
from personamap.gui.look.theme import current_theme
from personamap.gui.widgets.flow_layout import FlowLayout
from personamap.i18n import _

_ICON = 16
_SIDE, _BETWEEN, _GAP = 24, 16, 8


class CoverageHead(QWidget):
    """Holds the title and, at the right, a button for each thing that can be asked for.

    Where text is large or the window narrow, the buttons stand below the
    title and wrap, so that none is ever cut.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLabel(_("Coverage"))
        self.title.setProperty("role", "title")
        self.buttons: list[QPushButton] = []
        self._box = _Buttons()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(_SIDE, 20, _SIDE, 12)
        self._grid.setHorizontalSpacing(_BETWEEN)
        self._grid.setVerticalSpacing(_GAP)
        self._grid.addWidget(self.title, 0, 0)
        self._grid.addWidget(self._box, 0, 1)
        self._grid.setColumnStretch(0, 1)
        self._grid.setRowStretch(2, 1)
        self._beside = True

    def add(
        self, words: str, icon_name: str, asked: Callable[[], object], *, primary: bool = False
    ) -> QPushButton:
        """Add a button at the right end that does `asked`; a primary one is filled."""
        button = QPushButton(icon(icon_name, "on" if primary else "ink2"), words)
        button.setIconSize(QSize(current_theme().px(_ICON), current_theme().px(_ICON)))
        if primary:
            button.setProperty("role", "primary")
        # A slot with optional parameters would be handed `checked`.
        button.clicked.connect(lambda _checked=False: asked())
        self.buttons.append(button)
        self._box.row.addWidget(button)
        self._arrange()
        return button

    def _arrange(self) -> None:
        """Put the buttons beside the title if all of them fit in one line, else below it."""
        room = self.width() - 2 * _SIDE - self.title.sizeHint().width() - _BETWEEN
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
        # A button that shows another text, such as a number of people, needs another width.
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return done


class _Buttons(QWidget):
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
