"""Who shares scenes with whom, as Qt's table sees it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from typing_extensions import override

from personamap.analysis.meetings import Meetings, find_meetings
from personamap.domain.persona import Persona
from personamap.domain.project import Project
from personamap.domain.scene import Scene
from personamap.gui.cast.card import shown_name
from personamap.gui.coverage.cell_model import CellModel, Index
from personamap.gui.story.scene_card import scene_name
from personamap.i18n import _, plural


class MeetingModel(CellModel):
    """The cast by the cast; a cell holds the scenes that two people share."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.people: tuple[Persona, ...] = ()
        self.meetings = Meetings({}, {})

    def show_project(self, project: Project) -> None:
        """Show another snapshot; with the same people, the current cell stays."""
        same = [p.id for p in project.cast] == [p.id for p in self.people]
        if not same:
            self.beginResetModel()
        self.people, self.meetings = project.cast, find_meetings(project)
        if not same:
            self.endResetModel()
        elif self.people:
            last = len(self.people) - 1
            self.dataChanged.emit(self.index(0, 0), self.index(last, last))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last)
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, last)

    def scenes(self, index: Index) -> tuple[Scene, ...]:
        """Return the scenes that two people share."""
        one, other = self.pair(index)
        return self.meetings.between(one.id, other.id)

    def pair(self, index: Index) -> tuple[Persona, Persona]:
        """Return the two people of a cell."""
        return self.people[index.row()], self.people[index.column()]

    @override
    def size(self) -> tuple[int, int]:
        return len(self.people), len(self.people)

    @override
    def caption(self, index: Index) -> str:
        count = len(self.scenes(index))
        return f"{count}" if count else ""

    @override
    def tip(self, index: Index) -> str:
        titles = [scene_name(scene) for scene in self.scenes(index)]
        return "\n".join((self.spoken(index), *titles))

    @override
    def head(self, section: int, *, across: bool) -> str:
        return shown_name(self.people[section])

    @override
    def spoken(self, index: Index) -> str:
        one, other = self.pair(index)
        count = len(self.scenes(index))
        if index.row() == index.column():
            there = plural("{count} scene", "{count} scenes", count) if count else _("no scene")
            return _("{name} is in {scenes}").format(name=shown_name(one), scenes=there)
        shared = plural("share {count} scene", "share {count} scenes", count)
        return _("{one} and {other} {share}").format(
            one=shown_name(one),
            other=shown_name(other),
            share=shared if count else _("share no scene"),
        )
