"""What the sections of a scene share that list people of the cast: a panel each, with a face."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Mapping, Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from personamap.domain.persona import Persona
from personamap.domain.scene import Scene
from personamap.gui.cast.fold_panel import FoldPanel
from personamap.gui.cast.panel_section import PanelSection
from personamap.gui.document import Document
from personamap.gui.fields.search_popup import SearchPopup
from personamap.gui.look.theme import current_theme
from personamap.gui.portrait.portraits import Portraits
from personamap.gui.story.people import cast_rows
from personamap.gui.story.scene_section import SceneSection
from personamap.i18n import N_, _

FormT = TypeVar("FormT", bound=QWidget)
PartT = TypeVar("PartT")
_FACE = 32


class PersonPanel(FoldPanel, Generic[FormT]):
    """One person, and a form about them that is made when the panel is first opened."""

    def __init__(self, make_form: Callable[[], FormT], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make_form = make_form
        self._show: Callable[[FormT], None] | None = None
        self.form: FormT | None = None
        self.opened.connect(self._on_opened)

    def show_in_form(self, show: Callable[[FormT], None]) -> None:
        """Let `show` fill the form, now if it is open, and whenever it is opened."""
        self._show = show
        if self.form is not None and self.is_open:
            show(self.form)

    def _on_opened(self) -> None:
        if self.form is None:
            self.form = self._make_form()
            self.fill(self.form)
        if self._show is not None:
            self._show(self.form)


class PersonPanels(SceneSection, PanelSection[Scene, PersonPanel[FormT]], Generic[PartT, FormT]):
    """A section with a panel for each of the people who have a part, of whatever kind."""

    add_words = N_("Add somebody")

    def __init__(
        self, document: Document, portraits: Portraits, parent: QWidget | None = None
    ) -> None:
        super().__init__(document, parent)
        self._portraits = portraits

    @abstractmethod
    def parts(self, scene: Scene) -> Mapping[str, PartT]:
        """Return what is told of each person, by their id and in the order of the panels."""

    @abstractmethod
    def show_part(self, panel: PersonPanel[FormT], persona: Persona, part: PartT) -> None:
        """Show in a panel what is told of a person."""

    @abstractmethod
    def bring_in(self, persona_id: str) -> None:
        """Give somebody a part."""

    @override
    def item_ids(self, scene: Scene) -> Sequence[str]:
        return tuple(self.parts(scene))

    @override
    def show_panel(self, panel: PersonPanel[FormT], scene: Scene, item_id: str) -> None:
        persona = self.document.project.persona(item_id)
        self.show_part(panel, persona, self.parts(scene)[item_id])
        side, ratio = current_theme().px(_FACE), self.devicePixelRatioF()
        panel.show_picture(self._portraits.circle(persona, side, ratio))

    @override
    def redraw(self, scene: Scene) -> None:
        super().redraw(scene)
        self.add.setVisible(len(self.parts(scene)) < len(self.document.project.cast))

    @override
    def open_add(self) -> None:
        rows = cast_rows(self.document.project, set(self.parts(self.subject)))
        popup = SearchPopup(_("Search the cast"), rows, parent=self)
        popup.picked.connect(self._on_picked)
        popup.open_at(self.add)

    def open_person(self, persona_id: str) -> None:
        """Unfold the section and the panel of somebody."""
        self.open()
        if persona_id in self.parts(self.subject):
            self.panel_of(persona_id).open()

    def _on_picked(self, persona_id: str) -> None:
        self.bring_in(persona_id)
        self.open_person(persona_id)
        if persona_id in self.parts(self.subject):
            self.panel_of(persona_id).fold.setFocus()
