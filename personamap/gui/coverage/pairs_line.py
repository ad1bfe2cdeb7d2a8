"""Achieved of achievable: a sentence first, then a bar with a tick."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from personamap.analysis.pairs import PairCount
from personamap.gui.look.theme import current_theme
from personamap.gui.widgets.elided_label import ElidedLabel
from personamap.gui.widgets.plain_words import plain_label
from personamap.i18n import _, in_digits, plural

_THICK, _TICK, _HIGH = 8, 16, 20


class PairsLine(QWidget):
    """Says how many pairs meet in somebody, of those a cast of this size can show."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.count, self.words, self.rest = plain_label(), plain_label(), ElidedLabel()
        self.count.setProperty("role", "section")
        self.rest.setProperty("role", "hint")
        self.bar = _Bar()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for label in (self.count, self.words):
            row.addWidget(label)
        row.addWidget(self.bar, 1)
        row.addWidget(self.rest)

    def show_pairs(self, pairs: PairCount, people: int) -> None:
        """Show the pairs of a cast of so many people."""
        self.setVisible(pairs.achievable > 0)
        self.count.setText(
            _("{achieved} of {achievable}").format(
                achieved=in_digits(pairs.achieved), achievable=in_digits(pairs.achievable)
            )
        )
        self.words.setText(_words(pairs, people))
        self.rest.setText(_rest(pairs))
        self.bar.show_shares(pairs)
        self.setAccessibleName(" ".join((self.count.text(), self.words.text(), self.rest.text())))
        self.setToolTip(
            _(
                "A pair is two values of two facets that meet in one person. Nobody can show "
                "them all: this counts what as many people as you have could show at most."
            )
        )


def _words(pairs: PairCount, people: int) -> str:
    if pairs.scope == "all":
        return plural(
            "pairs that one person can show", "pairs that {count} people can show", people
        )
    if pairs.scope == "chosen":
        return plural(
            "chosen pairs that one person can show",
            "chosen pairs that {count} people can show",
            people,
        )
    return plural(
        "starred pairs that one person can show",
        "starred pairs that {count} people can show",
        people,
    )


def _rest(pairs: PairCount) -> str:
    beyond = pairs.all - pairs.achievable
    if not beyond:
        return _("{all} in all").format(all=in_digits(pairs.all))
    return _("{all} in all; {beyond} need more people").format(
        all=in_digits(pairs.all), beyond=in_digits(beyond)
    )


class _Bar(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._achieved = self._achievable = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(80)

    def show_shares(self, pairs: PairCount) -> None:
        self._achieved = pairs.achieved / max(1, pairs.all)
        self._achievable = pairs.achievable / max(1, pairs.all)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(240, _HIGH)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2
        track = QRectF(0.5, middle - _THICK / 2, self.width() - 1, _THICK)
        painter.setPen(QPen(theme.color("edge"), 1))
        painter.setBrush(theme.color("surface"))
        painter.drawRoundedRect(track, _THICK / 2, _THICK / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent"))
        done = QRectF(track.left(), track.top(), track.width() * self._achieved, _THICK)
        painter.drawRoundedRect(done, _THICK / 2, _THICK / 2)
        if self._achievable < 1:
            at = track.left() + track.width() * self._achievable
            painter.fillRect(QRectF(at - 1, middle - _TICK / 2, 2, _TICK), theme.color("ink"))
