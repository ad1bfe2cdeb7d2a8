"""What can be done with the people selected on the wall."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget
from typing_extensions import override

from personamap.domain.base import new_id
from personamap.domain.persona import Persona
from personamap.edits.personas import (
    add_persona,
    duplicate_personas,
    new_persona,
    remove_personas,
    set_archived,
)
from personamap.gui.cast.card import shown_name
from personamap.gui.document import Document
from personamap.gui.selection_actions import SelectionActions, offer
from personamap.i18n import _, plural


class PersonActions(SelectionActions[Persona]):
    """The actions of the Person menu."""

    portrait_wanted = Signal(str)
    bringing_wanted = Signal()
    answers_wanted = Signal()

    def __init__(
        self, document: Document, selected: Callable[[], Sequence[str]], parent: QWidget
    ) -> None:
        super().__init__(document, selected, parent)
        self.add = self.action(_("&Add person"), "user-plus", "Ctrl+Shift+A", self._on_add)
        words = _("&Bring people from another file…")
        self.bring = self.action(words, "users", "", self.bringing_wanted.emit)
        self.duplicate = self.action(_("D&uplicate"), "copy", "Ctrl+D", self._on_duplicate)
        self.portrait = self.action(_("&Portrait…"), "image", "", self._on_portrait)
        words = _("Ans&wer for everybody selected…")
        self.answer = self.action(words, "pencil", "", self.answers_wanted.emit)
        self.archive = self.action(_("Set a&side"), "archive", "", self._on_archive)
        self.restore = self.action(
            _("Take &back into the cast"), "archive-restore", "", self._on_restore
        )
        self.delete = self.deletion(_("De&lete"), Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.follow_selection()

    @property
    @override
    def all(self) -> tuple[QAction, ...]:
        return (
            self.add,
            self.bring,
            self.duplicate,
            self.portrait,
            self.answer,
            self.archive,
            self.restore,
            self.delete,
        )

    @override
    def menu(self, parent: QWidget) -> QMenu:
        # On a card the facets hang in a menu of their own.
        menu = super().menu(parent)
        menu.removeAction(self.answer)
        return menu

    @override
    def follow_selection(self) -> None:
        people = self.chosen()
        reason = "" if people else _("Select somebody on the wall first.")
        for action in (self.duplicate, self.delete, self.portrait, self.answer):
            offer(action, reason)
        in_cast = any(not persona.archived for persona in people)
        aside = any(persona.archived for persona in people)
        offer(self.archive, reason or ("" if in_cast else _("They are set aside already.")))
        offer(self.restore, reason or ("" if aside else _("They are in the cast already.")))
        self.restore.setVisible(aside)

    @override
    def chosen(self) -> list[Persona]:
        # Everybody can be selected: looking each of them up would take as many squared.
        wanted = {persona_id: place for place, persona_id in enumerate(self._selected())}
        people = (p for p in self._document.project.personas if p.id in wanted)
        return sorted(people, key=lambda persona: wanted[persona.id])

    def _on_add(self) -> None:
        persona = new_persona()
        self._document.apply(_("Add person"), add_persona, persona)
        self.added.emit((persona.id,))

    def _on_duplicate(self) -> None:
        copies = {persona.id: new_id("per") for persona in self.chosen()}
        if copies:
            self._document.apply(_("Duplicate"), duplicate_personas, copies)
            self.added.emit(tuple(copies.values()))

    def _on_portrait(self) -> None:
        for persona in self.chosen()[:1]:
            self.portrait_wanted.emit(persona.id)

    def _on_archive(self) -> None:
        self._document.apply(_("Set aside"), set_archived, self._selected(), True)

    def _on_restore(self) -> None:
        self._document.apply(_("Take back into the cast"), set_archived, self._selected(), False)

    @override
    def remove(self, chosen: Sequence[Persona]) -> None:
        ids = tuple(persona.id for persona in chosen)
        self._document.apply(_("Delete"), remove_personas, ids)

    @override
    def removal_words(self, gone: Sequence[Persona]) -> str:
        if len(gone) == 1:
            return _("{name} was deleted.").format(name=shown_name(gone[0]))
        return plural("{count} person was deleted.", "{count} people were deleted.", len(gone))
