"""Choosing one of the six calm grounds a portrait stands on; they mean nothing."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QWidget
from typing_extensions import override

from personamap.gui.look.icons import paint_icon
from personamap.gui.look.theme import current_theme
from personamap.gui.widgets.plain_words import plain_tip
from personamap.i18n import N_, _
from personamap.portraits.drawing import INK

NAMES = (N_("sand"), N_("sage"), N_("lilac"), N_("straw"), N_("mist"), N_("clay"))
_SIDE = 32


class GroundPicker(QWidget):
    """Six swatches, of which one holds."""

    picked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Ground"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        group = QButtonGroup(self)
        self.swatches = tuple(_Swatch(turn) for turn in range(len(NAMES)))
        for swatch in self.swatches:
            group.addButton(swatch)
            row.addWidget(swatch)
            swatch.clicked.connect(partial(self._on_clicked, swatch.turn))
        row.addStretch(1)

    def show_ground(self, turn: int) -> None:
        """Show which one holds."""
        self.swatches[turn].setChecked(True)

    def _on_clicked(self, turn: int, _checked: bool = False) -> None:
        self.picked.emit(turn)


class _Swatch(QAbstractButton):
    def __init__(self, turn: int) -> None:
        super().__init__()
        self.turn = turn
        self.setCheckable(True)
        self.setToolTip(plain_tip(_(NAMES[turn])))
        self.setAccessibleName(_("Ground: {name}").format(name=_(NAMES[turn])))
        self.setProperty("ringRadius", _SIDE / 2)
        self.setFixedSize(QSize(_SIDE, _SIDE))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        painter.setPen(QPen(theme.color("accent" if chosen else "edge"), 3 if chosen else 1))
        painter.setBrush(theme.ground(self.turn))
        painter.drawEllipse(QRectF(self.rect()).adjusted(3, 3, -3, -3))
        if chosen:
            side = _SIDE / 2
            mark = QRectF(side / 2, side / 2, side, side)
            # Grounds stay light in the dark theme, so the check is drawn in dark ink.
            paint_icon(painter, "check", mark, QColor(INK))
