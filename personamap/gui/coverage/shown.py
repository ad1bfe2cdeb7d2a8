"""The report on screen, with what is needed to draw the people in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from personamap.analysis.coverage import CoverageReport
from personamap.domain.persona import Persona
from personamap.gui.look.icons import paint_icon
from personamap.gui.look.theme import current_theme
from personamap.gui.portrait.portraits import OVERLAP, Portraits, first_faces, paint_faces
from personamap.i18n import _

_SEAT_STROKE = 1.5


class Shown:
    """One report and its people; drawing from it never meets somebody who is gone since."""

    def __init__(self, report: CoverageReport, portraits: Portraits) -> None:
        self.report = report
        self.portraits = portraits
        self._people = {persona.id: persona for persona in report.project.personas}

    def people(self, ids: Sequence[str]) -> list[Persona]:
        """Return the personas among `ids`, which may name other things too."""
        return [self._people[i] for i in ids if i in self._people]

    def names(self, ids: Sequence[str]) -> list[str]:
        """Return what people are called, for tooltips and screen readers."""
        return [persona.name or _("Nameless") for persona in self.people(ids)]

    def paint_people(
        self, painter: QPainter, place: QRectF, ids: Sequence[str], behind: QColor
    ) -> float:
        """Paint people as overlapping faces as high as `place`; return how wide they came out.

        As many faces as there is room for, and the others as a number.
        """
        size = round(place.height())
        faces, more = first_faces(self.people(ids))
        while len(faces) > 1 and _width(painter, size, len(faces), more) > place.width():
            faces, more = faces[:-1], more + 1
        ratio = painter.device().devicePixelRatioF()
        pixmaps = [self.portraits.circle(persona, size, ratio) for persona in faces]
        return paint_faces(painter, place.topLeft(), pixmaps, behind, more)


def _width(painter: QPainter, size: int, faces: int, more: int) -> float:
    width = size + (faces - 1) * (size - OVERLAP)
    if more:
        metrics = QFontMetrics(current_theme().font("chip"), painter.device())
        width += metrics.horizontalAdvance(f"+{more}") + OVERLAP
    return width


def paint_seat(painter: QPainter, at: QPointF, size: int) -> None:
    """Paint an empty seat: a dashed ring with an armchair, never a red mark."""
    theme = current_theme()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(theme.color("seat"), _SEAT_STROKE, Qt.PenStyle.CustomDashLine)
    pen.setDashPattern([3, 2.5])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    ring = QRectF(at.x(), at.y(), size, size).adjusted(1, 1, -1, -1)
    painter.drawEllipse(ring)
    side = size * 0.44
    inner = QRectF(0, 0, side, side)
    inner.moveCenter(ring.center())
    paint_icon(painter, "armchair", inner, theme.color("ink3"))
    painter.restore()
