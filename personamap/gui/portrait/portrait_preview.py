"""The portrait as it will stand on the card, and the ground it stands on."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from personamap.domain.persona import Persona
from personamap.gui.look.theme import current_theme
from personamap.gui.portrait.ground_picker import GroundPicker
from personamap.gui.portrait.portraits import Portraits
from personamap.gui.widgets.plain_words import plain_label
from personamap.i18n import _

_WIDTH, _HEIGHT, _BUST, _RADIUS = 240, 200, 188, 12


class PortraitPreview(QWidget):
    """Shows a person with the portrait being tried out."""

    def __init__(self, portraits: Portraits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._panel = _Panel(portraits)
        self.ground = GroundPicker()
        label = plain_label(_("Ground: only tells people apart"))
        label.setProperty("role", "hint")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._panel)
        column.addWidget(label)
        column.addWidget(self.ground)

    def show_persona(self, persona: Persona) -> None:
        """Show a person as they would look."""
        self._panel.persona = persona
        self._panel.update()
        self.ground.show_ground(persona.colour)


class _Panel(QWidget):
    def __init__(self, portraits: Portraits) -> None:
        super().__init__()
        self._portraits = portraits
        self.persona: Persona | None = None
        self.setFixedSize(_WIDTH, _HEIGHT)
        self.setAccessibleName(_("Preview of the portrait"))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.persona is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        panel = QPainterPath()
        panel.addRoundedRect(QRectF(self.rect()), _RADIUS, _RADIUS)
        painter.setClipPath(panel)
        painter.fillPath(panel, current_theme().ground(self.persona.colour))
        bust = self._portraits.bust(self.persona, _BUST, self.devicePixelRatioF())
        painter.drawPixmap((_WIDTH - _BUST) // 2, _HEIGHT - _BUST, bust)
