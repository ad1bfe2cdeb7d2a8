"""The marks under words that may be misspelled, and what a right click offers for them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import (
    QContextMenuEvent,
    QSyntaxHighlighter,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QMenu
from typing_extensions import override

from personamap.gui.fields.fields import MultiLineField
from personamap.gui.look.theme import current_theme
from personamap.gui.spelling.speller import Speller
from personamap.gui.spelling.words_in import Word, words_in
from personamap.i18n import _


class MarkedField(QSyntaxHighlighter):
    """Marks the words of one field, all but the one that is being written."""

    def __init__(self, field: MultiLineField, speller: Speller) -> None:
        super().__init__(field.document())
        self._field, self._speller = field, speller
        self._writing = QTextBlock()
        field.cursorPositionChanged.connect(self._on_cursor_moved)
        field.left.connect(self._on_cursor_moved)
        speller.changed.connect(self.rehighlight)
        for widget in (field, field.viewport()):
            widget.installEventFilter(self)

    @override
    def highlightBlock(self, text: str) -> None:
        block = self.currentBlock()
        for word in words_in(text):
            if self._is_being_written(word, block):
                self._writing = block
            elif self._speller.is_wrong(word.text):
                self.setFormat(word.start, word.length, _mark())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QContextMenuEvent):
            return super().eventFilter(watched, event)
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        at = self._field.textCursor() if by_key else self._cursor_at(event.globalPos())
        self._menu_for(at).popup(self._below(at) if by_key else event.globalPos())
        return True

    def _cursor_at(self, place: QPoint) -> QTextCursor:
        return self._field.cursorForPosition(self._field.viewport().mapFromGlobal(place))

    def _below(self, cursor: QTextCursor) -> QPoint:
        return self._field.viewport().mapToGlobal(self._field.cursorRect(cursor).bottomLeft())

    def _is_being_written(self, word: Word, block: QTextBlock) -> bool:
        if not self._field.hasFocus():
            return False
        return self._field.textCursor().position() == block.position() + word.start + word.length

    def _on_cursor_moved(self) -> None:
        before, self._writing = self._writing, QTextBlock()
        if before.isValid():
            self.rehighlightBlock(before)

    def _menu_for(self, cursor: QTextCursor) -> QMenu:
        menu = self._field.createStandardContextMenu()
        menu.aboutToHide.connect(menu.deleteLater)
        word = self._wrong_word_at(cursor)
        if word is not None:
            self._offer(menu, word, cursor.block())
        return menu

    def _wrong_word_at(self, cursor: QTextCursor) -> Word | None:
        place = cursor.positionInBlock()
        touched = (
            word
            for word in words_in(cursor.block().text())
            if word.start <= place <= word.start + word.length
        )
        return next((word for word in touched if self._speller.is_wrong(word.text)), None)

    def _offer(self, menu: QMenu, word: Word, block: QTextBlock) -> None:
        first = menu.actions()[0]
        for suggestion in self._speller.suggestions(word.text):
            # An ampersand in a menu would underline what follows it.
            action = menu.addAction(suggestion.replace("&", "&&"))
            action.triggered.connect(partial(self._put, suggestion, word, block))
            menu.insertAction(first, action)
        learn = menu.addAction(
            _("&Add “{word}” to the words of this course").format(word=word.text)
        )
        learn.triggered.connect(partial(self._speller.learn, word.text))
        menu.insertAction(first, learn)
        menu.insertSeparator(first)

    def _put(self, suggestion: str, word: Word, block: QTextBlock) -> None:
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + word.start)
        cursor.setPosition(cursor.position() + word.length, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(suggestion)


def _mark() -> QTextCharFormat:
    mark = QTextCharFormat()
    mark.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
    mark.setUnderlineColor(current_theme().color("warn"))
    return mark
