"""What the workspaces of the cast and of the story share: a head, a message, and pages."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from personamap.domain.changes import Changes
from personamap.gui.document import Document
from personamap.gui.document_view import DocumentView
from personamap.gui.widgets.message_bar import MessageBar
from personamap.i18n import _


class CardWorkspace(DocumentView):
    """Shows one page at a time, and says what was removed until something else is done."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(document, parent)
        self.setProperty("role", "workspace")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.message = MessageBar(self)
        self.stack = QStackedWidget()
        # The largest page would take the room of the head, whose buttons would be cut.
        self.stack.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self._told_at = -1

    def lay_out(self, head: QWidget, *pages: QWidget) -> None:
        """Put the head above the message, and the message above the pages."""
        for page in pages:
            self.stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.message)
        column.addWidget(self.stack, 1)

    @override
    def refresh(self, changes: Changes | None) -> None:
        if self.document.revision != self._told_at:
            self.message.hide()

    def bring(self, page: QWidget) -> None:
        """Show a page, which may just have been made, and let it have the keys."""
        if self.stack.indexOf(page) < 0:
            self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)
        self.setFocusProxy(page)

    def tell_removed(self, text: str) -> None:
        """Say what was removed just now, and offer to take it back."""
        self._told_at = self.document.revision
        self.message.tell(text, _("Undo"), self.document.undo_stack.undo)

    def pop_up(self, menu: QMenu, at: QPoint) -> None:
        """Show a menu once."""
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)
