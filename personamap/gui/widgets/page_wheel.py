"""The wheel belongs to the page: scrolling past a field never changes what it holds."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override


def leave_wheel_to_page(*fields: QWidget) -> None:
    """Let the page scroll when the wheel turns over these fields."""
    for field in fields:
        field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        field.installEventFilter(_PageWheel(field))


class _PageWheel(QObject):
    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.Wheel:
            return False
        event.ignore()
        return True
