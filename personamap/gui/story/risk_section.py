"""Who takes a risk in a scene, and whether it is safe to speak up there."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from personamap.domain.labels import SAFETIES
from personamap.domain.scene import Scene
from personamap.edits.appearances import set_risk_taker
from personamap.edits.scenes import set_scene_field
from personamap.gui.fields.field_kinds import labelled
from personamap.gui.fields.fields import ChoiceField, MultiLineField
from personamap.gui.story.people import present_rows
from personamap.gui.story.picked_chips import PickedChips
from personamap.gui.story.scene_section import SceneSection
from personamap.gui.widgets.dialog_parts import hint
from personamap.gui.widgets.fold_section import padded
from personamap.i18n import N_, _


class RiskSection(SceneSection):
    """Risk takers among those who are there, safety, and why it is so."""

    title = N_("Risk and safety")

    @override
    def summary(self, scene: Scene) -> str:
        if not scene.safety:
            return _("not said yet")
        return _(SAFETIES[scene.safety].text)

    @override
    def build(self) -> QWidget:
        question = _("Who takes a risk here?")
        self.takers = PickedChips(question)
        self.takers.picked.connect(partial(self._on_taking, takes=True))
        self.takers.taken_out.connect(partial(self._on_taking, takes=False))
        self.nobody = hint(_("Nobody is in the scene yet who could."))
        self.safety = ChoiceField({safety: _(label.text) for safety, label in SAFETIES.items()})
        self.safety.picked.connect(self._on_safety_picked)
        self.about_safety = hint("")
        self.note = MultiLineField()
        self.note.setPlaceholderText(_("For whom, about what, and what would make it safer?"))
        self.note.edited.connect(self._on_note_edited)
        return padded(
            labelled(question, self.takers),
            self.nobody,
            labelled(_("Is it safe to speak up?"), self.safety),
            self.about_safety,
            labelled(_("Why it is so"), self.note),
        )

    @override
    def redraw(self, scene: Scene) -> None:
        rows = present_rows(self.document.project, scene)
        self.takers.show_picked(rows, scene.risk_takers)
        self.nobody.setVisible(not rows)
        self.safety.show_choice(scene.safety)
        self.about_safety.setText(_(SAFETIES[scene.safety].help))
        self.note.show_text(scene.safety_note)

    def _on_taking(self, persona_id: str, takes: bool) -> None:
        text = _("Take a risk") if takes else _("Take no risk")
        self.document.apply(text, set_risk_taker, self.subject_id, persona_id, takes)

    def _on_safety_picked(self, safety: str) -> None:
        text = _("Safe to speak up")
        self.document.apply(text, set_scene_field, self.subject_id, "safety", safety)

    def _on_note_edited(self, note: str) -> None:
        text, typing = _("Edit {field}").format(field=_("Note")), f"{self.subject_id}.safety_note"
        change = partial(set_scene_field, field="safety_note", value=note)
        self.document.apply_typing(text, typing, change, self.subject_id)
