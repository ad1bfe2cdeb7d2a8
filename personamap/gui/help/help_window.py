"""The help beside the window: a list of pages to search, and the page that is read."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from personamap.gui.help.library import FIRST, Library
from personamap.gui.help.page_list import PageList
from personamap.gui.help.page_view import PageView
from personamap.gui.look.icons import icon
from personamap.gui.look.theme import current_look, current_theme
from personamap.gui.widgets.dialog_parts import hint, size_for
from personamap.gui.widgets.plain_words import plain_tip
from personamap.gui.widgets.search_line import search_line
from personamap.i18n import _

_SIZE = QSize(880, 640)
_LIST_WIDTH, _MARK = 280, 16
_BELOW_EACH_OTHER_ABOVE = 1.3
_WALKING = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class HelpWindow(QDialog):
    """Stays open beside the work, and remembers which pages were read before."""

    def __init__(self, library: Library, parent: QWidget) -> None:
        super().__init__(parent)
        self.library = library
        self.page_id = ""
        self._before: list[str] = []
        self._after: list[str] = []
        self.setWindowTitle(_("Help"))
        self.resize(size_for(self, _SIZE))
        self.search = search_line(_("Search the help"), _("Search the help"))
        self.list, self.page = PageList(), PageView()
        self.none = hint(_("No page has all of these words."))
        self.back = _step_button("arrow-left", _("Back"), "Alt+Left")
        self.forward = _step_button("arrow-right", _("Forward"), "Alt+Right")
        self._lay_out()
        self._connect()
        self._on_look_changed()
        self._go(FIRST)

    def show_page(self, page_id: str) -> None:
        """Read a page; the one before is a step back."""
        if page_id == self.page_id or self.library.page(page_id) is None:
            return
        self._before.append(self.page_id)
        self._after.clear()
        self._go(page_id)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in _WALKING:
            self.list.keyPressEvent(event)
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.page.setFocus()
            return True
        return False

    def _go(self, page_id: str) -> None:
        page = self.library.page(page_id)
        if page is None:
            return
        self.page_id = page_id
        self.page.show_text(page.title, page.text)
        self.list.mark(page_id)
        self.back.setEnabled(bool(self._before))
        self.forward.setEnabled(bool(self._after))

    def _lay_out(self) -> None:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(4, 4, 4, 4)
        column.setSpacing(12)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        column.addWidget(self.none)
        self.parts = QSplitter()
        self.parts.setChildrenCollapsible(False)
        self.parts.setAccessibleName(_("Pages and page"))
        self.parts.addWidget(side)
        self.parts.addWidget(self._reading())
        self.parts.setStretchFactor(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 20)
        layout.addWidget(self.parts)

    def _reading(self) -> QWidget:
        steps = QHBoxLayout()
        steps.setSpacing(4)
        steps.addWidget(self.back)
        steps.addWidget(self.forward)
        steps.addStretch(1)
        reading = QWidget()
        words = QVBoxLayout(reading)
        words.setContentsMargins(12, 4, 4, 4)
        words.setSpacing(8)
        words.addLayout(steps)
        words.addWidget(self.page, 1)
        return reading

    def _connect(self) -> None:
        self.search.textChanged.connect(self._on_searched)
        self.search.installEventFilter(self)
        self.list.reached.connect(self.show_page)
        self.page.page_asked.connect(self.show_page)
        self.back.clicked.connect(self._on_back)
        self.forward.clicked.connect(self._on_forward)
        look = current_look()
        if look is not None:
            look.changed.connect(self._on_look_changed)

    def _on_searched(self, words: str) -> None:
        pages, searching = self.library.found(words), bool(words.strip())
        self.list.show_pages(pages, by_section=not searching)
        self.none.setVisible(not pages)
        if pages and searching:
            self.list.setCurrentItem(self.list.items[pages[0].id])
        else:
            self.list.mark(self.page_id)

    def _on_back(self) -> None:
        if self._before:
            self._after.append(self.page_id)
            self._go(self._before.pop())

    def _on_forward(self) -> None:
        if self._after:
            self._before.append(self.page_id)
            self._go(self._after.pop())

    def _on_look_changed(self) -> None:
        theme = current_theme()
        stacked = theme.text_scale > _BELOW_EACH_OTHER_ABOVE
        upright, side_by_side = Qt.Orientation.Vertical, Qt.Orientation.Horizontal
        self.parts.setOrientation(upright if stacked else side_by_side)
        width = theme.px(_LIST_WIDTH)
        self.parts.setSizes([1, 2] if stacked else [width, max(self.width() - width, width)])
        for button in (self.back, self.forward):
            button.setIconSize(QSize(_MARK, _MARK) * theme.text_scale)
        self._on_searched(self.search.text())
        self._go(self.page_id)


def _step_button(mark: str, name: str, keys: str) -> QPushButton:
    button = QPushButton(icon(mark), "")
    button.setProperty("role", "quiet")
    button.setAutoDefault(False)
    button.setShortcut(QKeySequence(keys))
    button.setAccessibleName(name)
    native = button.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    button.setToolTip(plain_tip(_("{what} ({keys})").format(what=name, keys=native)))
    return button
