"""One help page as it is read, with the pages it leads to."""

from __future__ import annotations

from PySide6.QtCore import QUrl, Signal
from PySide6.QtWidgets import QTextBrowser, QWidget

from personamap.gui.help.dressing import dress
from personamap.gui.help.library import SCHEME


class PageView(QTextBrowser):
    """Shows Markdown; a link to another page goes out as its id, and no link goes further."""

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

    def _on_anchor_clicked(self, link: QUrl) -> None:
        target = link.toString()
        if target.startswith(SCHEME):
            self.page_asked.emit(target.removeprefix(SCHEME))
