"""The editor of one person, in the inspector beside the wall."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from personamap.domain.changes import Changes
from personamap.gui.cast.editor_head import EditorHead
from personamap.gui.cast.section import Section
from personamap.gui.document import Document
from personamap.gui.document_view import DocumentView
from personamap.gui.fields.fields import LineField
from personamap.gui.portrait.portraits import Portraits
from personamap.gui.widgets.section_sheet import nothing_chosen, section_sheet
from personamap.i18n import _

_REACHES = ("facets", "experiences", "relationships", "scenes")
"""What else than the person themselves the editor shows."""

_PARTS = ("fields.field_kinds", "cast.facet_section", "cast.experience_section", "cast.sections")
"""Modules in the order in which they are loaded, each a small part of the way."""


class PersonaEditor(DocumentView):
    """Everything about one person, in sections that fold.

    It is the heaviest part of the window, and the wall is what people look
    at first. So its inside is made when somebody asks for it, or `in_pieces`
    once the wall has been painted.
    """

    portrait_wanted = Signal(str)
    experience_opened = Signal(str)
    person_opened = Signal(str)

    def __init__(
        self, document: Document, portraits: Portraits, parent: QWidget | None = None
    ) -> None:
        super().__init__(document, parent)
        self.setProperty("role", "inspector")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(_("Person"))
        self.persona_id = ""
        self._head = EditorHead(portraits)
        self._head.portrait_wanted.connect(self._on_portrait_wanted)
        self._head.edit_wanted.connect(self.edit_name)
        self._sections: dict[type[Section], Section] = {}
        self.is_whole = False
        self._sought: QWidget | None = None
        self._stack = QStackedWidget()
        self._stack.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.addWidget(self._stack)

    @property
    def head(self) -> EditorHead:
        """The part above the sections that says who this is."""
        self._finish()
        return self._head

    @property
    def sections(self) -> dict[type[Section], Section]:
        """The sections by kind, in their order."""
        self._finish()
        return self._sections

    def in_pieces(self) -> Iterator[None]:
        """Make the inside piece by piece, and show it when it is whole."""
        for part in _PARTS:
            import_module(f"personamap.gui.{part}")
            yield
        if not self._sections:
            self._build()
            yield
        yield from self._rows_in_pieces()
        self._finish()

    def show_persona(self, persona_id: str) -> None:
        """Edit somebody else, or nobody."""
        if persona_id == self.persona_id:
            self.refresh(None)
            return
        self.persona_id = persona_id
        if self.is_whole:
            self._scroll.verticalScrollBar().setValue(0)
        self.refresh(None)

    def edit_name(self) -> None:
        """Put the cursor into the name, ready to be written over."""
        from personamap.gui.cast.form_sections import WhoSection

        who = self.sections[WhoSection]
        who.open()
        self.refresh(None)
        assert isinstance(who, WhoSection)
        assert who.form is not None
        field = who.form.fields["name"]
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(field, LineField):
            field.selectAll()
        self._scroll.ensureWidgetVisible(field)

    def edit_relationship(self, relationship_id: str) -> None:
        """Put the cursor into the words of a relationship of this person."""
        from personamap.gui.cast.relationship_section import RelationshipSection

        section = self.sections[RelationshipSection]
        section.open()
        self.refresh(None)
        assert isinstance(section, RelationshipSection)
        panel = section.panel_of(relationship_id)
        panel.open()
        if panel.form is not None:
            panel.form.start()
            self._sought = panel.form.mine
            self._keep_in_sight()

    @override
    def refresh(self, changes: Changes | None) -> None:
        if not self.is_whole:
            return
        if changes and not changes.touches(self.persona_id) and not changes.reaches(*_REACHES):
            return
        persona = self.document.project.find_persona(self.persona_id)
        self._stack.setCurrentIndex(0 if persona is None else 1)
        if persona is not None:
            self._head.show_persona(persona)
            for section in self._sections.values():
                section.show_subject(persona)
        self._stack.show()

    def _finish(self) -> None:
        if self.is_whole:
            return
        if not self._sections:
            self._build()
        self.is_whole = True
        self.refresh(None)

    def _build(self) -> None:
        # Half of the program's window modules, which nobody waits for before the first paint.
        from personamap.gui.cast.experience_section import ExperienceSection
        from personamap.gui.cast.facet_section import IdentitySection
        from personamap.gui.cast.look_section import LookSection
        from personamap.gui.cast.relationship_section import RelationshipSection
        from personamap.gui.cast.sections import SECTIONS

        self._sections = {kind: kind(self.document) for kind in SECTIONS}
        self._sections[IdentitySection].open()
        look = self._sections[LookSection]
        assert isinstance(look, LookSection)
        look.portrait_wanted.connect(self._on_portrait_wanted)
        lives = self._sections[ExperienceSection]
        assert isinstance(lives, ExperienceSection)
        lives.experience_opened.connect(self.experience_opened)
        ties = self._sections[RelationshipSection]
        assert isinstance(ties, RelationshipSection)
        ties.person_opened.connect(self.person_opened)
        words = _("Choose somebody on the wall, and their life opens here.")
        self._stack.addWidget(nothing_chosen(words))
        self._stack.addWidget(self._sheet())

    def _rows_in_pieces(self) -> Iterator[None]:
        from personamap.gui.cast.facet_section import IdentitySection

        identity = self._sections[IdentitySection]
        assert isinstance(identity, IdentitySection)
        for row in identity.rows_in_pieces():
            for widget in row.findChildren(QWidget):
                widget.ensurePolished()
            yield

    def _sheet(self) -> QWidget:
        self._scroll = section_sheet(self._sections.values())
        self._scroll.verticalScrollBar().rangeChanged.connect(self._keep_in_sight)
        sheet = QWidget()
        rows = QVBoxLayout(sheet)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._head)
        rows.addWidget(self._scroll, 1)
        return sheet

    def _keep_in_sight(self) -> None:
        """Follow what was asked for until all above it has its place, or somebody goes on."""
        if self._sought is not None and QApplication.focusWidget() is self._sought:
            self._scroll.ensureWidgetVisible(self._sought, 0, self._scroll.height() // 3)
        else:
            self._sought = None

    def _on_portrait_wanted(self) -> None:
        self.portrait_wanted.emit(self.persona_id)
