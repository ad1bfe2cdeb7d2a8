"""What the tables of a story share: a portrait at each row, and sizes that follow the text."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget
from typing_extensions import override

from personamap.domain.persona import Persona
from personamap.gui.cast.card import shown_name
from personamap.gui.coverage.cell_paint import paint_head
from personamap.gui.coverage.cell_table import CellTable
from personamap.gui.look.mirroring import placed
from personamap.gui.look.theme import current_look, current_theme
from personamap.gui.portrait.portraits import Portraits

LEADING = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
PADDING, LABEL = 8, 176
_FACE = 32


class CastTable(CellTable):
    """A table walked with the arrow keys; a click on a portrait opens the person."""

    person_opened = Signal(str)

    def put_heads(self, rows: PersonHeader, across: QHeaderView) -> None:
        """Name rows and columns with these, and follow the size of the text from now on."""
        self.setVerticalHeader(rows)
        self.setHorizontalHeader(across)
        for area in (self, rows, across):
            area.setProperty("role", "ground")
        self.setVerticalScrollMode(self.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        rows.person_clicked.connect(self.person_opened)
        look = current_look()
        if look is not None:
            look.changed.connect(self.fit)
        self.fit()

    @abstractmethod
    def fit(self) -> None:
        """Give rows, columns and heads their sizes."""


class PersonHeader(QHeaderView):
    """A face for each person, and at a row the name beside it."""

    person_clicked = Signal(str)

    def __init__(
        self,
        orientation: Qt.Orientation,
        people: Callable[[], Sequence[Persona]],
        portraits: Portraits,
        parent: QWidget,
    ) -> None:
        super().__init__(orientation, parent)
        self._people, self._portraits = people, portraits
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.sectionClicked.connect(self._on_clicked)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        theme, persona = current_theme(), self._people()[logicalIndex]
        across = self.orientation() == Qt.Orientation.Horizontal
        painter.save()
        paint_head(painter, rect)
        painter.drawLine(rect.topRight(), rect.bottomRight())
        side = theme.px(_FACE)
        face = self._portraits.circle(persona, side, painter.device().devicePixelRatioF())
        left = rect.center().x() - side / 2 + 0.5 if across else float(rect.left() + PADDING)
        whole = QRectF(rect)
        mark = QRectF(left, rect.center().y() - side / 2 + 0.5, side, side)
        painter.drawPixmap(placed(painter, mark, whole).topLeft(), face)
        if not across:
            words = placed(painter, whole.adjusted(2 * PADDING + side, 0, -4, 0), whole)
            painter.setFont(theme.font("label"))
            painter.setPen(theme.color("ink"))
            paint_line(painter, words, shown_name(persona))
        painter.restore()

    def _on_clicked(self, section: int) -> None:
        self.person_clicked.emit(self._people()[section].id)


def paint_line(painter: QPainter, area: QRectF, words: str) -> None:
    """Write words in one line, as many of them as there is room for."""
    elided = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(area.width()))
    painter.drawText(area, LEADING, elided)
