"""What a person looks like on screen, for media developers."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from personamap.domain.persona import Persona
from personamap.domain.portrait import Pose
from personamap.edits.personas import set_persona_part
from personamap.gui.cast.form import Entry, PersonaForm
from personamap.gui.cast.section import Section
from personamap.gui.fields.records_field import Column, RecordsField
from personamap.gui.look.icons import icon, size_before_words
from personamap.gui.widgets.fold_section import padded
from personamap.gui.widgets.plain_words import plain_label
from personamap.i18n import N_, _, plural
from personamap.portraits.alt_text import proposed_alt_text
from personamap.portraits.labels import FACES

ALT_TEXT_LIMIT = 150
LOOK = (
    Entry("description", N_("What they look like"), "text", N_("Clothes, posture"), part="look"),
)
ALT = (
    Entry(
        "alt_text",
        N_("Alternative text"),
        "text",
        N_("What does somebody miss who cannot see the picture?"),
        part="look",
    ),
)
POSES = (
    Column("label", N_("Pose"), hint=N_("Listening, arms folded")),
    Column(
        "face", N_("Expression"), "choice", choices=(("", N_("As in the portrait")), *FACES.items())
    ),
    Column("note", N_("Note"), "text", N_("When to use it")),
)


class LookSection(Section):
    """Portrait, description, alternative text and poses."""

    title = N_("Appearance")
    portrait_wanted = Signal()

    @override
    def summary(self, persona: Persona) -> str:
        poses = len(persona.look.poses)
        if not persona.look.alt_text:
            return _("no alternative text yet")
        return plural("{count} pose", "{count} poses", poses) if poses else _("described")

    @override
    def build(self) -> QWidget:
        self.portrait = QPushButton(icon("image"), _("Portrait…"))
        self.portrait.clicked.connect(self.portrait_wanted)
        self.form = PersonaForm(self.document, LOOK)
        self.alt = PersonaForm(self.document, ALT)
        self.counter = plain_label()
        self.propose = QPushButton(icon("wand-sparkles"), _("Describe the drawing"))
        self.propose.setProperty("role", "quiet")
        for button in (self.portrait, self.propose):
            button.setIconSize(size_before_words())
        self.propose.clicked.connect(self._on_propose)
        self.poses = RecordsField(Pose(), POSES, _("Add a pose"))
        self.poses.edited.connect(self._on_poses_edited)
        self.poses.rearranged.connect(self._on_poses_rearranged)
        parts = (self.portrait, self.form, self.alt, self.counter, self.propose, self.poses)
        return padded(*parts)

    @override
    def redraw(self, persona: Persona) -> None:
        self.form.show_persona(persona)
        self.alt.show_persona(persona)
        self.poses.show_records(persona.look.poses)
        self._count(len(persona.look.alt_text))
        proposal = proposed_alt_text(persona)
        self.propose.setVisible(bool(proposal) and not persona.look.alt_text)

    def _count(self, length: int) -> None:
        over = length > ALT_TEXT_LIMIT
        words = _("{length} of {limit} characters")
        if over:
            words = _("{length} of {limit} characters: screen readers may cut it off")
        self.counter.setText(words.format(length=length, limit=ALT_TEXT_LIMIT))
        role = "warn" if over else "hint"
        if self.counter.property("role") != role:
            self.counter.setProperty("role", role)
            self.counter.style().polish(self.counter)

    def _on_propose(self) -> None:
        proposal = proposed_alt_text(self.subject)
        self._apply(_("Describe the drawing"), "alt_text", proposal)

    def _on_poses_edited(self, poses: tuple[Pose, ...]) -> None:
        change = partial(set_persona_part, part="look", field="poses", value=poses)
        typing = f"{self.subject_id}.look.poses"
        self.document.apply_typing(_("Edit poses"), typing, change, self.subject_id)

    def _on_poses_rearranged(self, poses: tuple[Pose, ...]) -> None:
        self._apply(_("Change poses"), "poses", poses)

    def _apply(self, text: str, field: str, value: str | tuple[Pose, ...]) -> None:
        self.document.apply(text, set_persona_part, self.subject_id, "look", field, value)
