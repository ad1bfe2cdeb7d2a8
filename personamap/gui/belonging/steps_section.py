"""What turned somebody on their way: scenes, what happens in them, and where it leaves them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QMenu
from typing_extensions import override

from personamap.analysis.item_titles import scene_title
from personamap.domain.persona import Persona, TurningPoint
from personamap.edits.turning_points import remove_turning_point, set_turning_point
from personamap.gui.cast.belonging_section import place_name
from personamap.gui.cast.panel_section import PanelSection
from personamap.gui.cast.section import Section
from personamap.gui.fields.search_popup import PopupRow, SearchPopup
from personamap.gui.look.icons import icon
from personamap.gui.story.person_panels import PersonPanel
from personamap.gui.story.turning_section import TurningForm
from personamap.i18n import N_, _, plural


class StepsSection(Section, PanelSection[Persona, PersonPanel[TurningForm]]):
    """The scenes that turn a person, in the order of the story."""

    title = N_("What turned it")
    about = N_("After which scene is something different for them?")
    add_words = N_("Add a scene")

    @override
    def summary(self, persona: Persona) -> str:
        count = len(persona.belonging.turning_points)
        return plural("{count} scene", "{count} scenes", count) if count else _("nothing yet")

    @override
    def item_ids(self, persona: Persona) -> Sequence[str]:
        # A file written by another program can name a scene that is not in it.
        turns = persona.belonging.turning_points
        return tuple(t.scene for t in turns if self.document.project.find_scene(t.scene))

    @override
    def make_panel(self, item_id: str) -> PersonPanel[TurningForm]:
        return PersonPanel(partial(TurningForm, self.document))

    @override
    def show_panel(self, panel: PersonPanel[TurningForm], persona: Persona, item_id: str) -> None:
        turn = next(t for t in persona.belonging.turning_points if t.scene == item_id)
        panel.tell(self._title(item_id), _line(turn))
        panel.show_in_form(lambda form: form.show_turn(persona.id, turn))

    @override
    def redraw(self, persona: Persona) -> None:
        super().redraw(persona)
        turned = len(persona.belonging.turning_points)
        self.add.setVisible(turned < len(self.document.project.scenes))

    @override
    def open_add(self) -> None:
        taken = set(self.item_ids(self.subject))
        rows = tuple(
            PopupRow(scene.id, self._title(scene.id))
            for scene in self.document.project.scenes
            if scene.id not in taken
        )
        popup = SearchPopup(_("Search the scenes"), rows, parent=self)
        popup.picked.connect(self._on_picked)
        popup.open_at(self.add)

    @override
    def fill_menu(self, menu: QMenu, item_id: str) -> None:
        menu.addAction(icon("x"), _("It turns them no more"), partial(self._remove, item_id))

    def _title(self, scene_id: str) -> str:
        scenes = self.document.project.scenes
        numbered = ((number, scene) for number, scene in enumerate(scenes, start=1))
        number, scene = next((n, s) for n, s in numbered if s.id == scene_id)
        return _("{number}. {scene}").format(number=number, scene=scene_title(scene))

    def _on_picked(self, scene_id: str) -> None:
        text = _("Add a turning point")
        self.document.apply(text, set_turning_point, self.subject_id, scene_id)
        panel = self.panel_of(scene_id)
        panel.open()
        panel.fold.setFocus()

    def _remove(self, scene_id: str) -> None:
        self.add.setFocus()
        text = _("Remove a turning point")
        self.document.apply(text, remove_turning_point, self.subject_id, scene_id)


def _line(turn: TurningPoint) -> str:
    place = place_name(turn.place) if turn.place else ""
    return turn.note or place or _("nothing told yet")
