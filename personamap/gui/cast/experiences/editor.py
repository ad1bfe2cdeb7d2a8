"""Everything about one experience, beside the library."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from personamap.analysis.item_titles import experience_title
from personamap.domain.changes import Changes
from personamap.gui.cast.experiences.people_section import LivedSection
from personamap.gui.cast.experiences.section import LibrarySection
from personamap.gui.cast.experiences.telling_section import TellingSection
from personamap.gui.document import Document
from personamap.gui.document_view import DocumentView
from personamap.gui.later import OncePainted
from personamap.gui.portrait.portraits import Portraits
from personamap.gui.widgets.dialog_parts import hint
from personamap.gui.widgets.section_sheet import nothing_chosen, section_sheet
from personamap.i18n import _

_REACHES = ("personas", "experiences", "facets", "media")


class ExperienceEditor(DocumentView):
    """Edits the experience that is current, or says how to get to one.

    The cards are what people look at first: what is in here is made once
    they have been painted, or when somebody asks for it.
    """

    person_opened = Signal(str)

    def __init__(
        self, document: Document, portraits: Portraits, parent: QWidget | None = None
    ) -> None:
        super().__init__(document, parent)
        self.setProperty("role", "inspector")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(_("Lived experience"))
        self.experience_id = ""
        self.shared, self.name = hint("", "hint"), hint("", "person")
        self.people = LivedSection(document, portraits)
        self.telling = TellingSection(document)
        self.people.person_opened.connect(self.person_opened)
        self.sections: tuple[LibrarySection, ...] = (self.people, self.telling)
        self._stack = QStackedWidget()
        self._page = section_sheet(self.sections, (self.shared, self.name))
        self._stack.addWidget(
            nothing_chosen(_("Choose an experience, and who has lived it opens here."))
        )
        self._stack.addWidget(self._page)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.addWidget(self._stack)
        self._stack.hide()
        self.is_whole = False
        OncePainted(self, self._in_pieces(), self)

    def show_experience(self, experience_id: str) -> None:
        """Edit another experience, or none."""
        if experience_id != self.experience_id:
            self.experience_id = experience_id
            self._page.verticalScrollBar().setValue(0)
        self.refresh(None)

    def finish(self) -> None:
        """Make what is still missing, and show the current experience."""
        if not self.is_whole:
            self.is_whole = True
            self.people.open()
            self.telling.open()
            self.refresh(None)
            self._stack.show()

    def edit_title(self) -> None:
        """Put the cursor into the title."""
        self.finish()
        self.telling.start()
        if self.telling.form is not None:
            self._page.ensureWidgetVisible(self.telling.form.form.fields["title"])

    @override
    def refresh(self, changes: Changes | None) -> None:
        if not self.is_whole or (changes and not changes.reaches(*_REACHES)):
            return
        project = self.document.project
        experience = project.find_experience(self.experience_id)
        self._stack.setCurrentIndex(0 if experience is None else 1)
        if experience is None:
            return
        people, everybody = len(self.people.item_ids(experience)), len(project.cast)
        words = _("Lived by {count} of {all}") if people else _("Waiting: lived by nobody yet")
        self.shared.setText(words.format(count=people, all=everybody))
        self.name.setText(experience_title(experience))
        for section in self.sections:
            section.show_subject(experience)

    def _in_pieces(self) -> Iterator[None]:
        yield
        for section in (self.people, self.telling):
            section.open()
            yield
        self.finish()
