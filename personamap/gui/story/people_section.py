"""Who is in a scene: a panel each, with what they do there."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from personamap.domain.persona import Persona
from personamap.domain.scene import Appearance, Scene
from personamap.edits.appearances import bring_in, take_out
from personamap.gui.cast.card import shown_name
from personamap.gui.cast.fold_panel import FoldPanel
from personamap.gui.cast.section import SIDE
from personamap.gui.document import Document
from personamap.gui.fields.search_popup import SearchPopup
from personamap.gui.look.icons import icon
from personamap.gui.look.theme import current_theme
from personamap.gui.portrait.portraits import Portraits
from personamap.gui.story.part_form import PartForm
from personamap.gui.story.people import cast_rows, part_words
from personamap.gui.story.scene_section import SceneSection
from personamap.gui.widgets.chips import add_chip
from personamap.i18n import N_, _, plural

_FACE = 32


class PartPanel(FoldPanel):
    """Says what somebody does in a scene, and lets people change it when it is open."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.form: PartForm | None = None
        self._shown: tuple[str, Appearance] | None = None
        self.opened.connect(self._on_opened)

    def show_part(self, scene_id: str, appearance: Appearance, persona: Persona) -> None:
        """Show a part of somebody."""
        self._shown = (scene_id, appearance)
        self.tell(shown_name(persona), part_words(appearance))
        if self.form is not None and self.is_open:
            self.form.show_part(scene_id, appearance)

    def _on_opened(self) -> None:
        if self.form is None:
            self.form = PartForm(self._document)
            self.fill(self.form)
        if self._shown is not None:
            self.form.show_part(*self._shown)


class PeopleSection(SceneSection):
    """The people of a scene, in the order in which they were put there."""

    title = N_("Who is in it")
    person_opened = Signal(str)

    def __init__(
        self, document: Document, portraits: Portraits, parent: QWidget | None = None
    ) -> None:
        super().__init__(document, parent)
        self._portraits = portraits

    @override
    def summary(self, scene: Scene) -> str:
        people = {persona.id for persona in self.document.project.cast}
        here = sum(a.persona in people for a in scene.appearances)
        return plural("{count} person", "{count} people", here) if here else _("nobody yet")

    @override
    def build(self) -> QWidget:
        self.panels: dict[str, PartPanel] = {}
        self._whose = ""
        self.add = add_chip(_("Add somebody"))
        self.add.clicked.connect(self._on_add)
        body = QWidget()
        self._rows = QVBoxLayout(body)
        self._rows.setContentsMargins(SIDE, 12, SIDE, 20)
        self._rows.setSpacing(8)
        self._rows.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        return body

    @override
    def redraw(self, scene: Scene) -> None:
        cast = {persona.id: persona for persona in self.document.project.cast}
        here = {a.persona: a for a in scene.appearances if a.persona in cast}
        kept = set(here) if scene.id == self._whose else set()
        self._whose = scene.id
        for gone in [who for who in self.panels if who not in kept]:
            self._drop(gone)
        side, ratio = current_theme().px(_FACE), self.devicePixelRatioF()
        for at, (who, appearance) in enumerate(here.items()):
            if who not in self.panels:
                self.panels[who] = self._panel(who)
                self._rows.insertWidget(at, self.panels[who])
            self.panels[who].show_part(scene.id, appearance, cast[who])
            self.panels[who].show_picture(self._portraits.circle(cast[who], side, ratio))
        self.add.setVisible(len(here) < len(cast))

    def open_person(self, persona_id: str) -> None:
        """Unfold the part of somebody."""
        self.open()
        if persona_id in self.panels:
            self.panels[persona_id].open()

    def _panel(self, persona_id: str) -> PartPanel:
        panel = PartPanel(self.document)
        panel.menu_wanted.connect(partial(self._on_menu_wanted, persona_id))
        return panel

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
        self.document.apply(_("Put into a scene"), bring_in, self.scene_id, (persona_id,))
        self.open_person(persona_id)
        if persona_id in self.panels:
            self.panels[persona_id].fold.setFocus()

    def _on_menu_wanted(self, persona_id: str) -> None:
        anchor = self.panels[persona_id].more
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        opening = menu.addAction(icon("user"), _("Open in the cast"))
        opening.triggered.connect(partial(self._on_opening, persona_id))
        taking = menu.addAction(icon("x"), _("Take out of the scene"))
        taking.triggered.connect(partial(self._on_taken_out, persona_id))
        menu.popup(anchor.mapToGlobal(QPoint(0, anchor.height())))

    def _on_opening(self, persona_id: str, _checked: bool = False) -> None:
        self.person_opened.emit(persona_id)

    def _on_taken_out(self, persona_id: str, _checked: bool = False) -> None:
        self.add.setFocus()
        self.document.apply(_("Take out of a scene"), take_out, self.scene_id, persona_id)
