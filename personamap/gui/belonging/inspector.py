"""What stands beside the square: the way of the chosen person, or the findings."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from personamap.gui.belonging.findings import BelongingFindings
from personamap.gui.belonging.stands import arc_words
from personamap.gui.belonging.steps_section import StepsSection
from personamap.gui.cast.belonging_section import BelongingSection
from personamap.gui.cast.card import shown_name
from personamap.gui.document import Document
from personamap.gui.fields.segmented import Segmented
from personamap.gui.widgets.dialog_parts import hint
from personamap.gui.widgets.fold_section import padded
from personamap.gui.widgets.page import page_of
from personamap.gui.widgets.section_sheet import nothing_chosen
from personamap.i18n import _, in_digits


class BelongingInspector(QFrame):
    """Shows one of two sides, and says on the other how much is there."""

    person_opened = Signal(str)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "inspector")
        self._document, self._persona_id = document, ""
        self.sides = Segmented([("person", _("Person")), ("findings", _("Findings"))], _("Show"))
        self.name, self.words = hint("", "person"), hint("", "secondary")
        self.open = QPushButton(_("Open the person"))
        self.open.clicked.connect(self._on_open)
        self.ends, self.steps = BelongingSection(document), StepsSection(document)
        self.nothing = nothing_chosen(_("Choose somebody to see their way through the course."))
        self.findings = BelongingFindings()
        self._stack, self._person = QStackedWidget(), QStackedWidget()
        self._person.addWidget(self.nothing)
        self._person.addWidget(page_of(self._sheet()))
        self._stack.addWidget(self._person)
        self._stack.addWidget(self.findings)
        self.sides.chosen.connect(self._on_side_chosen)
        self.findings.counted.connect(self._on_counted)
        self._lay_out()

    def show_person(self, persona_id: str) -> None:
        """Show somebody's way, and what was found about it."""
        persona = self._document.find_persona(persona_id)
        self._persona_id = persona_id if persona else ""
        self._person.setCurrentIndex(1 if persona else 0)
        self.findings.show_person(self._persona_id)
        if persona is None:
            return
        self.name.setText(shown_name(persona))
        self.words.setText(arc_words(persona))
        for section in (self.ends, self.steps):
            section.show_subject(persona)
            # Built with the first person: a window that opens on nobody needs neither.
            section.open()

    def show_side(self, side: str) -> None:
        """Bring one side to the front."""
        self.sides.choose(side)
        self._on_side_chosen(side)

    def add_step(self) -> None:
        """Ask for a scene that turns the person."""
        self.show_side("person")
        self.steps.open()
        self.steps.open_add()

    def _sheet(self) -> QWidget:
        sheet = QWidget()
        sheet.setProperty("role", "content")
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(padded(self.name, self.words, self.open))
        column.addWidget(self.ends)
        column.addWidget(self.steps)
        column.addStretch(1)
        return sheet

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(24, 16, 24, 8)
        head.addWidget(self.sides)
        column.addLayout(head)
        column.addWidget(self._stack, 1)

    def _on_open(self) -> None:
        self.person_opened.emit(self._persona_id)

    def _on_side_chosen(self, side: str) -> None:
        self._stack.setCurrentWidget(self._person if side == "person" else self.findings)

    def _on_counted(self, count: int) -> None:
        words = _("Findings: {count}").format(count=in_digits(count)) if count else _("Findings")
        self.sides.button("findings").setText(words)
