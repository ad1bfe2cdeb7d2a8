"""Comments as one text to read: what each is about, a note on it, its words."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from personamap.gui.look.theme import current_theme
from personamap.i18n import _
from personamap.services.review_words import Saying

_GAP = 12
_MARGIN = 6
"""Together with the padding of a field, as far from the frame as the words of a list."""


class SaidView(QTextEdit):
    """Shows what was said; every text is plain, whatever is in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAccessibleName(_("Comments"))
        self.document().setDocumentMargin(_MARGIN)

    def show_sayings(self, sayings: Iterable[Saying]) -> None:
        """Show these instead of what was shown before."""
        self.clear()
        cursor = self.textCursor()
        cursor.beginEditBlock()
        for place, saying in enumerate(sayings):
            _tell(cursor, saying, _GAP if place else 0)
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)


def _tell(cursor: QTextCursor, saying: Saying, gap: int) -> None:
    head, quiet, plain = QTextCharFormat(), QTextCharFormat(), QTextCharFormat()
    head.setFontWeight(QFont.Weight.DemiBold)
    quiet.setForeground(current_theme().color("ink2"))
    apart, close = QTextBlockFormat(), QTextBlockFormat()
    apart.setTopMargin(current_theme().px(gap))
    if cursor.position():
        cursor.insertBlock(apart)
    cursor.insertText(saying.about, head)
    if saying.note:
        cursor.insertText(_("  ·  {note}").format(note=saying.note), quiet)
    for line in saying.text.splitlines():
        cursor.insertBlock(close)
        cursor.insertText(line, plain)
