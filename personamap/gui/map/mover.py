"""Moves items to new places in a short glide, or at once when motion is reduced."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEasingCurve, QObject, QPointF, QVariantAnimation, Signal
from PySide6.QtWidgets import QGraphicsItem

from personamap.gui.look.theme import current_theme

GLIDE = 240
MOST_GLIDING = 80


class Mover(QObject):
    """Brings items from where they are to where they belong."""

    moved = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._ways: list[tuple[QGraphicsItem, QPointF, QPointF]] = []
        self._glide = QVariantAnimation(self)
        self._glide.setStartValue(0.0)
        self._glide.setEndValue(1.0)
        self._glide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._glide.valueChanged.connect(self._on_step)

    def bring(self, places: Sequence[tuple[QGraphicsItem, QPointF]], glides: bool) -> None:
        """Start moving; a move that is still going on ends where it was going."""
        self._glide.stop()
        self._ways = [(item, item.pos(), place) for item, place in places]
        if not self._ways:
            return
        duration = current_theme().duration(GLIDE)
        if glides and duration and len(self._ways) <= MOST_GLIDING:
            self._glide.setDuration(duration)
            self._glide.start()
        else:
            self._on_step(1.0)

    def _on_step(self, share: float) -> None:
        for item, start, end in self._ways:
            item.setPos(end if share >= 1 else start + (end - start) * share)
        self.moved.emit()
