"""Whom a scene turns on their way through the belonging square, how, and where to."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from personamap.domain.persona import Persona, Place, TurningPoint
from personamap.domain.scene import Scene
from personamap.edits.turning_points import remove_turning_point, set_turning_point
from personamap.gui.cast.belonging_section import AXES, Axis, place_name
from personamap.gui.cast.card import shown_name
from personamap.gui.document import Document
from personamap.gui.fields.field_kinds import labelled
from personamap.gui.fields.fields import MultiLineField, ShareField
from personamap.gui.look.icons import icon
from personamap.gui.story.person_panels import PersonPanel, PersonPanels
from personamap.gui.widgets.dialog_parts import hint
from personamap.i18n import N_, _, plural

_MIDDLE = 0.5


class TurningForm(QWidget):
    """What turns in somebody, in words and as a place in the square they are in afterwards."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._persona_id = ""
        self._turn = TurningPoint(scene="scn-none")
        self.note = MultiLineField()
        self.note.setPlaceholderText(_("What happens to them here that changes something?"))
        self.note.edited.connect(self._on_note_edited)
        self.where = hint("")
        self.clear = QPushButton(_("take away"))
        self.clear.setProperty("role", "quiet-chip")
        self.clear.clicked.connect(self._on_cleared)
        self.sliders: dict[Axis, ShareField] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(labelled(_("What turns"), self.note))
        column.addWidget(self.where)
        for axis, label in AXES.items():
            slider = self.sliders[axis] = ShareField()
            slider.moved.connect(partial(self._on_moved, axis))
            column.addWidget(labelled(_(label), slider))
        column.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignLeft)

    def show_turn(self, persona_id: str, turn: TurningPoint) -> None:
        """Show a turning point of a persona."""
        self._persona_id, self._turn = persona_id, turn
        self.note.show_text(turn.note)
        self.where.setText(_("Afterwards: {place}").format(place=place_name(turn.place)))
        self.clear.setVisible(turn.place is not None)
        for axis, slider in self.sliders.items():
            slider.show_share(getattr(turn.place, axis) if turn.place else _MIDDLE)

    def _on_note_edited(self, note: str) -> None:
        self._type("note", note=note)

    def _on_moved(self, axis: Axis, share: float) -> None:
        before = self._turn.place or Place(authenticity=_MIDDLE, acceptance=_MIDDLE)
        self._type(axis, place=before.evolve(**{axis: share}))

    def _type(self, part: str, **fields: object) -> None:
        scene_id = self._turn.scene
        typing = f"{self._persona_id}.turns.{scene_id}.{part}"
        change = partial(set_turning_point, **fields)
        text = _("Edit a turning point")
        self._document.apply_typing(text, typing, change, self._persona_id, scene_id)

    def _on_cleared(self) -> None:
        change = partial(set_turning_point, place=None)
        text = _("Take away the place")
        self._document.apply(text, change, self._persona_id, self._turn.scene)


class TurningSection(PersonPanels[TurningPoint, TurningForm]):
    """The people whom a scene turns, in the order of the cast."""

    title = N_("Whom it turns")
    about = N_("After which scene is something different for somebody?")

    @override
    def summary(self, scene: Scene) -> str:
        turned = len(self.parts(scene))
        return plural("{count} person", "{count} people", turned) if turned else _("nobody")

    @override
    def parts(self, scene: Scene) -> Mapping[str, TurningPoint]:
        return {
            persona.id: turn
            for persona in self.document.project.cast
            for turn in persona.belonging.turning_points
            if turn.scene == scene.id
        }

    @override
    def make_panel(self, item_id: str) -> PersonPanel[TurningForm]:
        return PersonPanel(partial(TurningForm, self.document))

    @override
    def show_part(
        self, panel: PersonPanel[TurningForm], persona: Persona, part: TurningPoint
    ) -> None:
        place = place_name(part.place) if part.place else ""
        panel.tell(shown_name(persona), part.note or place or _("nothing told yet"))
        panel.show_in_form(lambda form: form.show_turn(persona.id, part))

    @override
    def bring_in(self, persona_id: str) -> None:
        text = _("Add a turning point")
        self.document.apply(text, set_turning_point, persona_id, self.subject_id)

    @override
    def fill_menu(self, menu: QMenu, item_id: str) -> None:
        menu.addAction(icon("x"), _("It turns them no more"), partial(self._remove, item_id))

    def _remove(self, persona_id: str) -> None:
        self.add.setFocus()
        text = _("Remove a turning point")
        self.document.apply(text, remove_turning_point, persona_id, self.subject_id)
