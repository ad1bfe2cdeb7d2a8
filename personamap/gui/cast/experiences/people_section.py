"""Who has lived an experience: a panel each, with their face and how they tell it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget
from typing_extensions import override

from personamap.domain.experience import Experience
from personamap.domain.persona import LivedExperience, Persona
from personamap.edits.experiences import set_lived, set_lived_words
from personamap.gui.cast.card import shown_name
from personamap.gui.cast.experiences.people_dialog import LivedByDialog, lived_ids
from personamap.gui.cast.experiences.section import LibrarySection
from personamap.gui.cast.fold_panel import FoldPanel
from personamap.gui.cast.panel_section import PanelSection
from personamap.gui.document import Document
from personamap.gui.fields.fields import MultiLineField
from personamap.gui.look.icons import icon
from personamap.gui.look.theme import current_theme
from personamap.gui.portrait.portraits import Portraits
from personamap.i18n import N_, _, plural

_FACE = 32


class LivedPanel(FoldPanel):
    """One person, and how they tell it themselves once the panel is opened."""

    def __init__(self, document: Document, persona_id: str) -> None:
        super().__init__()
        self._document, self._persona_id = document, persona_id
        self._experience_id = ""
        self.words: MultiLineField | None = None
        self._own_words = ""
        self.opened.connect(self._on_opened)

    def show_lived(self, persona: Persona, lived: LivedExperience) -> None:
        """Show somebody, and what they say of what they have lived."""
        self._experience_id, self._own_words = lived.experience, lived.own_words
        said = _("“{words}”").format(words=lived.own_words) if lived.own_words else ""
        self.tell(shown_name(persona), said or persona.job.title)
        if self.words is not None:
            self.words.show_text(lived.own_words)
            name = _("How {name} tells it themselves").format(name=shown_name(persona))
            self.words.setAccessibleName(name)

    def _on_opened(self) -> None:
        if self.words is None:
            self.words = MultiLineField(lines=2)
            self.words.setPlaceholderText(_("How do they tell it themselves?"))
            self.words.setAccessibleName(self.words.placeholderText())
            self.words.edited.connect(self._on_edited)
            self.fill(self.words)
        self.words.show_text(self._own_words)
        self.words.setFocus()

    def _on_edited(self, words: str) -> None:
        who, what = self._persona_id, self._experience_id
        typing = f"{who}.{what}.own_words"
        text = _("How they tell it")
        self._document.apply_typing(text, typing, set_lived_words, who, what, words)


class LivedSection(LibrarySection, PanelSection[Experience, LivedPanel]):
    """The people of the cast who have lived it, and the way to all the others."""

    title = N_("Who has lived it")
    add_words = N_("Add or remove people")
    person_opened = Signal(str)

    def __init__(
        self, document: Document, portraits: Portraits, parent: QWidget | None = None
    ) -> None:
        super().__init__(document, parent)
        self._portraits = portraits

    @override
    def summary(self, experience: Experience) -> str:
        people = len(self.item_ids(experience))
        return plural("{count} person", "{count} people", people) if people else _("nobody yet")

    @override
    def item_ids(self, experience: Experience) -> Sequence[str]:
        return lived_ids(self.document.project, experience.id)

    @override
    def make_panel(self, item_id: str) -> LivedPanel:
        return LivedPanel(self.document, item_id)

    @override
    def show_panel(self, panel: LivedPanel, experience: Experience, item_id: str) -> None:
        persona = self.document.project.persona(item_id)
        lived = next(e for e in persona.experiences if e.experience == experience.id)
        panel.show_lived(persona, lived)
        side, ratio = current_theme().px(_FACE), self.devicePixelRatioF()
        panel.show_picture(self._portraits.circle(persona, side, ratio))

    @override
    def open_add(self) -> None:
        LivedByDialog(self.document, self.subject, self.window()).open()

    @override
    def fill_menu(self, menu: QMenu, item_id: str) -> None:
        opening = partial(self.person_opened.emit, item_id)
        menu.addAction(icon("user"), _("Open in the cast"), opening)
        menu.addAction(icon("unlink"), _("Not lived by this person"), partial(self._drop, item_id))

    def _drop(self, persona_id: str) -> None:
        self.add.setFocus()
        text = _("Not lived by this person")
        self.document.apply(text, set_lived, persona_id, self.subject_id, lived=False)
