"""The line above the cast: how many there are, what is shown of it, and the tools for that."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from personamap.domain.project import Project
from personamap.gui.cast.list_tools import ListTools
from personamap.gui.cast.people_tools import PeopleTools
from personamap.gui.coverage.wrapping_head import WrappingHead
from personamap.gui.document import Document
from personamap.gui.fields.segmented import Segmented
from personamap.gui.look.theme import current_look
from personamap.gui.widgets.plain_words import plain_label
from personamap.i18n import N_, _, plural

CARDS, SHEET, LIBRARY = "cards", "sheet", "experiences"
LAYOUTS = ((CARDS, N_("Cards")), (SHEET, N_("Sheet")), (LIBRARY, N_("Experiences")))


class CastHead(QWidget):
    """Says what is shown, and holds the tools for people or those of the library."""

    layout_changed = Signal(str)

    def __init__(self, document: Document, add: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.people = PeopleTools(document, add, self)
        self.count = plain_label()
        self.count.setProperty("role", "count")
        self.layouts = Segmented(
            [(layout, _(word)) for layout, word in LAYOUTS], _("What is shown of the cast")
        )
        self.layouts.chosen.connect(self.layout_changed)
        self._line = WrappingHead(_("Cast"), "title")
        self._line.setContentsMargins(24, 20, 24, 12)
        self._line.follow_title(self.count)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._line)
        self._known: list[ListTools[Any]] = []
        self._held: ListTools[Any] = self.people
        look = current_look()
        if look is not None:
            look.changed.connect(self._fit)
        self.hold(self.people)

    def show_count(self, shown: int, project: Project) -> None:
        """Say how many people there are, and how many of them are shown."""
        archived = self.people.choosing.archived
        total = sum(p.archived == archived for p in project.personas)
        if archived:
            text = plural("{count} set aside", "{count} set aside", total)
        else:
            text = plural("{count} person", "{count} people", total)
        if shown != total:
            text = _("{shown} of {people}").format(shown=shown, people=text)
        self.count.setText(text)

    def tell_count(self, words: str) -> None:
        """Say how many there are of what is shown."""
        self.count.setText(words)

    def hold(self, tools: ListTools[Any]) -> None:
        """Show these tools in place of those that were here before."""
        if tools not in self._known:
            self._known.append(tools)
            self._column.addWidget(tools.marks)
            tools.fit()
        for widget in (*self._held.before, self._held.add, self._held.marks):
            widget.hide()
        self._held = tools
        held = (*tools.before, self.layouts, tools.add)
        # Shown before they had a place, they would be windows of their own.
        self._line.hold(*held)
        for widget in held:
            widget.show()
        tools.show_marks()
        choice = self.layouts.button(self.layouts.choice)
        for first, second in pairwise((*tools.before, choice, tools.add)):
            self.setTabOrder(first, second)

    def _fit(self) -> None:
        for tools in self._known:
            tools.fit()
