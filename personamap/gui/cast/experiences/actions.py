"""What can be done with the experiences that are selected in the library."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from personamap.analysis.item_titles import experience_title
from personamap.domain.base import new_id
from personamap.domain.experience import Experience
from personamap.edits.experiences import add_experience, remove_experiences
from personamap.gui.document import Document
from personamap.gui.selection_actions import SelectionActions, offer
from personamap.i18n import _, plural

_SELECT = Qt.ShortcutContext.WidgetShortcut


class ExperienceActions(SelectionActions[Experience]):
    """The actions of the menu of lived experiences.

    Deleting says first what would be lost, and joining what comes of it;
    both dialogs belong to whoever hears the signals.
    """

    people_wanted = Signal(str)  # experience id
    join_wanted = Signal(object)  # tuple of experience ids
    delete_wanted = Signal(object)  # tuple of experience ids

    keys_reach = Qt.ShortcutContext.WidgetWithChildrenShortcut

    def __init__(
        self, document: Document, selected: Callable[[], Sequence[str]], parent: QWidget
    ) -> None:
        super().__init__(document, selected, parent)
        self.add = self.action(_("&Add experience"), "plus", "Ctrl+Shift+L", self._on_add)
        self.add.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        self.people = self.action(_("&Who has lived it…"), "users", "Ctrl+Shift+W", self._on_people)
        self.join = self.action(_("These are the &same…"), "link", "Ctrl+J", self._on_join)
        self.delete = self.deletion(_("De&lete experience…"), _SELECT)
        self.follow_selection()

    @property
    @override
    def all(self) -> tuple[QAction, ...]:
        return (self.add, self.people, self.join, self.delete)

    @override
    def follow_selection(self) -> None:
        count, others = len(self._selected()), len(self._document.project.experiences)
        reason = "" if count else _("Select an experience first.")
        offer(self.delete, reason)
        offer(self.people, reason or ("" if count == 1 else _("Select one experience only.")))
        alone = _("There is no other experience it could be the same as.")
        offer(self.join, reason or ("" if others > 1 else alone))

    @override
    def chosen(self) -> list[Experience]:
        chosen = set(self._selected())
        return [one for one in self._document.project.experiences if one.id in chosen]

    @override
    def remove(self, chosen: Sequence[Experience]) -> None:
        ids = tuple(experience.id for experience in chosen)
        self._document.apply(_("Delete experiences"), remove_experiences, ids)

    @override
    def removal_words(self, gone: Sequence[Experience]) -> str:
        if len(gone) == 1:
            return _("“{name}” was deleted.").format(name=experience_title(gone[0]))
        return plural(
            "{count} experience was deleted.", "{count} experiences were deleted.", len(gone)
        )

    @override
    def _on_delete(self) -> None:
        ids = tuple(experience.id for experience in self.chosen())
        if ids:
            self.delete_wanted.emit(ids)

    def _on_add(self) -> None:
        experience = Experience(id=new_id("exp"))
        self._document.apply(_("Add an experience"), add_experience, experience)
        self.added.emit((experience.id,))

    def _on_people(self) -> None:
        for experience in self.chosen()[:1]:
            self.people_wanted.emit(experience.id)

    def _on_join(self) -> None:
        ids = tuple(experience.id for experience in self.chosen())
        if ids:
            self.join_wanted.emit(ids)
