"""A part of the editor that folds, with its title at the left and what is in it at the right."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from personamap.domain.persona import Persona
from personamap.gui.document import Document
from personamap.gui.look.icons import paint_icon
from personamap.gui.look.theme import current_theme
from personamap.i18n import _

SIDE = 24
_HEIGHT, _CHEVRON, _GAP = 40, 14, 10


class SectionHeader(QAbstractButton):
    """The line that opens and closes a section."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(title)
        self.setCheckable(True)
        self.setProperty("ringRadius", 4)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.summary = ""

    def show_summary(self, summary: str) -> None:
        """Say in a few words what is in the section."""
        if summary != self.summary:
            self.summary = summary
            self.setAccessibleDescription(summary)
            self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, current_theme().px(_HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(120, current_theme().px(_HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.fillRect(self.rect(), theme.color("sunken", 0.6))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.color("line"))
        side = theme.px(_CHEVRON)
        mark = QRectF(SIDE, (self.height() - side) / 2, side, side)
        name = "chevron-down" if self.isChecked() else "chevron-right"
        paint_icon(painter, name, mark, theme.color("ink2"))
        area = self.rect().adjusted(SIDE + side + _GAP, 0, -SIDE, 0)
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.color("ink"))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, self.text())
        taken = painter.fontMetrics().horizontalAdvance(self.text()) + 2 * _GAP
        painter.setFont(theme.font("chip"))
        painter.setPen(theme.color("ink3"))
        room = area.adjusted(taken, 0, 0, 0)
        words = QFontMetrics(painter.font()).elidedText(
            self.summary, Qt.TextElideMode.ElideRight, room.width()
        )
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(room, right, words)


class Section(QWidget):
    """Shows one side of the person the editor is on.

    What is inside is built when the section is first opened and redrawn
    only while it is open, so that a long editor costs little.
    """

    title = ""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self.persona_id = ""
        self.body: QWidget | None = None
        self.header = SectionHeader(_(self.title))
        self.header.toggled.connect(self._on_toggled)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)

    @property
    def persona(self) -> Persona:
        """The person shown, as they are in the present snapshot."""
        return self.document.project.persona(self.persona_id)

    def show_persona(self, persona: Persona) -> None:
        """Show a person, or what has changed about them."""
        self.persona_id = persona.id
        self.header.show_summary(self.summary(persona))
        if self.header.isChecked() and self.body is not None:
            self.redraw(persona)

    def open(self) -> None:
        """Unfold the section."""
        self.header.setChecked(True)

    def summary(self, persona: Persona) -> str:
        """Return what is in this section, in a few words."""
        raise NotImplementedError

    def build(self) -> QWidget:
        """Return the inside, to be filled by `redraw`."""
        raise NotImplementedError

    def redraw(self, persona: Persona) -> None:
        """Show a person in the inside."""
        raise NotImplementedError

    def _on_toggled(self, is_open: bool) -> None:
        if is_open and self.body is None:
            self.body = self.build()
            layout = self.layout()
            assert layout is not None
            layout.addWidget(self.body)
        if self.body is not None:
            self.body.setVisible(is_open)
        if is_open and self.persona_id:
            self.redraw(self.persona)
