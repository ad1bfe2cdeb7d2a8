"""The top of the editor: who is being edited."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout
from typing_extensions import override

from personamap.domain.persona import Persona
from personamap.gui.cast.card import shown_name
from personamap.gui.look.icons import icon
from personamap.gui.look.theme import current_theme
from personamap.gui.portrait.portraits import Portraits
from personamap.gui.widgets.dialog_parts import hint, say
from personamap.gui.widgets.fold_section import SIDE
from personamap.i18n import _

_FACE = 64


class EditorHead(QFrame):
    """Portrait, name, pronouns and job, how to say the name, and the way to edit them."""

    portrait_wanted = Signal()
    edit_wanted = Signal()

    def __init__(self, portraits: Portraits) -> None:
        super().__init__()
        self._portraits = portraits
        self.portrait = _portrait_button()
        self.portrait.clicked.connect(self.portrait_wanted)
        self.name, self.line, self.spoken = hint("", "person"), hint("", "secondary"), hint("")
        self.edit = QToolButton()
        self.edit.setIcon(icon("pencil"))
        self.edit.setToolTip(_("Edit the name"))
        self.edit.setAccessibleName(_("Edit the name"))
        self.edit.clicked.connect(self.edit_wanted)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        for label in (self.name, self.line, self.spoken):
            words.addWidget(label)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(SIDE, 16, SIDE - 8, 16)
        row.setSpacing(16)
        row.addWidget(self.portrait)
        row.addLayout(words, 1)
        row.addWidget(self.edit)

    def show_persona(self, persona: Persona) -> None:
        """Show who is being edited."""
        self.name.setText(shown_name(persona))
        parts = (persona.pronouns, persona.job.title)
        say(self.line, "  ·  ".join(part for part in parts if part))
        sound = persona.pronunciation
        say(self.spoken, _("say {sound}").format(sound=sound) if sound else "")
        face = self._portraits.circle(persona, _FACE, self.devicePixelRatioF())
        self.portrait.setIcon(QIcon(face))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, current_theme().color("line"))


def _portrait_button() -> QPushButton:
    button = QPushButton()
    button.setProperty("role", "portrait")
    button.setProperty("ringRadius", _FACE / 2)
    button.setFlat(True)
    button.setFixedSize(_FACE, _FACE)
    button.setIconSize(QSize(_FACE, _FACE))
    button.setToolTip(_("Change the portrait"))
    button.setAccessibleName(_("Change the portrait"))
    return button
