"""One help page as it is read, with the pages it leads to."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPixmap, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QWidget
from typing_extensions import override

from personamap.gui.help.dressing import dress
from personamap.gui.help.library import SCHEME, picture_file

_PICTURE = re.compile(r"pictures/[a-z-]+\.png")


class PageView(QTextBrowser):
    """Shows Markdown; a link to another page goes out as its id, and no link goes further.

    Pictures are those of the help, and none is fetched from anywhere else.
    """

    page_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setProperty("role", "inline")
        self.anchorClicked.connect(self._on_anchor_clicked)

    def show_text(self, title: str, markdown: str) -> None:
        """Show a page from its beginning."""
        self.setAccessibleName(title)
        self.setMarkdown(markdown)
        dress(self.document())

    @override
    def loadResource(self, kind: int, name: QUrl | str) -> object:
        path = QUrl(name).toString()
        if kind != QTextDocument.ResourceType.ImageResource or not _PICTURE.fullmatch(path):
            return None
        picture = QPixmap(str(picture_file(path)))
        bar = self.verticalScrollBar().sizeHint().width()
        room = round(self.width() - bar - 2 * self.document().documentMargin())
        if not 0 < room < picture.width():
            return picture
        # A page that is drawn scales without smoothing.
        return picture.scaledToWidth(room, Qt.TransformationMode.SmoothTransformation)

    @override
    def focusNextPrevChild(self, is_next: bool) -> bool:
        """Go to the next link, and let a screen reader say which: Qt itself says nothing of it."""
        went_on = super().focusNextPrevChild(is_next)
        link = self.textCursor().selectedText()
        if went_on and link and self.hasFocus():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, link))
        return went_on

    def _on_anchor_clicked(self, link: QUrl) -> None:
        target = link.toString()
        if target.startswith(SCHEME):
            self.page_asked.emit(target.removeprefix(SCHEME))
