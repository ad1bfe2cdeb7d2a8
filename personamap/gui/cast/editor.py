"""The editor of one person, in the inspector beside the wall."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QScrollArea, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from personamap.domain.changes import Changes
from personamap.gui.cast.belonging_section import BelongingSection
from personamap.gui.cast.editor_head import EditorHead
from personamap.gui.cast.evidence import EvidenceSection
from personamap.gui.cast.experience_section import ExperienceSection
from personamap.gui.cast.facet_section import IdentitySection, WorkSection
from personamap.gui.cast.form_sections import (
    DosSection,
    NotesSection,
    VoiceSection,
    WhoSection,
)
from personamap.gui.cast.look_section import LookSection
from personamap.gui.cast.relationship_section import RelationshipSection
from personamap.gui.cast.section import Section
from personamap.gui.document import Document
from personamap.gui.document_view import DocumentView
from personamap.gui.portrait.portraits import Portraits
from personamap.i18n import _

SECTIONS: tuple[type[Section], ...] = (
    WhoSection,
    IdentitySection,
    ExperienceSection,
    WorkSection,
    RelationshipSection,
    VoiceSection,
    LookSection,
    BelongingSection,
    DosSection,
    EvidenceSection,
    NotesSection,
)
_REACHES = ("facets", "experiences", "relationships", "scenes")
"""What else than the person themselves the editor shows."""


class PersonaEditor(DocumentView):
    """Everything about one person, in sections that fold."""

    portrait_wanted = Signal(str)

    def __init__(
        self, document: Document, portraits: Portraits, parent: QWidget | None = None
    ) -> None:
        super().__init__(document, parent)
        self.setProperty("role", "inspector")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(_("Person"))
        self.persona_id = ""
        self.head = EditorHead(portraits)
        self.head.portrait_wanted.connect(self._on_portrait_wanted)
        self.head.edit_wanted.connect(self.edit_name)
        self.sections = {kind: kind(document) for kind in SECTIONS}
        self.sections[IdentitySection].open()
        look = self.sections[LookSection]
        assert isinstance(look, LookSection)
        look.portrait_wanted.connect(self._on_portrait_wanted)
        self._stack = QStackedWidget()
        self._stack.addWidget(_nobody())
        self._stack.addWidget(self._sheet())
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.addWidget(self._stack)

    def show_persona(self, persona_id: str) -> None:
        """Edit somebody else, or nobody."""
        if persona_id != self.persona_id:
            self.persona_id = persona_id
            self._scroll.verticalScrollBar().setValue(0)
        self.refresh(None)

    def edit_name(self) -> None:
        """Put the cursor into the name."""
        who = self.sections[WhoSection]
        who.open()
        self.refresh(None)
        assert isinstance(who, WhoSection)
        assert who.form is not None
        field = who.form.fields["name"]
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.ensureWidgetVisible(field)

    @override
    def refresh(self, changes: Changes | None) -> None:
        if changes and not changes.touches(self.persona_id) and not changes.reaches(*_REACHES):
            return
        persona = self.document.project.find_persona(self.persona_id)
        self._stack.setCurrentIndex(0 if persona is None else 1)
        if persona is None:
            return
        self.head.show_persona(persona)
        for section in self.sections.values():
            section.show_persona(persona)

    def _sheet(self) -> QWidget:
        content = QWidget()
        content.setProperty("role", "content")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for section in self.sections.values():
            column.addWidget(section)
        column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(content)
        sheet = QWidget()
        rows = QVBoxLayout(sheet)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.head)
        rows.addWidget(self._scroll, 1)
        return sheet

    def _on_portrait_wanted(self) -> None:
        self.portrait_wanted.emit(self.persona_id)


def _nobody() -> QWidget:
    label = QLabel(_("Choose somebody on the wall, and their life opens here."))
    label.setProperty("role", "secondary")
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setContentsMargins(40, 0, 40, 0)
    return label
