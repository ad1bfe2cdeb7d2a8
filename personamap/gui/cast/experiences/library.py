"""What the cast has lived, as one of the pages of the cast.

The page itself is loaded when somebody first asks for it; a start does not
wait for it.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from personamap.gui.cast.experiences.actions import ExperienceActions
from personamap.gui.cast.experiences.library_page import LibraryPage
from personamap.gui.cast.head import CastHead
from personamap.gui.document import Document
from personamap.i18n import _


class Library(QObject):
    """Has a place among the pages of the cast and makes the page when it is first shown."""

    person_opened = Signal(str)
    inspector_wanted = Signal()

    def __init__(
        self,
        document: Document,
        head: CastHead,
        pages: QStackedWidget,
        inspector: QStackedWidget,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._document, self._head = document, head
        self._pages, self._inspector = pages, inspector
        self.page: LibraryPage | None = None
        self.actions = ExperienceActions(document, self._selected_ids, parent)

    @property
    def is_shown(self) -> bool:
        """Tell whether the library is what is shown of the cast."""
        return self.page is not None and self._pages.currentWidget() is self.page

    def show_page(self) -> LibraryPage:
        """Bring the page to the front, with its tools above and its editor beside it."""
        page = self.page or self._make()
        self._head.hold(page.tools)
        self._inspector.setCurrentWidget(page.editor)
        self._inspector.setWindowTitle(_("Experience"))
        self._pages.setCurrentWidget(page)
        page.tell_count()
        return page

    def _make(self) -> LibraryPage:
        from personamap.gui.cast.experiences.page import ExperiencesPage

        page = self.page = ExperiencesPage(self._document, self.actions)
        self._pages.addWidget(page)
        self._inspector.addWidget(page.editor)
        page.counted.connect(self._head.tell_count)
        page.person_opened.connect(self.person_opened)
        page.opened.connect(self.inspector_wanted)
        return page

    def _selected_ids(self) -> tuple[str, ...]:
        return self.page.selected_ids if self.page is not None and self.is_shown else ()
