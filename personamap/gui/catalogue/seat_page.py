"""Who is there in each course, of everybody or of those who do one thing."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from personamap.analysis.catalogue.catalogue import Catalogue
from personamap.analysis.catalogue.seats import Seats
from personamap.domain.labels import NARRATIVE_FUNCTIONS
from personamap.domain.scene import NarrativeFunction
from personamap.gui.catalogue.seat_model import SeatModel
from personamap.gui.catalogue.seat_view import SeatView
from personamap.gui.coverage.people_popup import Question
from personamap.gui.coverage.shown import Shown
from personamap.gui.widgets.dialog_parts import hint
from personamap.gui.widgets.page import page_of
from personamap.gui.widgets.page_wheel import leave_wheel_to_page
from personamap.gui.widgets.plain_words import plain_label
from personamap.i18n import _


class SeatPage(QWidget):
    """A table of every facet and value, course beside course."""

    looked_into = Signal(object, QPoint, int)  # Question, where, the place of the course

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalogue: Catalogue | None = None
        self._shown: Shown | None = None
        self.function = QComboBox()
        leave_wheel_to_page(self.function)
        self.function.setAccessibleName(_("Who is counted"))
        self.function.addItem(_("Everybody"), None)
        for function, label in NARRATIVE_FUNCTIONS.items():
            words = _("Who does this: {function}").format(function=_(label.text))
            self.function.addItem(words, function)
        self.function.activated.connect(self._show_seats)
        self.model = SeatModel(self)
        self.table = SeatView(self.model)
        self.table.asked.connect(self._on_asked)
        self._lay_out()

    def show_catalogue(self, catalogue: Catalogue, shown: Shown) -> None:
        """Show the seats of a catalogue, the facets that matter opened."""
        first = not self.model.rows
        self._catalogue, self._shown = catalogue, shown
        self._show_seats()
        if first:
            self.model.open_rows(frozenset(Seats(catalogue).that_matter))
        if self.model.rows:
            self.table.setCurrentIndex(self.model.index(0, 0))

    def _show_seats(self) -> None:
        if self._catalogue is None or self._shown is None:
            return
        function: NarrativeFunction | None = self.function.currentData()
        titles = tuple(course.title for course in self._catalogue.courses)
        self.model.show_seats(Seats(self._catalogue, function), titles, self._shown)

    def _on_asked(self, index: QModelIndex) -> None:
        people = self.model.seat(index) or ()
        note = "" if people else _("Nobody")
        question = Question(self.model.place(index), note, people)
        self.looked_into.emit(question, self.table.below(index), index.column())

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        counted = plain_label(_("C&ounted:"))
        counted.setBuddy(self.function)
        head.addWidget(counted)
        head.addWidget(self.function)
        head.addStretch(1)
        card = QFrame()
        card.setProperty("role", "card")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(1, 6, 1, 6)
        inner.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        page = QWidget()
        page.setProperty("role", "content")
        below = QVBoxLayout(page)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(8)
        below.addWidget(card, 1)
        below.addWidget(hint(_("Under “All”, somebody who plays in two courses counts once.")))
        column.addWidget(page_of(page, steady=False), 1)
