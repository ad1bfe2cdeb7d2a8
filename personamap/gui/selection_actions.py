"""What can be done with whatever is selected among cards: what people and scenes share."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from personamap.domain.changes import Changes
from personamap.gui.document import Document
from personamap.gui.look.icons import icon
from personamap.gui.sight import Sight
from personamap.gui.widgets.plain_words import plain_tip

ChosenT = TypeVar("ChosenT")


class SelectionActions(QObject, Generic[ChosenT]):
    """The actions of a menu, for what is selected.

    None asks "are you sure": all of them can be undone, and removing says
    so in a message. While `parent` is out of sight nothing counts as selected.
    """

    added = Signal(object)  # tuple of the new ids
    removed = Signal(str)  # what to tell
    came_back = Signal(object)  # frozenset of ids that had been removed

    add: QAction
    keys_reach = Qt.ShortcutContext.WindowShortcut
    """Where the keys of the actions work."""

    def __init__(
        self, document: Document, selected: Callable[[], Sequence[str]], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._document, self._chosen_in_view = document, selected
        self._sight = Sight(parent)
        self._leaving: list[ChosenT] = []
        self._gone: frozenset[str] = frozenset()
        document.changed.connect(self._on_changed)
        self._sight.changed.connect(self._on_sight_changed)

    @property
    @abstractmethod
    def all(self) -> tuple[QAction, ...]:
        """Every action, in the order of the menu."""

    @abstractmethod
    def follow_selection(self) -> None:
        """Offer what can be done with what is selected now."""

    @abstractmethod
    def chosen(self) -> list[ChosenT]:
        """Return what is selected now."""

    @abstractmethod
    def remove(self, chosen: Sequence[ChosenT]) -> None:
        """Take these out of the project, as one step."""

    @abstractmethod
    def removal_words(self, gone: Sequence[ChosenT]) -> str:
        """Return what is told when these are gone."""

    def menu(self, parent: QWidget) -> QMenu:
        """Return the menu of a card."""
        menu = QMenu(parent)
        menu.addActions([action for action in self.all if action is not self.add])
        menu.setToolTipsVisible(True)
        return menu

    def action(self, text: str, icon_name: str, keys: str, act: Callable[[], None]) -> QAction:
        """Return an action; `act` is a bound method, so that the connection ends with it."""
        action = QAction(icon(icon_name), text, self)
        if keys:
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(self.keys_reach)
        action.triggered.connect(act)
        return action

    def deletion(self, text: str, reach: Qt.ShortcutContext) -> QAction:
        """Return the action that deletes, with the key of the system for it."""
        action = self.action(text, "trash-2", "", self._on_delete)
        action.setShortcut(QKeySequence.StandardKey.Delete)
        action.setShortcutContext(reach)
        return action

    def _selected(self) -> Sequence[str]:
        return () if self._sight.is_lost else self._chosen_in_view()

    def _on_sight_changed(self) -> None:
        self.follow_selection()

    def _on_changed(self, changes: Changes) -> None:
        """Tell what Undo brought back: whoever asked for it wants to go on with that."""
        back = changes.added & self._gone
        self._gone = (self._gone | changes.removed) - back
        if back:
            self.came_back.emit(back)

    def _on_delete(self) -> None:
        self._leaving = self.chosen()
        if len(self._leaving) == 1:
            self._delete()
        elif self._leaving:
            self._document.after_copy("removal", self._delete)

    def _delete(self) -> None:
        leaving, self._leaving = self._leaving, []
        if leaving:
            self.remove(leaving)
            self.removed.emit(self.removal_words(leaving))


def offer(action: QAction, reason: str) -> None:
    """Offer an action, or tell the reason why it cannot be done now."""
    action.setEnabled(not reason)
    action.setToolTip(plain_tip(reason or action.text().replace("&", "")))
