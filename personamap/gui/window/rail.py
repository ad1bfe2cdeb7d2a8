"""The rail at the left: the workspaces, each as icon and word, and Export at its foot."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from personamap.gui.look.theme import current_look, current_theme
from personamap.i18n import _

WIDTH, ICON, MARK = 88, 22, 3


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
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 16, 8, 16)
        column.setSpacing(4)
        self.buttons = tuple(_button(action) for action in workspaces)
        for button in self.buttons:
            column.addWidget(button)
            button.toggled.connect(self.update)
        column.addStretch(1)
        self.foot = tuple(_button(action) for action in foot)
        for button in self.foot:
            column.addWidget(button)
        look = current_look()
        if look is not None:
            look.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        theme = current_theme()
        self.setFixedWidth(theme.px(WIDTH))
        side = theme.px(ICON)
        for button in self.findChildren(QToolButton):
            button.setIconSize(QSize(side, side))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        for button in self.buttons:
            if button.isChecked():
                mark = QRect(0, button.y() + 8, MARK, button.height() - 16)
                painter.fillRect(mark, current_theme().color("accent"))


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
