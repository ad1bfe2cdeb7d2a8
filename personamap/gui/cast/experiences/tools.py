"""What stands above the library: search, filter, sort, and Add experience."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from personamap.domain.labels import CONTEXTS, TURNS
from personamap.gui.cast.experiences.choosing import (
    LIVED,
    ORDERS,
    Choosing,
    Mark,
    Order,
    mark_words,
    themes_in,
    values_in,
)
from personamap.gui.cast.tool_widgets import FilterMarks, hang_menu, menu_button, search_field
from personamap.gui.document import Document
from personamap.gui.look.icons import icon
from personamap.i18n import _


class ExperienceTools(QObject):
    """Lends its widgets to the head of the cast while the library is shown."""

    choosing_changed = Signal()

    def __init__(self, document: Document, add: QAction, parent: QWidget) -> None:
        super().__init__(parent)
        self._document = document
        self.choosing = Choosing()
        self.search = search_field(_("Search experiences"))
        self.search.textChanged.connect(self._on_searched)
        self.filter = menu_button(_("Filter"), "list-filter")
        self.filter_menu = hang_menu(self.filter, self._fill_filter_menu)
        self.sort = menu_button(_("Sort"), "arrow-up-down")
        self.sort_menu = hang_menu(self.sort, self._fill_sort_menu)
        self.add = QPushButton(icon("plus", "on"), _("Add experience"))
        self.add.setProperty("role", "primary")
        self.add.clicked.connect(add.trigger)
        self.marks = FilterMarks()
        self.marks.dropped.connect(self._on_unmarked)

    @property
    def before(self) -> tuple[QWidget, ...]:
        """What stands before the choice of the page."""
        return (self.search, self.filter, self.sort)

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """The buttons whose icons follow the text size."""
        return (self.filter, self.sort, self.add)

    def clear(self) -> None:
        """Ask for every experience again."""
        self.search.clear()
        self._choose(self.choosing.of_everything())

    def _fill_sort_menu(self) -> None:
        menu = self.sort_menu
        menu.clear()
        group = QActionGroup(menu)
        for order, label in ORDERS.items():
            action = group.addAction(menu.addAction(_(label)))
            action.setCheckable(True)
            action.setChecked(order == self.choosing.order)
            action.triggered.connect(partial(self._on_sorted, order))

    def _fill_filter_menu(self) -> None:
        menu, project = self.filter_menu, self._document.project
        menu.clear()
        for kind, label in LIVED.items():
            self._add_mark(menu, _(label), ("lived", kind))
        menu.addSeparator()
        for turn, turns in TURNS.items():
            self._add_mark(menu, _(turns.text), ("turn", turn))
        menu.addSeparator()
        contexts = menu.addMenu(_("How long it lasts"))
        for context, words in CONTEXTS.items():
            self._add_mark(contexts, _(words.text), ("context", context))
        themes = menu.addMenu(_("Theme"))
        for theme in themes_in(project):
            self._add_mark(themes, theme, ("theme", theme))
        values = menu.addMenu(_("Touches"))
        for node, told in values_in(project).items():
            self._add_mark(values, told, ("value", node))
        for submenu in (themes, values):
            submenu.setEnabled(not submenu.isEmpty())
        if self.choosing.narrows:
            menu.addSeparator()
            menu.addAction(icon("x"), _("Show all of them"), self.clear)

    def _add_mark(self, menu: QMenu, label: str, mark: Mark) -> None:
        action = menu.addAction(label.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(mark in self.choosing.marks)
        action.toggled.connect(partial(self._on_marked, mark))

    def _on_searched(self, text: str) -> None:
        self._choose(replace(self.choosing, words=text))

    def _on_sorted(self, order: Order, _checked: bool = False) -> None:
        self._choose(replace(self.choosing, order=order))

    def _on_marked(self, mark: Mark, wanted: bool) -> None:
        self._choose(self.choosing.with_mark(mark, wanted))

    def _on_unmarked(self, mark: Mark) -> None:
        self.filter.setFocus()
        self._choose(self.choosing.with_mark(mark, wanted=False))

    def _choose(self, choosing: Choosing) -> None:
        if choosing == self.choosing:
            return
        self.choosing = choosing
        project = self._document.project
        marks = sorted(choosing.marks)
        self.marks.show_marks([(mark, mark_words(project, mark)) for mark in marks])
        self.choosing_changed.emit()
