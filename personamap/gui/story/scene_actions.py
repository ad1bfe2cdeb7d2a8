"""What can be done with the scenes that are selected."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget
from typing_extensions import override

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
from personamap.gui.selection_actions import SelectionActions, offer
from personamap.gui.story.scene_card import scene_name
from personamap.i18n import _, plural


class SceneActions(SelectionActions[Scene]):
    """The actions of the Scene menu."""

    keys_reach = Qt.ShortcutContext.WidgetWithChildrenShortcut

    def __init__(
        self, document: Document, selected: Callable[[], Sequence[str]], parent: QWidget
    ) -> None:
        super().__init__(document, selected, parent)
        self.add = self.action(_("&Add scene"), "plus", "Ctrl+Shift+N", self._on_add)
        self.duplicate = self.action(
            _("D&uplicate scene"), "copy", "Ctrl+Shift+D", self._on_duplicate
        )
        self.earlier = self.action(
            _("Move &earlier"), "chevron-up", "Alt+Up", self._on_moved_earlier
        )
        self.later = self.action(_("Move &later"), "chevron-down", "Alt+Down", self._on_moved_later)
        self.delete = self.deletion(_("De&lete scene"), Qt.ShortcutContext.WidgetShortcut)
        self.follow_selection()

    @property
    @override
    def all(self) -> tuple[QAction, ...]:
        return (self.add, self.duplicate, self.earlier, self.later, self.delete)

    @override
    def follow_selection(self) -> None:
        places, count = self._places(), len(self._document.project.scenes)
        reason = "" if places else _("Select a scene first.")
        for action in (self.duplicate, self.delete):
            offer(action, reason)
        first = bool(places) and places == list(range(len(places)))
        last = bool(places) and places == list(range(count - len(places), count))
        offer(self.earlier, reason or (_("It is at the beginning already.") if first else ""))
        offer(self.later, reason or (_("It is at the end already.") if last else ""))

    def move(self, ids: Sequence[str], place: int) -> None:
        """Put scenes before the one that is at this place now."""
        self._document.apply(_("Move scene"), move_scenes, ids, place)

    @override
    def chosen(self) -> list[Scene]:
        chosen = set(self._selected())
        return [scene for scene in self._document.project.scenes if scene.id in chosen]

    def _places(self) -> list[int]:
        chosen = set(self._selected())
        scenes = self._document.project.scenes
        return [place for place, scene in enumerate(scenes) if scene.id in chosen]

    def _on_add(self) -> None:
        scene, here = new_scene(), self.chosen()
        self._document.apply(_("Add scene"), insert_scene, scene, here[-1].id if here else "")
        self.added.emit((scene.id,))

    def _on_duplicate(self) -> None:
        copies = {scene.id: new_id("scn") for scene in self.chosen()}
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

    @override
    def remove(self, chosen: Sequence[Scene]) -> None:
        self._document.apply(_("Delete scene"), remove_scenes, [scene.id for scene in chosen])

    @override
    def removal_words(self, gone: Sequence[Scene]) -> str:
        if len(gone) == 1:
            return _("“{name}” was deleted.").format(name=scene_name(gone[0]))
        return plural("{count} scene was deleted.", "{count} scenes were deleted.", len(gone))
