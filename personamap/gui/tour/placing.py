"""Where a note stands: beside what it points at, and always within the window."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize

GAP = 12


def note_place(target: QRect, sizes: Sequence[QSize], room: QRect) -> QRect:
    """Return where a note stands that may be as large as any of `sizes`, the first rather.

    Large text makes a note so high that only a wide and low one leaves the target free.
    """
    places = [QRect(beside(target, size, room), size) for size in sizes]
    return min(places, key=lambda place: _area(place.intersected(target)))


def beside(target: QRect, size: QSize, room: QRect) -> QPoint:
    """Return where a note of `size` covers nothing of `target`, or else as little as it can."""
    for place in _sides(target, size, room):
        if room.contains(place) and not place.intersects(target):
            return place.topLeft()
    low = target.intersected(room) if target.intersects(room) else room
    corner = QPoint(low.right() - GAP - size.width(), low.bottom() - GAP - size.height())
    return _within(QRect(corner, size), room).topLeft()


def _sides(target: QRect, size: QSize, room: QRect) -> tuple[QRect, ...]:
    level = _within(QRect(QPoint(room.left(), target.top()), size), room).top()
    start = _within(QRect(QPoint(target.left(), room.top()), size), room).left()
    return (
        QRect(QPoint(target.right() + 1 + GAP, level), size),
        QRect(QPoint(target.left() - GAP - size.width(), level), size),
        QRect(QPoint(start, target.bottom() + 1 + GAP), size),
        QRect(QPoint(start, target.top() - GAP - size.height()), size),
    )


def _area(rect: QRect) -> int:
    return max(0, rect.width()) * max(0, rect.height())


def _within(place: QRect, room: QRect) -> QRect:
    left = max(room.left(), min(place.left(), room.right() + 1 - place.width()))
    top = max(room.top(), min(place.top(), room.bottom() + 1 - place.height()))
    return QRect(QPoint(left, top), place.size())
