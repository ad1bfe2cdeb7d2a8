"""The chevron of a button that opens a menu: it belongs behind the words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QPushButton

_LEFT, _RIGHT = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft


def put_icon_behind(button: QPushButton, menu: QMenu) -> None:
    """Give a button its menu, with its icon behind the words, where Qt puts it in front."""
    direction = QGuiApplication.layoutDirection()
    button.setLayoutDirection(_RIGHT if direction == _LEFT else _LEFT)
    menu.setLayoutDirection(direction)
    button.setMenu(menu)
