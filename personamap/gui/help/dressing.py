"""Gives a page of Markdown the type and the colours of the window."""

from __future__ import annotations

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument, QTextFragment, QTextLength

from personamap.gui.look.theme import TypeRole, current_theme

_SPACE, _NORMAL = 10, 500
_KEEP = QTextCursor.MoveMode.KeepAnchor


def dress(page: QTextDocument) -> None:
    """Give a page the type roles of the window; Markdown brings sizes of its own."""
    theme = current_theme()
    block = page.begin()
    while block.isValid():
        cursor = QTextCursor(block)
        layout = block.blockFormat()
        layout.setBottomMargin(theme.px(_SPACE))
        cursor.setBlockFormat(layout)
        for piece in _pieces(block):
            _dress_piece(cursor, piece, heading=layout.headingLevel() > 0)
        block = block.next()


def _dress_piece(cursor: QTextCursor, piece: QTextFragment, *, heading: bool) -> None:
    theme, look = current_theme(), piece.charFormat()
    if look.isImageFormat():
        _fit_picture(cursor, piece)
        return
    strong = look.fontWeight() > _NORMAL
    role: TypeRole = "person" if heading else "strong" if strong else "base"
    italic = look.fontItalic()
    look.setFont(theme.font(role))
    look.setFontItalic(italic)
    look.setForeground(theme.color("accent" if look.isAnchor() else "ink"))
    look.setFontUnderline(look.isAnchor())
    cursor.setPosition(piece.position())
    cursor.setPosition(piece.position() + piece.length(), _KEEP)
    cursor.setCharFormat(look)


def _fit_picture(cursor: QTextCursor, piece: QTextFragment) -> None:
    """Show a picture as large as it was taken, or as wide as the page where that is narrower."""
    look = piece.charFormat().toImageFormat()
    look.setMaximumWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    cursor.setPosition(piece.position())
    cursor.setPosition(piece.position() + piece.length(), _KEEP)
    cursor.setCharFormat(look)


def _pieces(block: QTextBlock) -> list[QTextFragment]:
    pieces = []
    step = block.begin()
    while not step.atEnd():
        pieces.append(step.fragment())
        step += 1
    return pieces
