"""Who does what in which scene, as Qt's table sees it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, Qt
from typing_extensions import override

from personamap.domain.persona import Persona
from personamap.domain.project import Project
from personamap.domain.scene import Appearance, Scene
from personamap.gui.cast.card import shown_name
from personamap.gui.coverage.cell_model import CellModel, Index
from personamap.gui.story.people import part_words
from personamap.gui.story.scene_card import scene_name
from personamap.i18n import _, plural

_ACROSS = Qt.Orientation.Horizontal


class PartModel(CellModel):
    """A row for each person of the cast and a column for each scene.

    A cell is read as a sentence by screen readers. Told another snapshot,
    it says which columns differ, so that only those are painted again.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.people: tuple[Persona, ...] = ()
        self.scenes: tuple[Scene, ...] = ()
        self._parts: list[dict[str, Appearance]] = []

    def show_project(self, project: Project) -> None:
        """Show another snapshot; where it has the same people and scenes, nothing moves."""
        people, scenes = project.cast, project.scenes
        same = _ids(people) == _ids(self.people) and _ids(scenes) == _ids(self.scenes)
        if same:
            self._tell_edited(people, scenes)
            return
        self.beginResetModel()
        self.people, self.scenes = people, scenes
        self._parts = [_parts_of(scene) for scene in scenes]
        self.endResetModel()

    def part(self, index: Index) -> Appearance | None:
        """Return what somebody does in a scene, if they are in it."""
        return self._parts[index.column()].get(self.people[index.row()].id)

    def persona_at(self, index: Index) -> Persona:
        """Return whose row a cell is in."""
        return self.people[index.row()]

    def scene_at(self, index: Index) -> Scene:
        """Return whose column a cell is in."""
        return self.scenes[index.column()]

    def index_of(self, persona_id: str, scene_id: str) -> QModelIndex:
        """Return the cell of somebody in a scene, which is invalid where there is none."""
        people, scenes = _ids(self.people), _ids(self.scenes)
        if persona_id not in people or scene_id not in scenes:
            return QModelIndex()
        return self.index(people.index(persona_id), scenes.index(scene_id))

    @override
    def size(self) -> tuple[int, int]:
        return len(self.people), len(self.scenes)

    @override
    def caption(self, index: Index) -> str:
        part = self.part(index)
        return part_words(part) if part else ""

    @override
    def tip(self, index: Index) -> str:
        part = self.part(index)
        return self.spoken(index) + (f"\n{part.note}" if part and part.note else "")

    @override
    def spoken(self, index: Index) -> str:
        part = self.part(index)
        return _("{name} in “{scene}”: {part}").format(
            name=shown_name(self.persona_at(index)),
            scene=scene_name(self.scene_at(index)),
            part=part_words(part) if part else _("not there"),
        )

    @override
    def head(self, section: int, *, across: bool) -> str:
        if across:
            title = scene_name(self.scenes[section])
            return _("{number}. {title}").format(number=section + 1, title=title)
        return shown_name(self.people[section])

    @override
    def head_words(self, section: int, *, across: bool) -> str:
        count = self._people_in(section) if across else self._scenes_of(section)
        return _("{label}: {count}").format(label=self.head(section, across=across), count=count)

    def _people_in(self, column: int) -> str:
        cast = set(_ids(self.people))
        here = sum(who in cast for who in self._parts[column])
        return plural("{count} person", "{count} people", here) if here else _("nobody")

    def _scenes_of(self, row: int) -> str:
        who = self.people[row].id
        scenes = sum(who in parts for parts in self._parts)
        return plural("in {count} scene", "in {count} scenes", scenes) if scenes else _("no scene")

    def _tell_edited(self, people: tuple[Persona, ...], scenes: tuple[Scene, ...]) -> None:
        before, self.scenes = self.scenes, scenes
        renamed = people != self.people
        self.people = people
        for column, scene in enumerate(scenes):
            if scene is not before[column]:
                self._parts[column] = _parts_of(scene)
                self._tell_column(column)
        if renamed:
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(people) - 1)

    def _tell_column(self, column: int) -> None:
        self.headerDataChanged.emit(_ACROSS, column, column)
        if self.people:
            last = len(self.people) - 1
            self.dataChanged.emit(self.index(0, column), self.index(last, column))


def _parts_of(scene: Scene) -> dict[str, Appearance]:
    return {appearance.persona: appearance for appearance in scene.appearances}


def _ids(items: tuple[Persona, ...] | tuple[Scene, ...]) -> list[str]:
    return [item.id for item in items]
