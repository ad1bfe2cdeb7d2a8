"""Where something painted belongs when people read from right to left."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter


def placed(painter: QPainter, rect: QRectF, within: QRectF) -> QRectF:
    """Return `rect`, thought from left to right, where the painter's direction puts it."""
    if painter.layoutDirection() == Qt.LayoutDirection.LeftToRight:
        return rect
    left = within.left() + within.right() - rect.right()
    return QRectF(left, rect.top(), rect.width(), rect.height())
