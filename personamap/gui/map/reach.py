"""How far around its place each item of the map reaches, in points of the unscaled map."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF

from personamap.analysis.map.parts import PERSON_SIZE, Spot
from personamap.gui.look.focus_ring import REACH

RADIUS = PERSON_SIZE / 2
PLATE_TOP, PLATE_HEIGHT, PLATE_WIDTH = RADIUS + 9, 40.0, 168.0
_CIRCLE_REACH = 5.5


def reach_of(spot: Spot) -> QRectF:
    """Return the bounds an item of this spot has around its place."""
    match spot.kind:
        case "person":
            return person_reach()
        case "heading":
            return heading_reach(spot)
        case _:
            return box_reach(spot)


def person_reach() -> QRectF:
    """Return the bounds of a portrait with its rings and its plate."""
    reach = RADIUS + _CIRCLE_REACH + REACH + 1
    half = max(PLATE_WIDTH / 2, reach)
    return QRectF(-half, -reach, 2 * half, reach + PLATE_TOP + PLATE_HEIGHT)


def box_of(spot: Spot) -> QRectF:
    """Return the box itself."""
    rect = QRectF(0, 0, spot.width, spot.height)
    rect.moveCenter(QPointF())
    return rect


def box_reach(spot: Spot) -> QRectF:
    """Return the bounds of a box with its rings."""
    return box_of(spot).adjusted(-REACH - 2, -REACH - 2, REACH + 2, REACH + 2)


def heading_reach(spot: Spot) -> QRectF:
    """Return the bounds of a heading."""
    return QRectF(-spot.width / 2, -18, spot.width, 36)
