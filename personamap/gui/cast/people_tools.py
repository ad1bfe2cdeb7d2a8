"""What stands above the wall and the sheet: search, filter, sort, and Add person."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget
from typing_extensions import override

from personamap.domain.facet import Facet
from personamap.domain.labels import ANSWER_STATES
from personamap.gui.cast.card import BLANKS
from personamap.gui.cast.choosing import ORDERS, Choosing, blank_mark
from personamap.gui.cast.list_tools import ListTools
from personamap.gui.cast.narrowing import Mark
from personamap.gui.document import Document
from personamap.gui.look.icons import icon
from personamap.gui.widgets.chips import BLANK_ICONS
from personamap.i18n import _


class PeopleTools(ListTools[Choosing]):
    """Stands in the head of the cast while its people are shown."""

    facets_asked = Signal(str)

    def __init__(self, document: Document, add: QAction, parent: QWidget) -> None:
        words = (_("Search people"), _("Add person"))
        super().__init__(document, Choosing(), add, words, parent)

    def ask_for(self, mark: Mark) -> None:
        """Show those who have one value or one kind of blank, and nobody else."""
        self.search.clear()
        self.choose(self.choosing.of_all().with_mark(mark, wanted=True))

    def sort_by(self, column: str, backwards: bool) -> None:
        """Sort by a column of the sheet, or by none of them."""
        self.choose(self.choosing.sorted_by(column, backwards=backwards))

    def show_archived(self, wanted: bool = True) -> None:
        """Show those who are set aside, or those who are not."""
        self.choose(replace(self.choosing, archived=wanted))

    @override
    def mark_words(self, mark: Mark) -> str:
        facet_id, asked = mark
        facet = self.document.project.find_facet(facet_id)
        if asked.startswith(":"):
            words = next(_(ANSWER_STATES[s].text) for s in BLANKS if f":{s}" == asked)
        else:
            value = facet.find_value(asked) if facet else None
            words = value.label if value else asked
        label = facet.label if facet else facet_id
        return _("{facet}: {value}").format(facet=label, value=words)

    @override
    def fill_sort_menu(self, menu: QMenu) -> None:
        present = replace(self.choosing, backwards=False)
        usual = replace(present, by_facet="")
        orders = ((_(label), replace(usual, order=order)) for order, label in ORDERS.items())
        self.add_orders(menu, present, orders)
        facets = self.document.project.active_facets
        by_facet = ((facet.label, replace(usual, by_facet=facet.id)) for facet in facets)
        self.add_orders(menu.addMenu(_("A facet")), present, by_facet)
        menu.addSeparator()
        backwards = menu.addAction(_("The other way round"))
        backwards.setCheckable(True)
        backwards.setChecked(self.choosing.backwards)
        backwards.toggled.connect(self._on_turned)

    @override
    def fill_filter_menu(self, menu: QMenu) -> None:
        for facet in self.document.project.active_facets:
            self._add_facet(menu.addMenu(facet.label.replace("&", "&&")), facet)
        menu.addSeparator()
        archived = menu.addAction(icon("archive"), _("Set aside"))
        archived.setCheckable(True)
        archived.setChecked(self.choosing.archived)
        archived.toggled.connect(self.show_archived)
        if self.choosing.narrows:
            menu.addAction(icon("x"), _("Show everybody"), self.clear)
        menu.addSeparator()
        menu.addAction(icon("pencil"), _("Change facets…"), self._on_facets_asked)

    def _add_facet(self, menu: QMenu, facet: Facet) -> None:
        for value in facet.values:
            label = f"     {value.label}" if value.parent else value.label
            self.add_mark(menu, label, (facet.id, value.id))
        menu.addSeparator()
        for state in BLANKS:
            action = self.add_mark(menu, _(ANSWER_STATES[state].text), blank_mark(facet.id, state))
            action.setIcon(icon(BLANK_ICONS[state]))

    def _on_facets_asked(self) -> None:
        self.facets_asked.emit("")

    def _on_turned(self, backwards: bool) -> None:
        self.choose(replace(self.choosing, backwards=backwards))
