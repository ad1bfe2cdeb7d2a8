"""Why a check asks what it asks: its help page, with its source."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import (
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFragment,
)
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from personamap.analysis.check import Check
from personamap.gui.look.theme import current_theme
from personamap.gui.widgets.dialog_parts import size_for
from personamap.i18n import _
from personamap.resources import resource

_SIZE = QSize(560, 460)
_SPACE, _NORMAL = 10, 500
_KEEP = QTextCursor.MoveMode.KeepAnchor


class WhyDialog(QDialog):
    """Shows the help page of one check."""

    def __init__(self, check: Check, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Why this matters"))
        self.resize(size_for(self, _SIZE))
        self.page = QTextBrowser()
        self.page.setOpenLinks(False)
        self.page.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.page.setAccessibleName(_(check.title))
        self.page.setProperty("role", "inline")
        page = resource("help", "checks", check.help).read_text(encoding="utf-8")
        self.page.setMarkdown(page)
        _dress(self.page.document())
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        box.button(QDialogButtonBox.StandardButton.Close).setText(_("Close"))
        box.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(16)
        layout.addWidget(self.page, 1)
        layout.addWidget(box)


def _dress(page: QTextDocument) -> None:
    """Give a page the type roles of the window; Markdown brings sizes of its own."""
    theme = current_theme()
    block = page.begin()
    while block.isValid():
        cursor = QTextCursor(block)
        layout = block.blockFormat()
        layout.setBottomMargin(theme.px(_SPACE))
        cursor.setBlockFormat(layout)
        heading = layout.headingLevel() > 0
        for piece in _pieces(block):
            look = QTextCharFormat()
            strong = piece.charFormat().fontWeight() > _NORMAL
            look.setFont(theme.font("person" if heading else "strong" if strong else "base"))
            look.setFontItalic(piece.charFormat().fontItalic())
            cursor.setPosition(piece.position())
            cursor.setPosition(piece.position() + piece.length(), _KEEP)
            cursor.setCharFormat(look)
        block = block.next()


def _pieces(block: QTextBlock) -> list[QTextFragment]:
    pieces = []
    step = block.begin()
    while not step.atEnd():
        pieces.append(step.fragment())
        step += 1
    return pieces
