"""What can be done with the people selected on the wall."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

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
from personamap.gui.look.icons import icon
from personamap.gui.widgets.plain_words import plain_tip
from personamap.i18n import _, plural


class PersonActions(QObject):
    """The actions of the Person menu, for whoever is selected.

    None asks "are you sure": all of them can be undone, and removing says
    so in a message.
    """

    added = Signal(object)  # tuple of the new ids
    portrait_wanted = Signal(str)
    bringing_wanted = Signal()
    removed = Signal(str)  # what to tell

    def __init__(
        self, document: Document, selected: Callable[[], Sequence[str]], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._document, self._selected = document, selected
        self._leaving: list[Persona] = []
        self.add = self._action(_("&Add person"), "user-plus", "Ctrl+Shift+A", self._on_add)
        words = _("&Bring people from another file…")
        self.bring = self._action(words, "users", "", self.bringing_wanted.emit)
        self.duplicate = self._action(_("D&uplicate"), "copy", "Ctrl+D", self._on_duplicate)
        self.portrait = self._action(_("&Portrait…"), "image", "", self._on_portrait)
        self.archive = self._action(_("Set a&side"), "archive", "", self._on_archive)
        self.restore = self._action(
            _("Take &back into the cast"), "archive-restore", "", self._on_restore
        )
        self.delete = self._action(_("De&lete"), "trash-2", "", self._on_delete)
        self.delete.setShortcut(QKeySequence.StandardKey.Delete)
        self.delete.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.follow_selection()

    @property
    def all(self) -> tuple[QAction, ...]:
        """Every action, in the order of the menu."""
        return (
            self.add,
            self.bring,
            self.duplicate,
            self.portrait,
            self.archive,
            self.restore,
            self.delete,
        )

    def menu(self, parent: QWidget) -> QMenu:
        """Return the menu of a card."""
        menu = QMenu(parent)
        menu.addActions([action for action in self.all if action is not self.add])
        menu.setToolTipsVisible(True)
        return menu

    def follow_selection(self) -> None:
        """Offer what can be done with the people selected now."""
        people = self._people()
        reason = "" if people else _("Select somebody on the wall first.")
        for action in (self.duplicate, self.delete, self.portrait):
            _offer(action, reason)
        in_cast = any(not persona.archived for persona in people)
        aside = any(persona.archived for persona in people)
        _offer(self.archive, reason or ("" if in_cast else _("They are set aside already.")))
        _offer(self.restore, reason or ("" if aside else _("They are in the cast already.")))
        self.restore.setVisible(aside)

    def _action(self, text: str, icon_name: str, keys: str, act: Callable[[], None]) -> QAction:
        action = QAction(icon(icon_name), text, self)
        if keys:
            action.setShortcut(QKeySequence(keys))
        # A bound method of this object, so the connection ends with it.
        action.triggered.connect(act)
        return action

    def _people(self) -> list[Persona]:
        found = (self._document.project.find_persona(i) for i in self._selected())
        return [persona for persona in found if persona is not None]

    def _on_add(self) -> None:
        persona = new_persona()
        self._document.apply(_("Add person"), add_persona, persona)
        self.added.emit((persona.id,))

    def _on_duplicate(self) -> None:
        copies = {persona.id: new_id("per") for persona in self._people()}
        if copies:
            self._document.apply(_("Duplicate"), duplicate_personas, copies)
            self.added.emit(tuple(copies.values()))

    def _on_portrait(self) -> None:
        for persona in self._people()[:1]:
            self.portrait_wanted.emit(persona.id)

    def _on_archive(self) -> None:
        self._document.apply(_("Set aside"), set_archived, self._selected(), True)

    def _on_restore(self) -> None:
        self._document.apply(_("Take back into the cast"), set_archived, self._selected(), False)

    def _on_delete(self) -> None:
        people = self._people()
        if not people:
            return
        self._leaving = people
        if len(people) == 1:
            self._delete()
        else:
            self._document.after_copy("removal", self._delete)

    def _delete(self) -> None:
        people, self._leaving = self._leaving, []
        if not people:
            return
        ids = tuple(persona.id for persona in people)
        self._document.apply(_("Delete"), remove_personas, ids)
        if len(people) == 1:
            self.removed.emit(_("{name} was deleted.").format(name=shown_name(people[0])))
        else:
            self.removed.emit(
                plural("{count} person was deleted.", "{count} people were deleted.", len(people))
            )


def _offer(action: QAction, reason: str) -> None:
    action.setEnabled(not reason)
    action.setToolTip(plain_tip(reason or action.text().replace("&", "")))
