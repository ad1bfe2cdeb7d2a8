"""Fields of a persona declared in one line each, and the form made of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from personamap.domain.base import Entity
from personamap.domain.persona import Persona
from personamap.edits.personas import set_persona_field, set_persona_part
from personamap.gui.document import Document
from personamap.gui.fields.field_kinds import (
    Field,
    Kind,
    labelled,
    make_field,
    on_edited,
    show_value,
)
from personamap.i18n import _


class Entry(Struct, frozen=True):
    """One field of a persona, or of a `part` of it such as `job`, with its label and a hint."""

    field: str
    label: str
    kind: Kind = "line"
    hint: str = ""
    part: str = ""
    choices: tuple[tuple[str, str], ...] = ()

    @property
    def key(self) -> str:
        """The name of the field within a persona."""
        return f"{self.part}.{self.field}" if self.part else self.field

    def value(self, holder: Entity) -> Any:
        """Return what a persona, or whatever else has this field, has in it."""
        return getattr(getattr(holder, self.part) if self.part else holder, self.field)


class EntryForm(QWidget):
    """The fields of some entries, one under the other, for one thing at a time."""

    edited = Signal(object, object)  # Entry, value

    def __init__(self, entries: Sequence[Entry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries = {entry.key: entry for entry in entries}
        self.fields = {entry.key: self._field(entry) for entry in entries}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for entry in entries:
            column.addWidget(labelled(_(entry.label), self.fields[entry.key]))

    def show_entity(self, holder: Entity) -> None:
        """Show what `holder` has; what is there already stays untouched."""
        for key, entry in self._entries.items():
            show_value(self.fields[key], entry.value(holder))

    def _field(self, entry: Entry) -> Field:
        field = make_field(entry.kind, entry.choices, _(entry.hint))
        on_edited(field, partial(self.edited.emit, entry))
        return field


class PersonaForm(EntryForm):
    """A form of one persona at a time."""

    def __init__(
        self, document: Document, entries: Sequence[Entry], parent: QWidget | None = None
    ) -> None:
        super().__init__(entries, parent)
        self.document = document
        self._persona_id = ""
        self.edited.connect(self._on_edited)

    def show_persona(self, persona: Persona) -> None:
        """Show a persona."""
        self._persona_id = persona.id
        self.show_entity(persona)

    def _on_edited(self, entry: Entry, value: Any) -> None:
        who, text = self._persona_id, _("Edit {field}").format(field=_(entry.label))
        typing = f"{who}.{entry.key}"
        if entry.part:
            change = partial(set_persona_part, part=entry.part, field=entry.field, value=value)
        else:
            change = partial(set_persona_field, field=entry.field, value=value)
        if entry.kind == "choice":
            self.document.apply(text, change, who)
        else:
            self.document.apply_typing(text, typing, change, who)
