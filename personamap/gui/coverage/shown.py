"""The report on screen, with what is needed to draw the people in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from personamap.analysis.coverage import CoverageReport
from personamap.domain.persona import Persona
from personamap.gui.look.icons import paint_icon
from personamap.gui.look.mirroring import placed
from personamap.gui.look.theme import current_theme
from personamap.gui.portrait.portraits import RING, Portraits, faces_width, first_faces, paint_faces
from personamap.i18n import _

_SEAT_STROKE = 1.5
_ROOM_FOR_MORE = 3


class Shown:
    """One report and its people; drawing from it never meets somebody who is gone since."""

    def __init__(self, report: CoverageReport, portraits: Portraits) -> None:
        self.report = report
        self.portraits = portraits
        self._people = {persona.id: persona for persona in report.project.personas}
        self._rows: dict[tuple[object, ...], tuple[QPixmap, float]] = {}

    def people(self, ids: Sequence[str]) -> list[Persona]:
        """Return the personas among `ids`, which may name other things too."""
        return [self._people[i] for i in ids if i in self._people]

    def names(self, ids: Sequence[str]) -> list[str]:
        """Return what people are called, for tooltips and screen readers."""
        return [persona.name or _("Nameless") for persona in self.people(ids)]

    def looks_like(self, other: Shown | None, ids: Sequence[str]) -> bool:
        """Tell whether the faces of some people are drawn the same from another report."""
        if other is None:
            return False
        faces, _more = first_faces(self.people(ids))
        before, _rest = first_faces(other.people(ids))
        return len(faces) == len(before) and all(a is b for a, b in zip(faces, before, strict=True))

    def draw_ahead(self, ids: Sequence[str], size: int, ratio: float) -> None:
        """Draw some people in a row now, for wide places and narrow ones, to paint them later."""
        faces, more = first_faces(self.people(ids))
        behind = current_theme().color("surface")
        while faces:
            self._row_of_faces(faces, more, size, ratio, behind)
            faces, more = faces[:-1], more + 1

    def paint_people(
        self, painter: QPainter, place: QRectF, ids: Sequence[str], behind: QColor
    ) -> float:
        """Paint people as overlapping faces as high as `place`; return how wide they came out.

        As many faces as there is room for, and the others as a number.
        """
        ratio = painter.device().devicePixelRatioF()
        known, height = self.people(ids), round(place.height())
        faces, more = first_faces(known)
        on = painter.device()
        while len(faces) > 1 and faces_width(on, height, len(faces), more) > place.width():
            faces, more = faces[:-1], more + 1
        row, width = self._row_of_faces(faces, more, height, ratio, behind)
        at = placed(painter, QRectF(place.left(), place.top(), width, height), place).topLeft()
        painter.drawPixmap(at - QPointF(RING, RING), row)
        return width

    def _row_of_faces(
        self, faces: Sequence[Persona], more: int, size: int, ratio: float, behind: QColor
    ) -> tuple[QPixmap, float]:
        """Return some faces as one picture, drawn once however often it is painted."""
        key = (tuple(persona.id for persona in faces), more, size, ratio, behind.rgba())
        if key not in self._rows:
            pixmaps = [self.portraits.circle(persona, size, ratio) for persona in faces]
            row = QPixmap(QSize(size * (len(faces) + _ROOM_FOR_MORE), size + 2 * RING) * ratio)
            row.setDevicePixelRatio(ratio)
            row.fill(Qt.GlobalColor.transparent)
            painter = QPainter(row)
            width = paint_faces(painter, QPointF(RING, RING), pixmaps, behind, more)
            painter.end()
            self._rows[key] = row, width
        return self._rows[key]


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
