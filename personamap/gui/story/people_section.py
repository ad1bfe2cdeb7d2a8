"""Who is in a scene: a panel each, with what they do there."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu
from typing_extensions import override

from personamap.domain.persona import Persona
from personamap.domain.scene import Appearance, Scene
from personamap.edits.appearances import bring_in, take_out
from personamap.gui.cast.card import shown_name
from personamap.gui.look.icons import icon
from personamap.gui.story.part_form import PartForm
from personamap.gui.story.people import part_words
from personamap.gui.story.person_panels import PersonPanel, PersonPanels
from personamap.i18n import N_, _, plural


class PeopleSection(PersonPanels[Appearance, PartForm]):
    """The people of a scene, in the order in which they were put there."""

    title = N_("Who is in it")
    person_opened = Signal(str)

    @override
    def summary(self, scene: Scene) -> str:
        here = len(self.parts(scene))
        return plural("{count} person", "{count} people", here) if here else _("nobody yet")

    @override
    def parts(self, scene: Scene) -> Mapping[str, Appearance]:
        people = {persona.id for persona in self.document.project.cast}
        return {a.persona: a for a in scene.appearances if a.persona in people}

    @override
    def make_panel(self, item_id: str) -> PersonPanel[PartForm]:
        return PersonPanel(partial(PartForm, self.document))

    @override
    def show_part(self, panel: PersonPanel[PartForm], persona: Persona, part: Appearance) -> None:
        scene_id = self.subject_id
        panel.tell(shown_name(persona), part_words(part))
        panel.show_in_form(lambda form: form.show_part(scene_id, part))

    @override
    def bring_in(self, persona_id: str) -> None:
        self.document.apply(_("Put into a scene"), bring_in, self.subject_id, (persona_id,))

    @override
    def fill_menu(self, menu: QMenu, item_id: str) -> None:
        opening = partial(self.person_opened.emit, item_id)
        menu.addAction(icon("user"), _("Open in the cast"), opening)
        menu.addAction(icon("x"), _("Take out of the scene"), partial(self._take_out, item_id))

    def _take_out(self, persona_id: str) -> None:
        self.add.setFocus()
        self.document.apply(_("Take out of a scene"), take_out, self.subject_id, persona_id)
