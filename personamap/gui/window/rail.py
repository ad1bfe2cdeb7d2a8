"""The rail at the left: the workspaces, each as icon and word, and Export at its foot."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from personamap.gui.look.mirroring import placed
from personamap.gui.look.theme import current_look, current_theme
from personamap.gui.widgets.page import page_of
from personamap.i18n import _

WIDTH, ICON, MARK = 88, 22, 3
_SIDE = 8


class Rail(QFrame):
    """Buttons for the workspace actions and, at the foot, for what is done with the whole cast."""

    def __init__(
        self,
        workspaces: Sequence[QAction],
        foot: Sequence[QAction],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "rail")
        self.setAccessibleName(_("Workspaces"))
        self.buttons = tuple(_button(action) for action in workspaces)
        self.foot = tuple(_button(action) for action in foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 16)
        column.setSpacing(4)
        # Large text and a low window leave no room for all of them at once.
        self._page = page_of(_Column(self.buttons), steady=False)
        column.addWidget(self._page, 1)
        column.addWidget(_Column(self.foot))
        for button in self.buttons:
            button.toggled.connect(self._keep_chosen_in_sight)
        look = current_look()
        if look is not None:
            look.changed.connect(self._fit)
        self._fit()

    def _keep_chosen_in_sight(self, _is_on: bool) -> None:
        chosen = [button for button in self.buttons if button.isChecked()]
        # Between one workspace and the next both are on for a moment.
        if len(chosen) == 1:
            self._page.ensureWidgetVisible(chosen[0])

    def _fit(self) -> None:
        theme = current_theme()
        metrics = QFontMetrics(theme.font("chip-strong"))
        buttons = (*self.buttons, *self.foot)
        words = max(metrics.horizontalAdvance(button.text()) for button in buttons)
        self.setFixedWidth(max(theme.px(WIDTH), words + 2 * (_SIDE + _SIDE)))
        side = theme.px(ICON)
        for button in buttons:
            button.setIconSize(QSize(side, side))


class _Column(QWidget):
    """Buttons one under the other, with a mark beside the one that is on."""

    def __init__(self, buttons: Sequence[QToolButton]) -> None:
        super().__init__()
        self._buttons = buttons
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 0, _SIDE, 0)
        column.setSpacing(4)
        for button in buttons:
            column.addWidget(button)
            button.toggled.connect(self.update)
        column.addStretch(1)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), current_theme().color("surface"))
        for button in self._buttons:
            if button.isChecked():
                mark = QRectF(0, button.y() + 8, MARK, button.height() - 16)
                place = placed(painter, mark, QRectF(self.rect()))
                painter.fillRect(place, current_theme().color("accent"))


def _button(action: QAction) -> QToolButton:
    button = QToolButton()
    button.setProperty("role", "rail")
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setDefaultAction(action)
    button.setSizePolicy(
        button.sizePolicy().Policy.Expanding,
        button.sizePolicy().Policy.Preferred,
    )
    return button
