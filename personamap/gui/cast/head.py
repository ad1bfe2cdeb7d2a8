"""The line above the wall: how many people, search, filter, sort, and Add person."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from personamap.domain.facet import Facet
from personamap.domain.labels import ANSWER_STATES
from personamap.domain.project import Project
from personamap.gui.cast.card import BLANKS
from personamap.gui.cast.choosing import ORDERS, Choosing, Mark, Order, blank_mark
from personamap.gui.document import Document
from personamap.gui.fields.fields import LineField
from personamap.gui.fields.segmented import Segmented
from personamap.gui.look.icons import icon, size_before_words
from personamap.gui.look.theme import current_look, current_theme
from personamap.gui.widgets.chips import BLANK_ICONS, value_chip
from personamap.gui.widgets.flow_layout import FlowLayout
from personamap.gui.widgets.plain_words import plain_label
from personamap.gui.widgets.side_by_side import TABS_ABOVE_SCALE
from personamap.i18n import _, plural


class CastHead(QWidget):
    """Says what the wall shows and lets people ask for something else."""

    choosing_changed = Signal()
    facets_asked = Signal(str)
    layout_changed = Signal(str)

    def __init__(self, document: Document, add: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self.choosing = Choosing()
        self.count = _label("count")
        self.search = _search_field()
        self.search.textChanged.connect(self._on_searched)
        self.filter = _menu_button(_("Filter"), "list-filter")
        self.filter_menu = _hang_menu(self.filter, self._fill_filter_menu)
        self.sort = _menu_button(_("Sort"), "arrow-up-down")
        self.sort_menu = _hang_menu(self.sort, self._fill_sort_menu)
        layouts = (("cards", _("Cards")), ("sheet", _("Sheet")))
        self.layouts = Segmented(layouts, _("Layout of the cast"))
        self.layouts.chosen.connect(self.layout_changed)
        self.add = QPushButton(icon("plus", "on"), _("Add person"))
        self.add.setProperty("role", "primary")
        self.add.clicked.connect(add.trigger)
        self.marks = QWidget()
        self._mark_row = FlowLayout(self.marks, 6)
        look = current_look()
        if look is not None:
            look.changed.connect(self._on_look_changed)
        self._fit_icons()
        self._lay_out()

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

    def show_archived(self) -> None:
        """Show those who are set aside."""
        self._choose(replace(self.choosing, archived=True))

    def _fit_icons(self) -> None:
        for button in (self.filter, self.sort, self.add):
            button.setIconSize(size_before_words())

    def _on_look_changed(self) -> None:
        self._fit_icons()
        self._stand()

    def _stand(self) -> None:
        """Put the buttons below the title where large text leaves no room beside it."""
        large = current_theme().text_scale > TABS_ABOVE_SCALE
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.TopToBottom if large else directions.LeftToRight)

    def _lay_out(self) -> None:
        title = _label("title")
        title.setText(_("Cast"))
        words = QHBoxLayout()
        words.setSpacing(8)
        words.addWidget(title)
        words.addWidget(self.count, 1)
        tools = QHBoxLayout()
        tools.setSpacing(8)
        for widget in (self.search, self.filter, self.sort, self.layouts, self.add):
            tools.addWidget(widget)
        self._row = row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setContentsMargins(24, 20, 24, 12)
        row.setSpacing(8)
        row.addLayout(words, 1)
        row.addLayout(tools)
        self._stand()
        self.marks.setContentsMargins(24, 0, 24, 8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.marks)
        self.marks.hide()

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
        self._mark_row.clear()
        for mark in sorted(self.choosing.marks):
            words = mark_words(self.document.project, mark)
            chip = value_chip(words, self.marks)
            chip.setIcon(icon("x"))
            chip.setAccessibleName(_("Filter: {words}. Press to drop it.").format(words=words))
            chip.setToolTip(_("Drop this filter"))
            chip.clicked.connect(partial(self._on_unmarked, mark))
            self._mark_row.addWidget(chip)
            chip.show()
        self.marks.setVisible(bool(self.choosing.marks))


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


def _label(role: str) -> QLabel:
    label = plain_label()
    label.setProperty("role", role)
    return label


def _hang_menu(button: QPushButton, fill: Callable[[], None]) -> QMenu:
    """Return the menu of a button, filled with what there is when it opens."""
    menu = QMenu(button)
    menu.aboutToShow.connect(fill)
    button.setMenu(menu)
    return menu


def _search_field() -> LineField:
    field = LineField()
    field.setPlaceholderText(_("Search people"))
    field.setAccessibleName(_("Search people"))
    field.setClearButtonEnabled(True)
    field.addAction(icon("search", "ink3"), LineField.ActionPosition.LeadingPosition)
    field.setMinimumWidth(120)
    field.setMaximumWidth(220)
    return field


def _menu_button(text: str, icon_name: str) -> QPushButton:
    return QPushButton(icon(icon_name), text)
