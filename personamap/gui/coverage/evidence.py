"""What a finding rests on: faces or an empty seat, and counts."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from personamap.analysis.check import Finding
from personamap.gui.coverage.shown import Shown, paint_seat
from personamap.gui.look.mirroring import placed
from personamap.gui.look.theme import current_theme
from personamap.gui.widgets.plain_words import plain_tip

_FACE = 24
_GAP = 8


class EvidenceLine(QWidget):
    """Paints the people a finding is about, or an empty seat, and its counts in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Shown | None = None
        self._people: tuple[str, ...] = ()
        self._has_seat = False
        self._words = ""
        self._behind = "surface"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_finding(self, finding: Finding, shown: Shown) -> None:
        """Show the evidence of a finding."""
        self._shown = shown
        self._people = tuple(p.id for p in shown.people(finding.subjects))
        self._has_seat = finding.evidence.get("count") == 0
        self._words = finding.counted
        names = ", ".join(shown.names(self._people)[:12])
        self.setToolTip(plain_tip(names))
        self.setAccessibleName(f"{self._words}. {names}" if names else self._words)
        self.update()

    def stand_on(self, token: str) -> None:
        """Say on which colour the faces stand."""
        self._behind = token
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, current_theme().px(_FACE) + 2)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._shown is None:
            return
        theme = current_theme()
        painter = QPainter(self)
        face = theme.px(_FACE)
        top = (self.height() - face) / 2
        x, whole = 0.0, QRectF(self.rect())
        if self._people:
            behind = theme.color(self._behind)
            place = QRectF(0, top, self.width() / 2, face)
            place = placed(painter, place, whole)
            x = self._shown.paint_people(painter, place, self._people, behind)
        elif self._has_seat:
            place = placed(painter, QRectF(0, top, face, face), whole)
            paint_seat(painter, place.topLeft(), face)
            x = face
        left = x + _GAP if x else 0.0
        painter.setFont(theme.font("chip"))
        painter.setPen(theme.color("ink3" if self._behind == "surface" else "ink2"))
        rest = QRectF(left, 0, self.width() - left, self.height())
        words = painter.fontMetrics().elidedText(
            self._words, Qt.TextElideMode.ElideRight, round(rest.width())
        )
        painter.drawText(placed(painter, rest, whole), Qt.AlignmentFlag.AlignVCenter, words)
