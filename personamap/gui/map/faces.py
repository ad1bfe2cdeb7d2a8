"""The portraits of the map, a few new ones a turn, so that a crowd never holds up the window."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QPixmap

from personamap.domain.persona import Persona
from personamap.gui.portrait.portraits import Portraits

NEW_A_TURN = 24
"""How many portraits one turn may draw; one takes up to a millisecond."""


class Faces(QObject):
    """Gives portraits that were drawn before at once, and new ones as far as a turn allows.

    Whoever is told `None` shows the bare ground meanwhile; `ready` says
    that it is worth asking again.
    """

    ready = Signal()

    def __init__(self, portraits: Portraits, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._portraits = portraits
        self._drawn = 0
        self._is_missed = False
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._on_turn)

    def circle(self, persona: Persona, size: int, ratio: float) -> QPixmap | None:
        """Return a round portrait, or None when this turn has drawn enough."""
        if not self._portraits.has_circle(persona, size, ratio):
            self._turn.start()
            if self._drawn == NEW_A_TURN:
                self._is_missed = True
                return None
            self._drawn += 1
        return self._portraits.circle(persona, size, ratio)

    def _on_turn(self) -> None:
        is_missed, self._is_missed, self._drawn = self._is_missed, False, 0
        if is_missed:
            self.ready.emit()
