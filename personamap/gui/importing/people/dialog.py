"""The dialog: a project file, who is to come from it, and then one undoable edit."""

from __future__ import annotations

from collections.abc import Collection, Container
from functools import partial
from pathlib import Path
from typing import Any, Self

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from personamap.analysis.bringing_loss import left_behind
from personamap.domain.base import new_id
from personamap.domain.persona import Persona
from personamap.domain.project import Project
from personamap.edits.bringing import bring_people
from personamap.gui.document import Document
from personamap.gui.fields.check_list import CheckList, face_size
from personamap.gui.fields.field_kinds import labelled
from personamap.gui.fields.fields import ChoiceField
from personamap.gui.importing.file_page import FilePage
from personamap.gui.importing.step_dialog import StepDialog
from personamap.gui.portrait.portraits import Portraits
from personamap.gui.widgets.dialog_parts import hint, say
from personamap.i18n import N_, _, plural
from personamap.services.crowds import growth_words
from personamap.services.entering import look_into
from personamap.services.projects import Opened
from personamap.stopping import go_on

_SAME = {
    "keep": N_("Keep who is here"),
    "replace": N_("Take them as they are in the file"),
    "both": N_("Have both, as two people"),
}


class PeoplePage(QWidget):
    """Ticks the people of the file, and asks about those who are here already."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.people = CheckList(_("People to bring"))
        self.same = ChoiceField({choice: _(label) for choice, label in _SAME.items()})
        self.same.show_choice("keep")
        self.question = labelled("", self.same)
        self.left_behind = hint("", "secondary")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        words = _(
            "They keep their ids and bring their picture, what they answer and have lived, and "
            "what they are to others who are here. Scenes stay in the other course."
        )
        column.addWidget(hint(words))
        column.addWidget(self.people, 1)
        column.addWidget(self.question)
        column.addWidget(self.left_behind)


class BringPeopleDialog(StepDialog):
    """Shows who is in another project, and brings over who is ticked."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        page = PeoplePage()
        super().__init__(document, _("Bring people"), _start(), page, parent=parent)
        self.page = page
        self._other: Project | None = None
        page.people.changed.connect(self._show_buttons)
        page.same.currentIndexChanged.connect(self._show_buttons)

    @classmethod
    def ask(cls, document: Document, path: Path | None, parent: QWidget) -> Self:
        """Open over the window; without a path, ask for the file first."""
        return cls(document, parent).begin(path)

    @override
    def read(self, path: Path) -> None:
        """Read a project file in the background."""
        self.show_reading(path)
        self._reading.request(partial(_people_of, path))

    @override
    def bring_in(self) -> None:
        if self._other is not None:
            ids, copies = self._wanted()
            self._document.apply(_("Bring people"), bring_people, self._other, ids, copies)

    @override
    def _on_read(self, found: Any) -> None:
        self.progress.hide()
        self._other = other = found.project
        self.title.setText(found.path.stem)
        portraits, ratio = Portraits(other.find_media), self.devicePixelRatioF()
        people = {person.id: person for person in other.personas}
        self.page.people.clear()
        self.page.people.fill(
            [(person.id, self._called(person)) for person in people.values()],
            lambda person_id: portraits.circle(people[person_id], face_size(), ratio),
        )
        self.show_page(self.page)

    @override
    def _on_next(self) -> None:
        self._take_in()

    @override
    def _show_buttons(self) -> None:
        super()._show_buttons()
        here = self._here()
        self.page.question.setVisible(bool(here))
        label = plural(
            "{count} of them is here already", "{count} of them are here already", len(here)
        )
        self.page.same.setAccessibleName(label)
        self._tell_same(label)
        wanted, copies = self._wanted()
        too_many = self._too_many(wanted, copies)
        if self._other is not None:
            lines = left_behind(self._document.project, self._other, set(wanted))
            say(self.page.left_behind, too_many or "\n".join(lines))
        count = len(wanted)
        self.next.setText(plural("&Bring {count} person", "&Bring {count} people", count))
        self.next.setEnabled(count > 0 and not too_many)

    def _called(self, person: Persona) -> str:
        """Return the name of somebody in the file, and whether they are here already."""
        name = person.name or _("No name yet")
        known = self._document.find_persona(person.id)
        if known is None:
            return name
        if not known.name or known.name == person.name:
            return _("{name} · here already").format(name=name)
        return _("{name} · here already, as {called}").format(name=name, called=known.name)

    def _tell_same(self, words: str) -> None:
        for label in self.page.question.findChildren(QLabel):
            label.setText(words)

    def _here(self) -> tuple[str, ...]:
        find = self._document.find_persona
        return tuple(who for who in self.page.people.ticked if find(who) is not None)

    def _too_many(self, wanted: Collection[str], copies: Container[str]) -> str:
        find, people = self._document.find_persona, len(self._document.project.personas)
        coming = sum(who in copies or find(who) is None for who in wanted)
        return growth_words(people, people + coming)

    def _wanted(self) -> tuple[tuple[str, ...], dict[str, str]]:
        """Return who comes, and the new ids of those who come as somebody else."""
        here, choice = self._here(), self.page.same.currentData()
        ticked = self.page.people.ticked
        if choice == "keep":
            ticked = tuple(who for who in ticked if who not in here)
        copies = {who: new_id("per") for who in here} if choice == "both" else {}
        return ticked, copies


def _people_of(path: Path) -> Opened:
    return look_into(path, go_on).opened


def _start() -> FilePage:
    return FilePage(
        _("Another project, such as the last course for the same client."),
        _("Choose a project"),
        _("Persona maps (*.personamap)"),
    )
