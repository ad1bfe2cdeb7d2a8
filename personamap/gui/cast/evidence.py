"""What a person or an experience rests on, and who from the community has read it."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from personamap.domain.persona import Evidence, Persona
from personamap.edits.personas import set_persona_field
from personamap.gui.cast.section import Section
from personamap.gui.fields.records_field import Column, RecordsField
from personamap.gui.widgets.fold_section import padded
from personamap.i18n import N_, _, plural

COLUMNS = (
    Column("source", N_("Source"), "text", N_("An interview, a study, a talk with a colleague …")),
    Column("reviewer", N_("Read by"), hint=N_("Who from the community has read it?")),
    Column("date", N_("Day"), "day", "2026-11-24"),
)


def evidence_field() -> RecordsField:
    """Return an empty field for evidence."""
    return RecordsField(Evidence(), COLUMNS, _("Add evidence"))


class EvidenceSection(Section):
    """What this person rests on."""

    title = N_("Evidence")

    @override
    def summary(self, persona: Persona) -> str:
        count = len(persona.evidence)
        return plural("{count} source", "{count} sources", count) if count else _("nothing yet")

    @override
    def build(self) -> QWidget:
        self.field = evidence_field()
        self.field.edited.connect(self._on_edited)
        self.field.rearranged.connect(self._on_rearranged)
        return padded(self.field)

    @override
    def redraw(self, persona: Persona) -> None:
        self.field.show_records(persona.evidence)

    def _on_edited(self, evidence: tuple[Evidence, ...]) -> None:
        change = partial(set_persona_field, field="evidence", value=evidence)
        typing = f"{self.subject_id}.evidence"
        self.document.apply_typing(_("Edit evidence"), typing, change, self.subject_id)

    def _on_rearranged(self, evidence: tuple[Evidence, ...]) -> None:
        change = partial(set_persona_field, field="evidence", value=evidence)
        self.document.apply(_("Change evidence"), change, self.subject_id)
