"""The experience itself: situation, barrier or enabler, what is done, and what helps."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from personamap.domain.experience import Experience
from personamap.domain.labels import CONTEXTS, TURNS
from personamap.gui.cast.experience_form import ExperienceForm
from personamap.gui.cast.experiences.section import LibrarySection
from personamap.gui.widgets.fold_section import padded
from personamap.i18n import N_, _


class TellingSection(LibrarySection):
    """Everything an experience says, for whoever has lived it."""

    title = N_("What happens")
    form: ExperienceForm | None = None

    @override
    def summary(self, experience: Experience) -> str:
        context = _(CONTEXTS[experience.context].text) if experience.context else ""
        words = (_(TURNS[experience.turn].text), context)
        return " · ".join(word for word in words if word)

    @override
    def build(self) -> QWidget:
        self.form = ExperienceForm(self.document)
        return padded(self.form)

    @override
    def redraw(self, experience: Experience) -> None:
        assert self.form is not None
        self.form.show_experience(experience)

    def start(self) -> None:
        """Put the cursor into the title."""
        self.open()
        assert self.form is not None
        self.form.start()
