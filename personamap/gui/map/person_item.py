"""A person on the map."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from personamap.analysis.map.parts import PERSON_SIZE, Spot
from personamap.domain.persona import Persona
from personamap.gui.look.focus_ring import paint_ring
from personamap.gui.look.theme import Theme
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
from personamap.gui.map.reach import (
    PLATE_HEIGHT,
    PLATE_TOP,
    PLATE_WIDTH,
    RADIUS,
    person_reach,
)
from personamap.gui.map.spot_item import TOO_SMALL_TO_READ, VEIL, SpotItem

_CORNER = 8.0


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
        return person_reach()

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
            painter.drawPixmap(QPointF(-RADIUS, -RADIUS), pixmap)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(unscaled().ground(self._persona.colour))
        painter.drawEllipse(QPointF(), RADIUS, RADIUS)

    def _on_faces_ready(self) -> None:
        if self.is_bare:
            self.update()

    def _paint_ring(self, painter: QPainter, theme: Theme) -> None:
        lit = self.standing.is_chosen or self.standing.is_near
        if lit:
            painter.setPen(QPen(theme.color("accent"), 2.5))
            inner = RADIUS + 4.25
        else:
            painter.setPen(QPen(theme.color("line"), 1))
            inner = RADIUS + 4.5
        painter.setBrush(theme.color("surface"))
        painter.drawEllipse(QPointF(), inner, inner)
        if self.standing.has_focus:
            ring = QRectF(-inner, -inner, 2 * inner, 2 * inner).adjusted(-1, -1, 1, 1)
            paint_ring(painter, ring, inner + 1)

    def _paint_plate(self, painter: QPainter, theme: Theme) -> None:
        name = elided(theme, "strong", self.spot.label, PLATE_WIDTH - 16)
        job = elided(theme, "chip", self.spot.note, PLATE_WIDTH - 16)
        width = 16 + max(words_width(theme, "strong", name), words_width(theme, "chip", job))
        height = PLATE_HEIGHT if job else PLATE_HEIGHT - 16
        plate = QRectF(-width / 2, PLATE_TOP, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("ground"))
        painter.drawRoundedRect(plate, _CORNER, _CORNER)
        pen = Words(painter, theme)
        pen.write(name, QRectF(plate.x(), PLATE_TOP + 2, width, 19), "strong", "ink")
        if job:
            pen.write(job, QRectF(plate.x(), PLATE_TOP + 21, width, 16), "chip", "ink2")
