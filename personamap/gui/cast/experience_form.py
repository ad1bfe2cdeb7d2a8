"""The fields of one lived experience."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from personamap.domain.experience import Experience
from personamap.domain.labels import CONTEXTS, TURNS
from personamap.edits.experiences import set_experience_field
from personamap.gui.cast.evidence import evidence_field
from personamap.gui.cast.form import Entry, EntryForm
from personamap.gui.document import Document
from personamap.gui.fields.field_kinds import labelled
from personamap.gui.fields.touches_field import TouchesField
from personamap.i18n import N_, _

ENTRIES = (
    Entry("title", N_("Experience"), hint=N_("A few words to know it by")),
    Entry("situation", N_("Situation"), "text", N_("Where, with whom, what is going on?")),
    Entry(
        "turn",
        N_("What turns it"),
        "choice",
        choices=tuple((turn, label.text) for turn, label in TURNS.items()),
    ),
    Entry("turn_text", N_("Namely"), "text", N_("What stands in the way, or makes it work?")),
    Entry("response", N_("What they do"), "text"),
    Entry("help", N_("What helps"), "text"),
    Entry(
        "context",
        N_("How long it lasts"),
        "choice",
        choices=tuple((context, label.text) for context, label in CONTEXTS.items()),
    ),
    Entry("themes", N_("Themes"), "list", N_("Shift work, being overlooked …")),
)


class ExperienceForm(QWidget):
    """Edits one experience, for everybody who lived it."""

    def __init__(self, document: Document) -> None:
        super().__init__()
        self._document, self._id = document, ""
        self.form = EntryForm(ENTRIES)
        self.form.edited.connect(self._on_entry_edited)
        self.touches = TouchesField(lambda: document.project)
        self.touches.edited.connect(partial(self._apply, "touches"))
        self.evidence = evidence_field()
        self.evidence.edited.connect(partial(self._type, "evidence"))
        self.evidence.rearranged.connect(partial(self._apply, "evidence"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.form)
        column.addWidget(labelled(_("Touches"), self.touches))
        column.addWidget(labelled(_("Evidence"), self.evidence))

    def show_experience(self, experience: Experience) -> None:
        """Edit an experience, and show it as it is now."""
        self._id = experience.id
        self.form.show_entity(experience)
        self.touches.show_refs(experience.touches)
        self.evidence.show_records(experience.evidence)

    def start(self) -> None:
        """Put the cursor into the title."""
        self.form.fields["title"].setFocus()

    def _on_entry_edited(self, entry: Entry, value: Any) -> None:
        if entry.kind == "choice":
            self._apply(entry.field, value)
        else:
            self._type(entry.field, value)

    def _apply(self, field: str, value: Any) -> None:
        text = _("Edit experience")
        self._document.apply(text, set_experience_field, self._id, field, value)

    def _type(self, field: str, value: Any) -> None:
        change = partial(set_experience_field, field=field, value=value)
        typing = f"{self._id}.{field}"
        self._document.apply_typing(_("Edit experience"), typing, change, self._id)
