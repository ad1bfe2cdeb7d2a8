"""What a person has lived, and who else has."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu
from typing_extensions import override

from personamap.domain.base import new_id
from personamap.domain.experience import Experience
from personamap.domain.persona import LivedExperience, Persona
from personamap.domain.project import Project
from personamap.edits.experiences import (
    add_experience,
    set_lived,
    set_lived_words,
)
from personamap.gui.cast.card import shown_name
from personamap.gui.cast.experience_form import ExperienceForm
from personamap.gui.cast.fold_panel import FoldPanel
from personamap.gui.cast.panel_section import PanelSection
from personamap.gui.cast.section import Section
from personamap.gui.document import Document
from personamap.gui.fields.fields import MultiLineField
from personamap.gui.fields.search_popup import PopupRow, SearchPopup
from personamap.gui.look.icons import icon
from personamap.i18n import N_, _

NEW = "new"
MOST_NAMES = 12


def others_who_lived(project: Project, experience_id: str, persona_id: str) -> tuple[Persona, ...]:
    """Return everybody of the cast but one who has lived an experience."""
    return tuple(
        persona
        for persona in project.cast
        if persona.id != persona_id
        and any(lived.experience == experience_id for lived in persona.experiences)
    )


def names(people: tuple[Persona, ...]) -> str:
    """Return the names of people in one line, of a crowd the first few and how many more."""
    listed = ", ".join(shown_name(persona) for persona in people[:MOST_NAMES])
    rest = len(people) - MOST_NAMES
    if rest <= 0:
        return listed
    return _("{listed} and {count} more").format(listed=listed, count=rest)


class ExperiencePanel(FoldPanel):
    """One experience of one person: how they tell it, and the experience itself."""

    def __init__(self, document: Document, experience_id: str) -> None:
        super().__init__()
        self._document, self.item_id = document, experience_id
        self._persona_id = ""
        self.words = MultiLineField(lines=1)
        self.words.setPlaceholderText(_("How do they tell it themselves?"))
        self.words.edited.connect(self._on_words_edited)
        self.column.addWidget(self.words)
        self.form: ExperienceForm | None = None
        self.opened.connect(self._on_opened)

    def show_lived(self, persona: Persona, lived: LivedExperience) -> None:
        """Show an experience as one person has lived it."""
        project = self._document.project
        self._persona_id = persona.id
        experience = project.find_experience(self.item_id)
        others = others_who_lived(project, self.item_id, persona.id)
        shared = _("shared with {names}").format(names=names(others)) if others else ""
        title = experience.title if experience else self.item_id
        self.tell(title or _("Experience without a title"), shared)
        self.words.setAccessibleName(_("{title}, in their own words").format(title=title))
        self.words.show_text(lived.own_words)
        if self.form is not None and experience is not None and self.is_open:
            self.form.show_experience(experience)

    def _on_opened(self) -> None:
        experience = self._document.project.find_experience(self.item_id)
        if experience is None:
            return
        if self.form is None:
            self.form = ExperienceForm(self._document)
            self.fill(self.form)
        self.form.show_experience(experience)

    def _on_words_edited(self, words: str) -> None:
        who, what = self._persona_id, self.item_id
        text = _("How they tell it")
        self._document.apply_typing(
            text, f"{who}.{what}.own_words", set_lived_words, who, what, words
        )


class ExperienceSection(Section, PanelSection[Persona, ExperiencePanel]):
    """The experiences a person has lived."""

    title = N_("Lived experience")
    add_words = N_("Add an experience")
    experience_opened = Signal(str)

    @override
    def summary(self, persona: Persona) -> str:
        project, count = self.document.project, len(persona.experiences)
        if not count:
            return _("nothing yet")
        lived = (e.experience for e in persona.experiences)
        shared = sum(bool(others_who_lived(project, i, persona.id)) for i in lived)
        if not shared:
            return str(count)
        return _("{count}, {shared} of them shared").format(count=count, shared=shared)

    @override
    def item_ids(self, persona: Persona) -> Sequence[str]:
        return tuple(lived.experience for lived in persona.experiences)

    @override
    def make_panel(self, item_id: str) -> ExperiencePanel:
        return ExperiencePanel(self.document, item_id)

    @override
    def show_panel(self, panel: ExperiencePanel, persona: Persona, item_id: str) -> None:
        panel.show_lived(persona, next(e for e in persona.experiences if e.experience == item_id))

    @override
    def open_add(self) -> None:
        rows = (*self._rows(), PopupRow(NEW, _("A new experience")))
        new = _("New experience: “{words}”")
        popup = SearchPopup(_("Search experiences of the cast"), rows, new, self)
        popup.picked.connect(self._on_picked)
        popup.written.connect(self._on_new)
        popup.open_at(self.add)

    @override
    def fill_menu(self, menu: QMenu, item_id: str) -> None:
        opening = partial(self.experience_opened.emit, item_id)
        menu.addAction(icon("users"), _("Who else lived this…"), opening)
        menu.addAction(icon("unlink"), _("Not lived by this person"), partial(self._drop, item_id))
        everyone = _("Delete the experience for everybody…")
        menu.addAction(icon("trash-2"), everyone, partial(self._delete, item_id))

    def _rows(self) -> tuple[PopupRow, ...]:
        project, persona = self.document.project, self.subject
        lived = {e.experience for e in persona.experiences}
        return tuple(
            self._row(experience)
            for experience in project.experiences
            if experience.id not in lived
        )

    def _row(self, experience: Experience) -> PopupRow:
        title = experience.title or _("Experience without a title")
        people = others_who_lived(self.document.project, experience.id, self.subject_id)
        lived = _("{title} — lived by {names}").format(title=title, names=names(people))
        return PopupRow(
            id=experience.id,
            text=lived if people else title,
            help=experience.situation,
            also=" ".join(experience.themes),
        )

    def _on_picked(self, picked: str) -> None:
        if picked == NEW:
            self._on_new("")
            return
        text = _("Add an experience")
        self.document.apply(text, set_lived, self.subject_id, picked, lived=True)
        self.panel_of(picked).words.setFocus()

    def _on_new(self, title: str) -> None:
        experience = Experience(id=new_id("exp"), title=title)
        text = _("Add an experience")
        self.document.apply(text, add_experience, experience, (self.subject_id,))
        panel = self.panel_of(experience.id)
        panel.open()
        if panel.form is not None:
            panel.form.start()

    def _drop(self, item_id: str) -> None:
        self.add.setFocus()
        text = _("Not lived by this person")
        self.document.apply(text, set_lived, self.subject_id, item_id, lived=False)

    def _delete(self, item_id: str) -> None:
        # Asking the checks is for who deletes, and loads them.
        from personamap.gui.cast.experiences.losses import loss_of_experiences
        from personamap.gui.dialogs.loss_dialog import LossDialog

        self.add.setFocus()
        loss = loss_of_experiences(self.document.project, (item_id,))
        LossDialog(self.document, loss, self.window()).open()
