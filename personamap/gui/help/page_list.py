"""The list of help pages: by section, or as a search found them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from personamap.gui.help.library import HelpPage
from personamap.gui.look.theme import current_theme
from personamap.gui.widgets.plain_words import plain_tip
from personamap.i18n import _

_ROW = 30
_ID = Qt.ItemDataRole.UserRole


class PageList(QTreeWidget):
    """Says which page somebody came to; headings are walked past."""

    reached = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.items: dict[str, QTreeWidgetItem] = {}
        self.setHeaderHidden(True)
        self.setProperty("role", "list")
        self.setRootIsDecorated(False)
        self.setIndentation(8)
        self.setAccessibleName(_("Help pages"))
        self.currentItemChanged.connect(self._on_current_changed)

    def show_pages(self, pages: Sequence[HelpPage], *, by_section: bool) -> None:
        """List pages in this order."""
        self.blockSignals(True)
        self.clear()
        self.items = {}
        if by_section:
            for section, members in groupby(pages, key=lambda page: page.section):
                self._add_section(section, members)
        else:
            for page in pages:
                self._add(self.invisibleRootItem(), page)
        self.blockSignals(False)

    def mark(self, page_id: str) -> None:
        """Show which page is read now, if it is listed."""
        item = self.items.get(page_id)
        if item is not None:
            self.blockSignals(True)
            self.setCurrentItem(item)
            self.blockSignals(False)
            self.scrollToItem(item)

    def _add_section(self, section: str, members: Iterable[HelpPage]) -> None:
        head = QTreeWidgetItem(self, [section])
        head.setFlags(Qt.ItemFlag.ItemIsEnabled)
        head.setFont(0, current_theme().font("label"))
        head.setSizeHint(0, _row())
        for page in members:
            self._add(head, page)
        head.setExpanded(True)

    def _add(self, parent: QTreeWidgetItem, page: HelpPage) -> None:
        item = self.items[page.id] = QTreeWidgetItem(parent, [page.title])
        item.setData(0, _ID, page.id)
        item.setToolTip(0, plain_tip(page.begins))
        item.setSizeHint(0, _row())

    def _on_current_changed(self, item: QTreeWidgetItem | None, _before: object) -> None:
        if item is not None and item.data(0, _ID):
            self.reached.emit(item.data(0, _ID))


def _row() -> QSize:
    return QSize(0, current_theme().px(_ROW))
