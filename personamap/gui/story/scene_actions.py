"""What can be done with the scenes that are selected."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from personamap.domain.base import new_id
from personamap.domain.scene import Scene
from personamap.edits.scene_order import (
    duplicate_scenes,
    insert_scene,
    move_scenes,
    new_scene,
)
from personamap.edits.scenes import remove_scenes
from personamap.gui.document import Document
from personamap.gui.look.icons import icon
from personamap.gui.story.scene_card import scene_name
from personamap.gui.widgets.plain_words import plain_tip
from personamap.i18n import _, plural


class SceneActions(QObject):
    """The actions of the Scene menu. None asks "are you sure": all of them can be undone."""

    added = Signal(object)  # tuple of the new ids
    removed = Signal(str)  # what to tell

    def __init__(
        self, document: Document, selected: Callable[[], Sequence[str]], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._document, self._selected = document, selected
        self._leaving: list[Scene] = []
        self.add = self._action(_("&Add scene"), "plus", "Ctrl+Shift+N", self._on_add)
        self.duplicate = self._action(
            _("D&uplicate scene"), "copy", "Ctrl+Shift+D", self._on_duplicate
        )
        self.earlier = self._action(
            _("Move &earlier"), "chevron-up", "Alt+Up", self._on_moved_earlier
        )
        self.later = self._action(
            _("Move &later"), "chevron-down", "Alt+Down", self._on_moved_later
        )
        self.delete = self._action(_("De&lete scene"), "trash-2", "", self._on_delete)
        self.delete.setShortcut(QKeySequence.StandardKey.Delete)
        self.delete.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.follow_selection()

    @property
    def all(self) -> tuple[QAction, ...]:
        """Every action, in the order of the menu."""
        return (self.add, self.duplicate, self.earlier, self.later, self.delete)

    def menu(self, parent: QWidget) -> QMenu:
        """Return the menu of a card."""
        menu = QMenu(parent)
        menu.addActions([action for action in self.all if action is not self.add])
        menu.setToolTipsVisible(True)
        return menu

    def follow_selection(self) -> None:
        """Offer what can be done with the scenes selected now."""
        places, count = self._places(), len(self._document.project.scenes)
        reason = "" if places else _("Select a scene first.")
        for action in (self.duplicate, self.delete):
            _offer(action, reason)
        first = bool(places) and places == list(range(len(places)))
        last = bool(places) and places == list(range(count - len(places), count))
        _offer(self.earlier, reason or (_("It is at the beginning already.") if first else ""))
        _offer(self.later, reason or (_("It is at the end already.") if last else ""))

    def move(self, ids: Sequence[str], place: int) -> None:
        """Put scenes before the one that is at this place now."""
        self._document.apply(_("Move scene"), move_scenes, ids, place)

    def _action(self, text: str, icon_name: str, keys: str, act: Callable[[], None]) -> QAction:
        action = QAction(icon(icon_name), text, self)
        if keys:
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        # A bound method of this object, so the connection ends with it.
        action.triggered.connect(act)
        return action

    def _scenes(self) -> list[Scene]:
        chosen = set(self._selected())
        return [scene for scene in self._document.project.scenes if scene.id in chosen]

    def _places(self) -> list[int]:
        chosen = set(self._selected())
        scenes = self._document.project.scenes
        return [place for place, scene in enumerate(scenes) if scene.id in chosen]

    def _on_add(self) -> None:
        scene, here = new_scene(), self._scenes()
        self._document.apply(_("Add scene"), insert_scene, scene, here[-1].id if here else "")
        self.added.emit((scene.id,))

    def _on_duplicate(self) -> None:
        copies = {scene.id: new_id("scn") for scene in self._scenes()}
        if copies:
            self._document.apply(_("Duplicate scene"), duplicate_scenes, copies)
            self.added.emit(tuple(copies.values()))

    def _on_moved_earlier(self) -> None:
        places = self._places()
        if places:
            self.move(self._selected(), max(0, places[0] - 1))

    def _on_moved_later(self) -> None:
        places = self._places()
        if places:
            self.move(self._selected(), places[-1] + 2)

    def _on_delete(self) -> None:
        self._leaving = self._scenes()
        if len(self._leaving) == 1:
            self._delete()
        elif self._leaving:
            self._document.after_copy("removal", self._delete)

    def _delete(self) -> None:
        scenes, self._leaving = self._leaving, []
        if not scenes:
            return
        self._document.apply(_("Delete scene"), remove_scenes, [scene.id for scene in scenes])
        if len(scenes) == 1:
            self.removed.emit(_("“{name}” was deleted.").format(name=scene_name(scenes[0])))
        else:
            self.removed.emit(
                plural("{count} scene was deleted.", "{count} scenes were deleted.", len(scenes))
            )


def _offer(action: QAction, reason: str) -> None:
    action.setEnabled(not reason)
    action.setToolTip(plain_tip(reason or action.text().replace("&", "")))
