"""What stands on the map: people, boxes and headings, each painted from its spot."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsObject,
    QGraphicsSceneContextMenuEvent,
    QGraphicsSceneMouseEvent,
    QStyleOptionGraphicsItem,
    QWidget,
)
from typing_extensions import override

from personamap.analysis.map.parts import PERSON_SIZE, Spot
from personamap.domain.persona import Persona
from personamap.gui.look.focus_ring import REACH, paint_ring
from personamap.gui.look.icons import paint_icon
from personamap.gui.look.theme import Theme, TypeRole
from personamap.gui.map.faces import Faces
from personamap.gui.map.painting import (
    Words,
    elided,
    paint_pin,
    portrait_ratio,
    unscaled,
    words_width,
    zoom_of,
)
from personamap.i18n import _

VEIL = 0.62
TOO_SMALL_TO_READ = 0.35
_RADIUS = PERSON_SIZE / 2
_CIRCLE_REACH = 5.5
_PLATE_TOP, _PLATE_HEIGHT, _PLATE_WIDTH = _RADIUS + 9, 40.0, 168.0
_CORNER, _COUNT_HEIGHT, _ICON, _PADDING = 8.0, 20.0, 14.0, 12.0
_LEFT = Qt.AlignmentFlag.AlignLeft


@dataclass(frozen=True, slots=True)
class Standing:
    """How an item takes part in what is chosen."""

    is_chosen: bool = False
    is_near: bool = False
    is_faded: bool = False
    has_focus: bool = False


class SpotItem(QGraphicsObject):
    """One spot on the canvas: can be pressed, dragged and opened unless it is a heading."""

    pressed = Signal(str)
    dragged = Signal(str)
    dropped = Signal(str)
    opened = Signal(str)
    asked = Signal(str, QPointF)

    def __init__(self, spot: Spot) -> None:
        super().__init__()
        self.spot = spot
        self.standing = Standing()
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        if spot.kind != "heading":
            self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsMovable)
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_spot(self, spot: Spot) -> None:
        """Show what a newer picture says; the place is set by the scene."""
        before, self.spot = self.spot, spot
        if before is not spot and _content(before) != _content(spot):
            self.prepareGeometryChange()
            self.update()

    def stand(self, standing: Standing) -> None:
        """Show whether this is chosen, next to it, faded or focused."""
        if standing != self.standing:
            self.standing = standing
            self.setZValue(2 if standing.is_chosen else 1)
            self.update()

    def veil(self, painter: QPainter, theme: Theme) -> None:
        """Fade what was painted towards the ground, without letting lines shine through."""
        if self.standing.is_faded:
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceAtop)
            painter.fillRect(self.boundingRect(), theme.color("ground", VEIL))
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)

    @override
    def mousePressEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        super().mousePressEvent(event)
        if self.spot.kind == "heading":
            event.ignore()
            return
        self.pressed.emit(self.spot.id)

    @override
    def mouseMoveEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self.dragged.emit(self.spot.id)

    @override
    def mouseReleaseEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self.pos() != QPointF(self.spot.x, self.spot.y):
            self.dropped.emit(self.spot.id)

    @override
    def mouseDoubleClickEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        self.opened.emit(self.spot.id)

    @override
    def contextMenuEvent(self, event: QGraphicsSceneContextMenuEvent) -> None:
        if self.spot.kind != "heading":
            self.asked.emit(self.spot.id, QPointF(event.screenPos()))


class PersonItem(SpotItem):
    """A round portrait with name and job on a plate below."""

    def __init__(self, spot: Spot, faces: Faces) -> None:
        super().__init__(spot)
        self._faces = faces
        self._persona: Persona | None = None
        self.is_bare = False
        faces.ready.connect(self._on_faces_ready)

    def show_persona(self, persona: Persona) -> None:
        """Show the portrait of this persona."""
        if persona is not self._persona:
            self._persona = persona
            self.update()

    @override
    def boundingRect(self) -> QRectF:
        return _person_reach()

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        theme, zoom = unscaled(), zoom_of(painter)
        if zoom < TOO_SMALL_TO_READ:
            self._paint_small(painter, theme, zoom)
            return
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        self._paint_ring(painter, theme)
        self._paint_portrait(painter, zoom)
        self._paint_plate(painter, theme)
        if self.spot.is_pinned:
            paint_pin(painter, theme)
        self.veil(painter, theme)

    def _paint_small(self, painter: QPainter, theme: Theme, zoom: float) -> None:
        """Paint the least that tells people apart, since many are seen at once."""
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setOpacity(1 - VEIL if self.standing.is_faded else 1.0)
        if self.standing.is_chosen or self.standing.is_near:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_ring(painter, theme)
        self._paint_portrait(painter, zoom)

    def _paint_portrait(self, painter: QPainter, zoom: float) -> None:
        if self._persona is None:
            return
        pixmap = self._faces.circle(self._persona, int(PERSON_SIZE), portrait_ratio(zoom))
        self.is_bare = pixmap is None
        if pixmap is not None:
            painter.drawPixmap(QPointF(-_RADIUS, -_RADIUS), pixmap)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(unscaled().ground(self._persona.colour))
        painter.drawEllipse(QPointF(), _RADIUS, _RADIUS)

    def _on_faces_ready(self) -> None:
        if self.is_bare:
            self.update()

    def _paint_ring(self, painter: QPainter, theme: Theme) -> None:
        lit = self.standing.is_chosen or self.standing.is_near
        if lit:
            painter.setPen(QPen(theme.color("accent"), 2.5))
            inner = _RADIUS + 4.25
        else:
            painter.setPen(QPen(theme.color("line"), 1))
            inner = _RADIUS + 4.5
        painter.setBrush(theme.color("surface"))
        painter.drawEllipse(QPointF(), inner, inner)
        if self.standing.has_focus:
            ring = QRectF(-inner, -inner, 2 * inner, 2 * inner).adjusted(-1, -1, 1, 1)
            paint_ring(painter, ring, inner + 1)

    def _paint_plate(self, painter: QPainter, theme: Theme) -> None:
        name = elided(theme, "strong", self.spot.label, _PLATE_WIDTH - 16)
        job = elided(theme, "chip", self.spot.note, _PLATE_WIDTH - 16)
        width = 16 + max(words_width(theme, "strong", name), words_width(theme, "chip", job))
        height = _PLATE_HEIGHT if job else _PLATE_HEIGHT - 16
        plate = QRectF(-width / 2, _PLATE_TOP, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("ground"))
        painter.drawRoundedRect(plate, _CORNER, _CORNER)
        pen = Words(painter, theme)
        pen.write(name, QRectF(plate.x(), _PLATE_TOP + 2, width, 19), "strong", "ink")
        if job:
            pen.write(job, QRectF(plate.x(), _PLATE_TOP + 21, width, 16), "chip", "ink2")


class BoxItem(SpotItem):
    """An experience or a value: a box with its count, or a dashed one with an empty seat."""

    @override
    def boundingRect(self) -> QRectF:
        return _box_reach(self.spot)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        theme, box = unscaled(), _box(self.spot)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if zoom_of(painter) < TOO_SMALL_TO_READ:
            painter.setOpacity(1 - VEIL if self.standing.is_faded else 1.0)
            self._paint_box(painter, theme, box)
            return
        self._paint_box(painter, theme, box)
        self._paint_words(painter, theme, box)
        self.veil(painter, theme)

    def _paint_words(self, painter: QPainter, theme: Theme, box: QRectF) -> None:
        ink = "on" if self.standing.is_chosen else "ink2" if self.spot.is_empty else "ink"
        left = box.left() + _PADDING
        icon = "armchair" if self.spot.is_empty else "link"
        if self.spot.is_empty or self.spot.kind == "experience":
            place = QRectF(left, -_ICON / 2, _ICON, _ICON)
            paint_icon(painter, icon, place, theme.color("on" if ink == "on" else "ink2"))
            left += _ICON + 8
        right = self._paint_count(painter, theme, box.right() - _PADDING)
        role: TypeRole = "strong" if self.standing.is_chosen else "base"
        room = QRectF(left, box.top(), right - left - 8, box.height())
        label = elided(theme, role, self.spot.label, room.width())
        Words(painter, theme).write(label, room, role, ink, _LEFT)

    def _paint_box(self, painter: QPainter, theme: Theme, box: QRectF) -> None:
        pen = QPen(theme.color("edge"), 1)
        painter.setBrush(theme.color("surface"))
        if self.spot.is_empty:
            pen.setDashPattern([4, 3])
            painter.setBrush(theme.color("ground"))
        if self.standing.is_chosen:
            pen = QPen(theme.color("accent"), 1)
            painter.setBrush(theme.color("accent"))
        elif self.standing.is_near:
            pen = QPen(theme.color("accent"), 2)
        painter.setPen(pen)
        painter.drawRoundedRect(box, _CORNER, _CORNER)
        if self.standing.has_focus:
            paint_ring(painter, box, _CORNER)

    def _paint_count(self, painter: QPainter, theme: Theme, right: float) -> float:
        text = str(self.spot.count) if self.spot.count else _("nobody")
        width = words_width(theme, "chip", text)
        if not self.spot.count:
            ink = "on" if self.standing.is_chosen else "ink3"
            Words(painter, theme).write(text, QRectF(right - width, -10, width, 20), "chip", ink)
            return right - width
        pill = QRectF(0, -_COUNT_HEIGHT / 2, max(width + 12, _COUNT_HEIGHT), _COUNT_HEIGHT)
        pill.moveRight(right + 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("on" if self.standing.is_chosen else "sunken"))
        painter.drawRoundedRect(pill, _COUNT_HEIGHT / 2, _COUNT_HEIGHT / 2)
        ink = "accent" if self.standing.is_chosen else "ink"
        Words(painter, theme).write(text, pill, "chip", ink)
        return pill.left()


class HeadingItem(SpotItem):
    """The name of a facet above its values."""

    @override
    def boundingRect(self) -> QRectF:
        return _heading_reach(self.spot)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        theme, rect = unscaled(), self.boundingRect()
        label = elided(theme, "label", self.spot.label, rect.width())
        Words(painter, theme).write(label, rect, "label", "ink2", _LEFT)
        self.veil(painter, theme)


def reach_of(spot: Spot) -> QRectF:
    """Return the bounds an item of this spot has around its place."""
    match spot.kind:
        case "person":
            return _person_reach()
        case "heading":
            return _heading_reach(spot)
        case _:
            return _box_reach(spot)


def _person_reach() -> QRectF:
    reach = _RADIUS + _CIRCLE_REACH + REACH + 1
    half = max(_PLATE_WIDTH / 2, reach)
    return QRectF(-half, -reach, 2 * half, reach + _PLATE_TOP + _PLATE_HEIGHT)


def _box(spot: Spot) -> QRectF:
    rect = QRectF(0, 0, spot.width, spot.height)
    rect.moveCenter(QPointF())
    return rect


def _box_reach(spot: Spot) -> QRectF:
    return _box(spot).adjusted(-REACH - 2, -REACH - 2, REACH + 2, REACH + 2)


def _heading_reach(spot: Spot) -> QRectF:
    return QRectF(-spot.width / 2, -18, spot.width, 36)


def _content(spot: Spot) -> tuple[object, ...]:
    return spot.label, spot.note, spot.count, spot.width, spot.is_pinned
