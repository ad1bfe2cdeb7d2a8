"""One change in full: what stood there, and what stands there now."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QTextEdit, QVBoxLayout, QWidget

from personamap.gui.look.theme import current_look, current_theme
from personamap.gui.widgets.dialog_parts import hint
from personamap.i18n import _

_LOWEST = 84


class BeforeAndNow(QWidget):
    """Two texts side by side, to read and to copy from."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = hint("", "section")
        self.before, self.now = _text(_("Before")), _text(_("Now"))
        halves = QHBoxLayout()
        halves.setSpacing(12)
        halves.addLayout(_under(_("Before"), self.before), 1)
        halves.addLayout(_under(_("Now"), self.now), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addLayout(halves)
        look = current_look()
        if look is not None:
            look.changed.connect(self._fit)
        self._fit()

    def show_texts(self, title: str, before: str, now: str) -> None:
        """Show both sides of a change."""
        self.title.setText(title)
        self.before.setPlainText(before)
        self.now.setPlainText(now)

    def _fit(self) -> None:
        for text in (self.before, self.now):
            text.setFixedHeight(current_theme().px(_LOWEST))


def _text(name: str) -> QTextEdit:
    text = QTextEdit()
    text.setReadOnly(True)
    text.setAcceptRichText(False)
    text.setTabChangesFocus(True)
    text.setAccessibleName(name)
    return text


def _under(head: str, text: QTextEdit) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(4)
    column.addWidget(hint(head, "label"))
    column.addWidget(text)
    return column
