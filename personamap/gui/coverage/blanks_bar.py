"""The blanks of one facet: a tile for each person, and a sentence below."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from personamap.analysis.facet_counts import BLANKS, FacetCount
from personamap.domain.labels import ANSWER_STATES
from personamap.domain.persona import AnswerState
from personamap.exporters.wording import small
from personamap.gui.look.icons import paint_icon
from personamap.gui.look.theme import current_theme
from personamap.gui.widgets.chips import BLANK_ICONS
from personamap.gui.widgets.plain_words import plain_tip
from personamap.i18n import _, plural

WIDTH = 128
_TILE_WIDTH, _TILE_HEIGHT, _GAP = 19, 16, 2
_SMALLEST = 5
_ICON_FROM = 12
_TOP = 14


class BlanksBar(QWidget):
    """Shows how many people have answered, and which kind of blank the others have.

    Up to some twenty people have a tile each; beyond that, one bar is
    divided in proportion, blanks still told apart by kind.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tiles: list[AnswerState] = []
        self._blanks: dict[AnswerState, int] = {}
        self._sentence = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def show_count(self, count: FacetCount, people: int) -> None:
        """Show the blanks of a facet in a cast of so many people."""
        self._blanks = {state: len(count.blanks[state]) for state in BLANKS}
        blank = sum(self._blanks.values())
        self._tiles = ["stated"] * (people - blank)
        for state in BLANKS:
            self._tiles += [state] * self._blanks[state]
        self._sentence = _sentence(self._blanks, people)
        self.setToolTip(plain_tip(_told(self._blanks)))
        self.setAccessibleName(
            _("{facet}: {blanks}").format(facet=count.facet.label, blanks=self._sentence)
        )
        self.update()

    @override
    def sizeHint(self) -> QSize:
        theme = current_theme()
        return QSize(theme.px(WIDTH), _TOP + _TILE_HEIGHT + theme.px(24))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._tiles:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        each = (self.width() + _GAP) / len(self._tiles) - _GAP
        if each >= _SMALLEST:
            self._paint_tiles(painter, min(_TILE_WIDTH, each))
        else:
            self._paint_shares(painter)
        theme = current_theme()
        painter.setFont(theme.font("chip"))
        painter.setPen(theme.color("ink3"))
        line = QRectF(0, _TOP + _TILE_HEIGHT + 3, self.width(), theme.px(18))
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft, self._sentence)

    def _paint_tiles(self, painter: QPainter, width: float) -> None:
        for place, state in enumerate(self._tiles):
            _paint_tile(painter, QRectF(place * (width + _GAP), _TOP, width, _TILE_HEIGHT), state)

    def _paint_shares(self, painter: QPainter) -> None:
        x = 0.0
        people = len(self._tiles)
        parts: list[tuple[AnswerState, int]] = [
            ("stated", people - sum(self._blanks.values())),
            *self._blanks.items(),
        ]
        for state, number in parts:
            width = self.width() * number / people
            if number:
                shown = max(2.0, width - _GAP)
                _paint_tile(painter, QRectF(x, _TOP, shown, _TILE_HEIGHT), state)
            x += width


def _paint_tile(painter: QPainter, tile: QRectF, state: AnswerState) -> None:
    theme = current_theme()
    if state == "stated":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("seat"))
        painter.drawRoundedRect(tile, 3, 3)
        return
    pen = QPen(theme.color("edge"), 1, Qt.PenStyle.CustomDashLine)
    pen.setDashPattern([3, 2])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(tile.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    if tile.width() >= _ICON_FROM:
        mark = QRectF(0, 0, 11, 11)
        mark.moveCenter(tile.center())
        paint_icon(painter, BLANK_ICONS[state], mark, theme.color("ink2"))


def _sentence(blanks: dict[AnswerState, int], people: int) -> str:
    total = sum(blanks.values())
    kinds = [state for state in BLANKS if blanks[state]]
    if not total:
        return plural("stated", "all {count} stated", people)
    if total == people:
        return _("nobody stated")
    if len(kinds) > 1:
        return plural("{count} blank", "{count} blanks", total)
    return _("{count} {kind}").format(count=total, kind=small(_(ANSWER_STATES[kinds[0]].text)))


def _told(blanks: dict[AnswerState, int]) -> str:
    return "\n".join(
        _("{count} {kind}: {help}").format(
            count=number,
            kind=small(_(ANSWER_STATES[state].text)),
            help=_(ANSWER_STATES[state].help),
        )
        for state, number in blanks.items()
        if number
    )
