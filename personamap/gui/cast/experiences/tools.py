"""What stands above the library: search, filter, sort, and Add experience."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget
from typing_extensions import override

from personamap.domain.labels import CONTEXTS, TURNS
from personamap.gui.cast.experiences.choosing import (
    LIVED,
    ORDERS,
    Choosing,
    mark_words,
    themes_in,
    values_in,
)
from personamap.gui.cast.list_tools import ListTools
from personamap.gui.cast.narrowing import Mark
from personamap.gui.document import Document
from personamap.gui.look.icons import icon
from personamap.i18n import _


class ExperienceTools(ListTools[Choosing]):
    """Stands in the head of the cast while the library is shown."""

    def __init__(self, document: Document, add: QAction, parent: QWidget) -> None:
        words = (_("Search experiences"), _("Add experience"))
        super().__init__(document, Choosing(), add, words, parent)

    @override
    def mark_words(self, mark: Mark) -> str:
        return mark_words(self.document.project, mark)

    @override
    def fill_sort_menu(self, menu: QMenu) -> None:
        orders = (
            (_(label), replace(self.choosing, order=order)) for order, label in ORDERS.items()
        )
        self.add_orders(menu, self.choosing, orders)

    @override
    def fill_filter_menu(self, menu: QMenu) -> None:
        project = self.document.project
        for kind, label in LIVED.items():
            self.add_mark(menu, _(label), ("lived", kind))
        menu.addSeparator()
        for turn, turns in TURNS.items():
            self.add_mark(menu, _(turns.text), ("turn", turn))
        menu.addSeparator()
        contexts = menu.addMenu(_("How long it lasts"))
        for context, words in CONTEXTS.items():
            self.add_mark(contexts, _(words.text), ("context", context))
        themes = menu.addMenu(_("Theme"))
        for theme in themes_in(project):
            self.add_mark(themes, theme, ("theme", theme))
        values = menu.addMenu(_("Touches"))
        for node, told in values_in(project).items():
            self.add_mark(values, told, ("value", node))
        for submenu in (themes, values):
            submenu.setEnabled(not submenu.isEmpty())
        if self.choosing.narrows:
            menu.addSeparator()
            menu.addAction(icon("x"), _("Show all of them"), self.clear)
