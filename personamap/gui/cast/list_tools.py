"""What stands above a list of the cast: search, filter, sort, and a button that adds."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from personamap.gui.cast.narrowing import Mark, Narrowing
from personamap.gui.cast.tool_widgets import (
    FilterMarks,
    fit_search,
    hang_menu,
    menu_button,
    search_field,
)
from personamap.gui.document import Document
from personamap.gui.look.icons import icon, size_before_words
from personamap.i18n import _

ChoosingT = TypeVar("ChoosingT", bound=Narrowing)


class ListTools(QObject, Generic[ChoosingT]):
    """Holds what is asked for in `choosing`; the head of the cast gives its widgets a place."""

    choosing_changed = Signal()

    def __init__(
        self,
        document: Document,
        choosing: ChoosingT,
        add: QAction,
        words: tuple[str, str],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.document, self.choosing = document, choosing
        search_words, add_words = words
        self.search = search_field(search_words)
        self.search.textChanged.connect(self._on_searched)
        self.filter = menu_button(_("Filter"), "list-filter")
        self.filter_menu = hang_menu(self.filter, self._on_filter_opened)
        self.sort = menu_button(_("Sort"), "arrow-up-down")
        self.sort_menu = hang_menu(self.sort, self._on_sort_opened)
        self.add = QPushButton(icon("plus", "on"), add_words)
        self.add.setProperty("role", "primary")
        self.add.clicked.connect(add.trigger)
        self.marks = FilterMarks()
        self.marks.dropped.connect(self._on_unmarked)

    @abstractmethod
    def fill_filter_menu(self, menu: QMenu) -> None:
        """Offer what can be filtered by now."""

    @abstractmethod
    def fill_sort_menu(self, menu: QMenu) -> None:
        """Offer the orders there are now."""

    @abstractmethod
    def mark_words(self, mark: Mark) -> str:
        """Return what a filter asks for, such as "Age band: 35-44"."""

    @property
    def before(self) -> tuple[QWidget, ...]:
        """What stands before the choice of the page."""
        return (self.search, self.filter, self.sort)

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """The buttons whose icons follow the text size."""
        return (self.filter, self.sort, self.add)

    def clear(self) -> None:
        """Ask for all of them again."""
        self.search.clear()
        self.choose(self.choosing.of_all())

    def filter_by(self, mark: Mark, wanted: bool) -> None:
        """Take a mark into the filter, or out of it."""
        self.choose(self.choosing.with_mark(mark, wanted))

    def choose(self, choosing: ChoosingT, _checked: bool = False) -> None:
        """Ask for something else, where it is something else."""
        if choosing == self.choosing:
            return
        self.choosing = choosing
        self.show_marks()
        self.choosing_changed.emit()

    def show_marks(self) -> None:
        """Show a chip for each mark of the filter."""
        marks = sorted(self.choosing.marks)
        self.marks.show_marks([(mark, self.mark_words(mark)) for mark in marks])

    def add_mark(self, menu: QMenu, label: str, mark: Mark) -> QAction:
        """Offer to filter by a mark in a menu."""
        action = _choice(menu, label, mark in self.choosing.marks)
        action.toggled.connect(partial(self.filter_by, mark))
        return action

    def add_orders(
        self, menu: QMenu, present: ChoosingT, orders: Iterable[tuple[str, ChoosingT]]
    ) -> None:
        """Offer orders in a menu, each with what it would ask for; the `present` one is ticked."""
        group = QActionGroup(menu)
        for label, choosing in orders:
            action = group.addAction(_choice(menu, label, choosing == present))
            action.triggered.connect(partial(self.choose, choosing))

    def fit(self) -> None:
        """Follow the size of the text."""
        fit_search(self.search)
        for button in self.buttons:
            button.setIconSize(size_before_words())

    def _on_searched(self, text: str) -> None:
        self.choose(self.choosing.with_words(text))

    def _on_filter_opened(self) -> None:
        self.filter_menu.clear()
        self.fill_filter_menu(self.filter_menu)

    def _on_sort_opened(self) -> None:
        self.sort_menu.clear()
        self.fill_sort_menu(self.sort_menu)

    def _on_unmarked(self, mark: Mark) -> None:
        self.filter.setFocus()
        self.filter_by(mark, wanted=False)


def _choice(menu: QMenu, label: str, holds: bool) -> QAction:
    action = menu.addAction(label.replace("&", "&&"))
    action.setCheckable(True)
    action.setChecked(holds)
    return action
