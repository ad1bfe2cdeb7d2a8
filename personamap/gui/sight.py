"""Whether a place of the window is on screen: what is selected elsewhere is not acted on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override


class Sight(QObject):
    """Follows a widget as it goes out of sight behind another, and comes back.

    A window that is put away as a whole takes nothing out of sight.
    """

    changed = Signal()

    def __init__(self, place: QWidget) -> None:
        super().__init__(place)
        self.is_lost = False
        place.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        turns = event.type() in (QEvent.Type.Hide, QEvent.Type.Show) and not event.spontaneous()
        if turns:
            self.is_lost = event.type() == QEvent.Type.Hide
            self.changed.emit()
        return False
