"""Paints the belonging square: four quiet places, and the arrows of people on them."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QPixmap, QPolygonF

from personamap.domain.labels import BELONGING_PLACES
from personamap.domain.persona import Quadrant
from personamap.gui.belonging.layout import Spot
from personamap.gui.belonging.stands import END, START
from personamap.gui.cast.card import shown_name
from personamap.gui.look.theme import Theme
from personamap.gui.portrait.portraits import Portraits
from personamap.i18n import _

_HEAD, _MARGIN, _SMALLEST = 9, 14, 8
_CORNERS: dict[Quadrant, tuple[float, float]] = {
    "minimisation": (0, 0),
    "belonging": (0.5, 0),
    "reclusiveness": (0, 0.5),
    "overbearing": (0.5, 0.5),
}
_LOW: tuple[Quadrant, ...] = ("reclusiveness", "overbearing")
_Side = Qt.AlignmentFlag
_MOST_WORDS = 0.4
"""Which part of a place its explanation may take; the help page has it as well."""


def begin(painter: QPainter) -> None:
    """Set a painter up for everything here."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    # The axes of the square have their sides, whichever way people read.
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def paint_ground(
    painter: QPainter, theme: Theme, area: QRectF, covered: Sequence[QRectF] | None
) -> dict[Quadrant, QRectF]:
    """Paint the four places and what the two axes are, and return where the names belong.

    The names are written last, so that no portrait covers them. What a place
    means is left to the help page where something would be `covered`, and
    in a crowd, which covers everything.
    """
    painter.setPen(QPen(theme.color("line"), 1))
    painter.setBrush(theme.color("surface"))
    painter.drawRect(area)
    half = area.width() / 2
    painter.fillRect(
        QRectF(area.center().x(), area.top(), half, half).adjusted(1, 1, 0, 0),
        theme.color("accent-soft"),
    )
    painter.drawLine(
        QPointF(area.center().x(), area.top()), QPointF(area.center().x(), area.bottom())
    )
    painter.drawLine(
        QPointF(area.left(), area.center().y()), QPointF(area.right(), area.center().y())
    )
    _paint_axes(painter, theme, area)
    names = {}
    for quadrant, (across, down) in _CORNERS.items():
        corner = area.topLeft() + QPointF(across * area.width(), down * area.height())
        room = QRectF(corner.x(), corner.y(), half, half).adjusted(_MARGIN, 10, -_MARGIN, -10)
        names[quadrant] = (
            room if covered is None else _paint_meaning(painter, theme, quadrant, room, covered)
        )
    return names


def paint_place_names(painter: QPainter, theme: Theme, rooms: Mapping[Quadrant, QRectF]) -> None:
    """Write what the four places are called, on a ground that keeps them readable."""
    names = {quadrant: _(BELONGING_PLACES[quadrant].text) for quadrant in rooms}
    font = theme.font("strong")
    for quadrant, room in rooms.items():
        font = _fitting(font, names[quadrant], room.width())
    painter.setFont(font)
    for quadrant, room in rooms.items():
        words = names[quadrant]
        flags = _corner_of(quadrant)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("surface", 0.8))
        ground = painter.boundingRect(room, flags, words).adjusted(-4, 0, 4, 0)
        painter.drawRoundedRect(ground, 4, 4)
        painter.setPen(theme.color("ink"))
        painter.drawText(room, flags, words)


def _fitting(font: QFont, words: str, room: float) -> QFont:
    """Return the font, made smaller where one line of it is wider than there is room."""
    wide = QFontMetricsF(font).horizontalAdvance(words)
    if wide > room:
        font.setPixelSize(max(_SMALLEST, int(font.pixelSize() * room / wide)))
    return font


def _paint_meaning(
    painter: QPainter,
    theme: Theme,
    quadrant: Quadrant,
    room: QRectF,
    covered: Sequence[QRectF],
) -> QRectF:
    """Write what a place means where there is room, and return what is left for its name."""
    words, flags = _(BELONGING_PLACES[quadrant].help), _corner_of(quadrant)
    is_low = quadrant in _LOW
    painter.setFont(theme.font("label"))
    line = painter.fontMetrics().height() + 2
    painter.setPen(theme.color("ink2"))
    painter.setFont(theme.font("chip"))
    below_name = room.adjusted(0, 0 if is_low else line, 0, 0)
    needed = painter.boundingRect(below_name, flags, words)
    is_covered = any(circle.intersects(needed) for circle in covered)
    if is_covered or needed.height() > room.height() * _MOST_WORDS:
        return room
    painter.drawText(below_name, flags, words)
    if not is_low:
        return room
    return QRectF(room.left(), room.top(), room.width(), needed.top() - room.top())


def _corner_of(quadrant: Quadrant) -> int:
    is_right = quadrant in ("belonging", "overbearing")
    side = (_Side.AlignRight if is_right else _Side.AlignLeft) | _Side.AlignAbsolute
    side |= _Side.AlignBottom if quadrant in _LOW else _Side.AlignTop
    return int(side.value) | int(Qt.TextFlag.TextWordWrap.value)


def _paint_axes(painter: QPainter, theme: Theme, area: QRectF) -> None:
    across, up = _("more authenticity →"), _("more acceptance of others →")
    painter.setPen(theme.color("ink2"))
    painter.setFont(_fitting(theme.font("strong"), max(across, up, key=len), area.width()))
    high = painter.fontMetrics().height() + 6
    below = QRectF(area.left(), area.bottom() + 4, area.width(), high)
    painter.drawText(below, _Side.AlignCenter, across)
    painter.save()
    painter.translate(area.left() - 4, area.center().y())
    painter.rotate(-90)
    beside = QRectF(-area.height() / 2, -high, area.height(), high)
    painter.drawText(beside, _Side.AlignCenter, up)
    painter.restore()


def paint_path(painter: QPainter, theme: Theme, spots: Sequence[Spot], chosen: bool) -> None:
    """Paint the way from point to point, with an arrow where it ends."""
    if len(spots) < 2:
        return
    ink = theme.color("accent" if chosen else "edge")
    painter.setPen(QPen(ink, 3 if chosen else 1))
    # Lines of one pixel, one by one, are ten times as fast as a polyline: a crowd has hundreds.
    for one, other in pairwise(spots):
        painter.drawLine(one.at, other.at)
    before, last = spots[-2], spots[-1]
    way = last.at - before.at
    far = math.hypot(way.x(), way.y())
    if last.stand.key != "end" or far <= last.side / 2 + _HEAD:
        return
    ahead = QPointF(way.x() / far, way.y() / far)
    beside = QPointF(-ahead.y(), ahead.x())
    tip = last.at - ahead * (last.side / 2 + 3)
    foot = tip - ahead * _HEAD
    painter.setBrush(ink)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawPolygon(QPolygonF([tip, foot + beside * 5, foot - beside * 5]))


def paint_points(
    painter: QPainter,
    theme: Theme,
    spots: Sequence[Spot],
    portraits: Portraits,
    *,
    is_chosen: bool,
) -> None:
    """Paint the points of somebody: a portrait at either end, a number for each scene."""
    ratio = painter.device().devicePixelRatio()
    for spot in spots:
        if spot.stand.key in (START, END):
            face = portraits.circle(spot.persona, round(spot.side), ratio)
            _paint_face(painter, theme, spot, face, is_chosen)
        else:
            _paint_step(painter, theme, spot, is_chosen)


def _paint_face(painter: QPainter, theme: Theme, spot: Spot, face: QPixmap, chosen: bool) -> None:
    """Paint a portrait; a dotted ring says that the other end is not told."""
    arc, circle = spot.persona.belonging, spot.circle
    alone = arc.start is None or arc.end is None
    painter.drawPixmap(circle.topLeft(), face)
    ring = QPen(theme.color("accent" if chosen else "ink3"), 3 if chosen else 1.5)
    ring.setStyle(Qt.PenStyle.DotLine if alone else Qt.PenStyle.SolidLine)
    painter.setPen(ring)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(circle)


def _paint_step(painter: QPainter, theme: Theme, spot: Spot, chosen: bool) -> None:
    """Paint the number of a scene; a dotted ring says that no place is told for it."""
    pen = QPen(theme.color("accent" if chosen else "ink3"), 1.5)
    pen.setStyle(Qt.PenStyle.SolidLine if spot.stand.told else Qt.PenStyle.DotLine)
    filled = chosen and spot.stand.told
    painter.setPen(pen)
    painter.setBrush(theme.color("accent" if filled else "surface"))
    painter.drawEllipse(spot.circle)
    painter.setFont(theme.font("chip"))
    if spot.side >= painter.fontMetrics().height():
        painter.setPen(theme.color("on" if filled else "ink"))
        painter.drawText(spot.circle, _Side.AlignCenter, f"{spot.stand.number}")


def name_of(theme: Theme, spot: Spot, within: QRectF) -> tuple[QRectF, str]:
    """Return who it is and where that is written: below the portrait, or above at the edge."""
    metrics = QFontMetricsF(theme.font("label"))
    name = spot.persona.called or shown_name(spot.persona)
    words = metrics.elidedText(name, Qt.TextElideMode.ElideRight, theme.px(130))
    wide, high = metrics.horizontalAdvance(words) + 8, metrics.height()
    top = spot.circle.bottom() + 2
    if top + high > within.bottom():
        top = spot.circle.top() - high - 2
    left = min(max(within.left(), spot.at.x() - wide / 2), within.right() - wide)
    return QRectF(left, top, wide, high), words


def paint_name(painter: QPainter, theme: Theme, area: QRectF, words: str) -> None:
    """Write who it is, on a ground that keeps the name readable."""
    painter.setFont(theme.font("label"))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("surface", 0.8))
    painter.drawRoundedRect(area, 4, 4)
    painter.setPen(theme.color("ink"))
    painter.drawText(area, _Side.AlignCenter, words)


def paint_focus(painter: QPainter, theme: Theme, spot: Spot) -> None:
    """Paint the ring that says which point the keyboard moves."""
    painter.setPen(QPen(theme.color("accent"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(spot.circle.adjusted(-4, -4, 4, 4))
