"""The sections that are plain forms: who they are, voice, do and don't, notes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from personamap.domain.labels import STATUSES
from personamap.domain.persona import Persona
from personamap.gui.cast.form import Entry, PersonaForm
from personamap.gui.cast.section import Section
from personamap.gui.widgets.fold_section import padded
from personamap.i18n import N_, _, plural

WHO = (
    Entry("name", N_("Name"), hint=N_("Full name")),
    Entry("pronunciation", N_("Pronunciation"), hint=N_("ING-rid SOOL-berg")),
    Entry("called", N_("Called"), hint=N_("What colleagues call them")),
    Entry("pronouns", N_("Pronouns"), hint=N_("she/her, they/them … shown, never counted")),
    Entry("age", N_("Exact age"), "age"),
    Entry("brief", N_("Brief"), "text", N_("Who is this, in one or two sentences?")),
    Entry(
        "own_words", N_("In their own words"), "text", N_("How would they introduce themselves?")
    ),
    Entry("goals", N_("Goals"), "list", N_("What do they want?")),
    Entry("motivations", N_("Motivations"), "list", N_("Why do they want it?")),
    Entry("strengths", N_("Strengths"), "list", N_("What do others come to them for?")),
    Entry("flaw", N_("A flaw"), "text", N_("What gets in their own way?")),
    Entry("feelings", N_("Feelings now"), "text", N_("How are they when the course begins?")),
    Entry(
        "status",
        N_("Status"),
        "choice",
        choices=tuple((status, label.text) for status, label in STATUSES.items()),
    ),
)
VOICE = (
    Entry("tone", N_("Tone"), "text", N_("Short sentences? Jokes? Asks back?"), part="voice"),
    Entry("sample_lines", N_("They would say"), "list", N_("A line they would say"), part="voice"),
    Entry("avoid", N_("They would never say"), "list", N_("A phrase to avoid"), part="voice"),
)
DOS = (
    Entry("dos", N_("Do"), "list", N_("What writers and artists should do")),
    Entry("donts", N_("Don't"), "list", N_("What would turn them into a stereotype")),
)
NOTES = (Entry("notes", N_("Notes"), "text", N_("Whatever fits nowhere else")),)


class FormSection(Section):
    """A section that is one form."""

    entries: Sequence[Entry] = ()
    form: PersonaForm | None = None

    @override
    def build(self) -> QWidget:
        self.form = PersonaForm(self.document, self.entries)
        return padded(self.form)

    @override
    def redraw(self, persona: Persona) -> None:
        if self.form is not None:
            self.form.show_persona(persona)


class WhoSection(FormSection):
    """Name, brief, and what this person wants and is like."""

    title = N_("Who they are")
    entries = WHO

    @override
    def summary(self, persona: Persona) -> str:
        asked = [entry for entry in WHO if entry.field not in ("called", "age", "status")]
        open_ones = sum(not entry.value(persona) for entry in asked)
        if not open_ones:
            return _("complete")
        return plural("{count} field open", "{count} fields open", open_ones)


class VoiceSection(FormSection):
    """How this person speaks."""

    title = N_("Voice")
    entries = VOICE

    @override
    def summary(self, persona: Persona) -> str:
        lines = len(persona.voice.sample_lines)
        if lines:
            return plural("{count} sample line", "{count} sample lines", lines)
        return _("tone noted") if persona.voice.tone else _("nothing yet")


class DosSection(FormSection):
    """What to do, and what not to do, with this person."""

    title = N_("Do and don't")
    entries = DOS

    @override
    def summary(self, persona: Persona) -> str:
        dos, donts = len(persona.dos), len(persona.donts)
        if not dos and not donts:
            return _("nothing yet")
        return _("{dos} do, {donts} don't").format(dos=dos, donts=donts)


class NotesSection(FormSection):
    """Whatever fits nowhere else."""

    title = N_("Notes")
    entries = NOTES

    @override
    def summary(self, persona: Persona) -> str:
        words = len(persona.notes.split())
        return plural("{count} word", "{count} words", words) if words else _("nothing yet")
