"""The line above the wall: how many people, search, filter, sort, and Add person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from personamap.domain.facet import Facet
from personamap.domain.labels import ANSWER_STATES
from personamap.domain.project import Project
from personamap.gui.cast.card import BLANKS
from personamap.gui.cast.choosing import ORDERS, Choosing, Mark, Order, blank_mark
from personamap.gui.cast.tool_widgets import FilterMarks, hang_menu, menu_button, search_field
from personamap.gui.coverage.wrapping_head import WrappingHead
from personamap.gui.document import Document
from personamap.gui.fields.segmented import Segmented
from personamap.gui.look.icons import icon, size_before_words
from personamap.gui.look.theme import current_look
from personamap.gui.widgets.chips import BLANK_ICONS
from personamap.gui.widgets.plain_words import plain_label
from personamap.i18n import N_, _, plural

CARDS, SHEET, LIBRARY = "cards", "sheet", "experiences"
LAYOUTS = ((CARDS, N_("Cards")), (SHEET, N_("Sheet")), (LIBRARY, N_("Experiences")))


class CastHead(QWidget):
    """Says what the wall shows and lets people ask for something else."""

    choosing_changed = Signal()
    facets_asked = Signal(str)
    layout_changed = Signal(str)

    def __init__(self, document: Document, add: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self.choosing = Choosing()
        self._make_tools(add)
        self.marks = FilterMarks()
        self.marks.dropped.connect(self._on_unmarked)
        self._lent: tuple[QWidget, ...] = ()
        self._lent_marks = QWidget(self)
        self._lent_marks.hide()
        self._shows_library = False
        self._buttons = [self.filter, self.sort, self.add]
        look = current_look()
        if look is not None:
            look.changed.connect(self._fit_icons)
        self._fit_icons()
        self._lay_out()

    def _make_tools(self, add: QAction) -> None:
        self.count = plain_label()
        self.count.setProperty("role", "count")
        self._line = WrappingHead(_("Cast"), "title")
        self.search = search_field(_("Search people"))
        self.search.textChanged.connect(self._on_searched)
        self.filter = menu_button(_("Filter"), "list-filter")
        self.filter_menu = hang_menu(self.filter, self._fill_filter_menu)
        self.sort = menu_button(_("Sort"), "arrow-up-down")
        self.sort_menu = hang_menu(self.sort, self._fill_sort_menu)
        self.layouts = Segmented(
            [(layout, _(word)) for layout, word in LAYOUTS], _("What is shown of the cast")
        )
        self.layouts.chosen.connect(self.layout_changed)
        self.add = QPushButton(icon("plus", "on"), _("Add person"))
        self.add.setProperty("role", "primary")
        self.add.clicked.connect(add.trigger)

    def show_count(self, shown: int, project: Project) -> None:
        """Say how many people there are, and how many of them are shown."""
        total = sum(p.archived == self.choosing.archived for p in project.personas)
        if self.choosing.archived:
            text = plural("{count} set aside", "{count} set aside", total)
        else:
            text = plural("{count} person", "{count} people", total)
        if shown != total:
            text = _("{shown} of {people}").format(shown=shown, people=text)
        self.count.setText(text)

    def clear(self) -> None:
        """Ask for everybody again."""
        self.search.clear()
        self._choose(self.choosing.of_everybody())

    def ask_for(self, mark: Mark) -> None:
        """Show those who have one value or one kind of blank, and nobody else."""
        self.search.clear()
        self._choose(replace(self.choosing.of_everybody(), marks=frozenset((mark,))))

    def sort_by(self, column: str, backwards: bool) -> None:
        """Sort by a column of the sheet, or by none of them."""
        self._choose(self.choosing.sorted_by(column, backwards=backwards))

    def tell_count(self, words: str) -> None:
        """Say how many there are of what is shown."""
        self.count.setText(words)

    def show_archived(self) -> None:
        """Show those who are set aside."""
        self._choose(replace(self.choosing, archived=True))

    def lend(self, before: Sequence[QWidget], add: QPushButton, marks: QWidget) -> None:
        """Hold the tools of the library too, to be shown in place of those for people."""
        self._lent, self._lent_marks = (*before, add), marks
        self._buttons += [w for w in self._lent if isinstance(w, QPushButton)]
        self._column.addWidget(marks)
        self._fit_icons()

    def show_library(self, shown: bool) -> None:
        """Show the tools of the library, or those for people."""
        if shown == self._shows_library:
            return
        self._shows_library = shown
        self._hold()
        if shown:
            self.marks.hide()
        else:
            self._lent_marks.hide()
            self._show_marks()

    def _hold(self) -> None:
        own = (self.search, self.filter, self.sort, self.add)
        *before, add = self._lent if self._shows_library else own
        held = (*before, self.layouts, add)
        for widget in {*own, *self._lent}.difference(held):
            widget.hide()
        # Shown before they had a place, they would be windows of their own.
        self._line.hold(*held)
        for widget in held:
            widget.show()
        for first, second in pairwise((*before, self.layouts.button(self.layouts.choice), add)):
            self.setTabOrder(first, second)

    def _fit_icons(self) -> None:
        for button in self._buttons:
            button.setIconSize(size_before_words())

    def _lay_out(self) -> None:
        self._line.setContentsMargins(24, 20, 24, 12)
        self._line.follow_title(self.count)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._line)
        self._column.addWidget(self.marks)
        self._hold()

    def _fill_sort_menu(self) -> None:
        menu = self.sort_menu
        menu.clear()
        group = QActionGroup(menu)
        for order, label in ORDERS.items():
            action = group.addAction(menu.addAction(_(label)))
            action.setCheckable(True)
            action.setChecked(order == self.choosing.order and not self.choosing.by_facet)
            action.triggered.connect(partial(self._on_sorted, order, ""))
        by_facet = menu.addMenu(_("A facet"))
        for facet in self.document.project.active_facets:
            action = group.addAction(by_facet.addAction(facet.label.replace("&", "&&")))
            action.setCheckable(True)
            action.setChecked(facet.id == self.choosing.by_facet)
            action.triggered.connect(partial(self._on_sorted, self.choosing.order, facet.id))
        menu.addSeparator()
        backwards = menu.addAction(_("The other way round"))
        backwards.setCheckable(True)
        backwards.setChecked(self.choosing.backwards)
        backwards.toggled.connect(self._on_turned)

    def _fill_filter_menu(self) -> None:
        menu = self.filter_menu
        menu.clear()
        for facet in self.document.project.active_facets:
            self._add_facet(menu.addMenu(facet.label), facet)
        menu.addSeparator()
        archived = menu.addAction(icon("archive"), _("Set aside"))
        archived.setCheckable(True)
        archived.setChecked(self.choosing.archived)
        archived.toggled.connect(self._on_archived)
        if self.choosing.narrows:
            menu.addAction(icon("x"), _("Show everybody"), self.clear)
        menu.addSeparator()
        menu.addAction(icon("pencil"), _("Change facets…"), self._on_facets_asked)

    def _add_facet(self, menu: QMenu, facet: Facet) -> None:
        for value in facet.values:
            label = f"     {value.label}" if value.parent else value.label
            self._add_mark(menu, label.replace("&", "&&"), (facet.id, value.id))
        menu.addSeparator()
        for state in BLANKS:
            action = self._add_mark(menu, _(ANSWER_STATES[state].text), blank_mark(facet.id, state))
            action.setIcon(icon(BLANK_ICONS[state]))

    def _add_mark(self, menu: QMenu, label: str, mark: Mark) -> QAction:
        action = menu.addAction(label)
        action.setCheckable(True)
        action.setChecked(mark in self.choosing.marks)
        action.toggled.connect(partial(self._on_marked, mark))
        return action

    def _on_facets_asked(self) -> None:
        self.facets_asked.emit("")

    def _on_searched(self, text: str) -> None:
        self._choose(replace(self.choosing, words=text))

    def _on_sorted(self, order: Order, by_facet: str, _checked: bool = False) -> None:
        choosing = replace(self.choosing, order=order, by_facet=by_facet, backwards=False)
        self._choose(choosing)

    def _on_turned(self, backwards: bool) -> None:
        self._choose(replace(self.choosing, backwards=backwards))

    def _on_archived(self, wanted: bool) -> None:
        self._choose(replace(self.choosing, archived=wanted))

    def _on_marked(self, mark: Mark, wanted: bool) -> None:
        self._choose(self.choosing.with_mark(mark, wanted))

    def _on_unmarked(self, mark: Mark) -> None:
        self.filter.setFocus()
        self._choose(self.choosing.with_mark(mark, wanted=False))

    def _choose(self, choosing: Choosing) -> None:
        if choosing == self.choosing:
            return
        self.choosing = choosing
        self._show_marks()
        self.choosing_changed.emit()

    def _show_marks(self) -> None:
        project, marks = self.document.project, sorted(self.choosing.marks)
        self.marks.show_marks([(mark, mark_words(project, mark)) for mark in marks])


def mark_words(project: Project, mark: Mark) -> str:
    """Return what a filter asks for, such as "Age band: 35-44"."""
    facet_id, asked = mark
    facet = project.find_facet(facet_id)
    if asked.startswith(":"):
        words = next(_(ANSWER_STATES[s].text) for s in BLANKS if f":{s}" == asked)
    else:
        value = facet.find_value(asked) if facet else None
        words = value.label if value else asked
    label = facet.label if facet else facet_id
    return _("{facet}: {value}").format(facet=label, value=words)
