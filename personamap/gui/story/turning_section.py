"""Whom a scene turns on their way through the belonging square, how, and where to."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from personamap.domain.persona import Persona, Place, TurningPoint
from personamap.domain.scene import Scene
from personamap.edits.turning_points import remove_turning_point, set_turning_point
from personamap.gui.cast.belonging_section import AXES, Axis, place_name
from personamap.gui.cast.card import shown_name
from personamap.gui.cast.fold_panel import FoldPanel
from personamap.gui.cast.section import SIDE
from personamap.gui.document import Document
from personamap.gui.fields.field_kinds import labelled
from personamap.gui.fields.fields import MultiLineField, ShareField
from personamap.gui.fields.search_popup import SearchPopup
from personamap.gui.look.icons import icon
from personamap.gui.look.theme import current_theme
from personamap.gui.portrait.portraits import Portraits
from personamap.gui.story.people import cast_rows
from personamap.gui.story.scene_section import SceneSection
from personamap.gui.widgets.chips import add_chip
from personamap.gui.widgets.dialog_parts import hint
from personamap.i18n import N_, _, plural

_MIDDLE, _FACE = 0.5, 32


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


class TurningPanel(FoldPanel):
    """One person whom a scene turns."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.form: TurningForm | None = None
        self._shown: tuple[str, TurningPoint] | None = None
        self.opened.connect(self._on_opened)

    def show_turn(self, persona_id: str, turn: TurningPoint, title: str) -> None:
        """Show a turning point under a title."""
        self._shown = (persona_id, turn)
        place = place_name(turn.place) if turn.place else ""
        self.tell(title, turn.note or place or _("nothing told yet"))
        if self.form is not None and self.is_open:
            self.form.show_turn(persona_id, turn)

    def _on_opened(self) -> None:
        if self.form is None:
            self.form = TurningForm(self._document)
            self.fill(self.form)
        if self._shown is not None:
            self.form.show_turn(*self._shown)


class TurningSection(SceneSection):
    """The people whom a scene turns."""

    title = N_("Whom it turns")

    def __init__(
        self, document: Document, portraits: Portraits, parent: QWidget | None = None
    ) -> None:
        super().__init__(document, parent)
        self._portraits = portraits

    @override
    def summary(self, scene: Scene) -> str:
        turned = len(_turned(self.document.project.cast, scene.id))
        return plural("{count} person", "{count} people", turned) if turned else _("nobody")

    @override
    def build(self) -> QWidget:
        self.panels: dict[str, TurningPanel] = {}
        self._whose = ""
        self.add = add_chip(_("Add somebody"))
        self.add.clicked.connect(self._on_add)
        body = QWidget()
        self._rows = QVBoxLayout(body)
        self._rows.setContentsMargins(SIDE, 12, SIDE, 20)
        self._rows.setSpacing(8)
        self._rows.addWidget(hint(_("After which scene is something different for somebody?")))
        self._rows.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        return body

    @override
    def redraw(self, scene: Scene) -> None:
        cast = self.document.project.cast
        turned = _turned(cast, scene.id)
        kept = set(turned) if scene.id == self._whose else set()
        self._whose = scene.id
        for gone in [who for who in self.panels if who not in kept]:
            self._drop(gone)
        people = {persona.id: persona for persona in cast}
        side, ratio = current_theme().px(_FACE), self.devicePixelRatioF()
        for at, (who, turn) in enumerate(turned.items(), start=1):
            if who not in self.panels:
                self.panels[who] = TurningPanel(self.document)
                self.panels[who].menu_wanted.connect(partial(self._on_menu_wanted, who))
                self._rows.insertWidget(at, self.panels[who])
            self.panels[who].show_turn(who, turn, shown_name(people[who]))
            self.panels[who].show_picture(self._portraits.circle(people[who], side, ratio))
        self.add.setVisible(len(turned) < len(cast))

    def _drop(self, persona_id: str) -> None:
        panel = self.panels.pop(persona_id)
        self._rows.removeWidget(panel)
        panel.hide()
        panel.deleteLater()

    def _on_add(self) -> None:
        rows = cast_rows(self.document.project, set(self.panels))
        popup = SearchPopup(_("Search the cast"), rows, parent=self)
        popup.picked.connect(self._on_picked)
        popup.open_at(self.add)

    def _on_picked(self, persona_id: str) -> None:
        text = _("Add a turning point")
        self.document.apply(text, set_turning_point, persona_id, self.scene_id)
        if persona_id in self.panels:
            self.panels[persona_id].open()
            self.panels[persona_id].fold.setFocus()

    def _on_menu_wanted(self, persona_id: str) -> None:
        anchor = self.panels[persona_id].more
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        removing = menu.addAction(icon("x"), _("It turns them no more"))
        removing.triggered.connect(partial(self._on_removed, persona_id))
        menu.popup(anchor.mapToGlobal(QPoint(0, anchor.height())))

    def _on_removed(self, persona_id: str, _checked: bool = False) -> None:
        self.add.setFocus()
        text = _("Remove a turning point")
        self.document.apply(text, remove_turning_point, persona_id, self.scene_id)


def _turned(cast: tuple[Persona, ...], scene_id: str) -> dict[str, TurningPoint]:
    """Return whom a scene turns, in the order of the cast."""
    return {
        persona.id: turn
        for persona in cast
        for turn in persona.belonging.turning_points
        if turn.scene == scene_id
    }
