"""The map workspace: the canvas with its lenses, its search and its controls."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace
from PySide6.QtCore import QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QStyle, QVBoxLayout, QWidget
from typing_extensions import override

from personamap.analysis.map.maker import MapMaker
from personamap.analysis.map.parts import MOST_PEOPLE, Lens, MapPicture, Spot
from personamap.analysis.map.words import spoken, summary
from personamap.domain.changes import Changes
from personamap.edits.map import pin_node
from personamap.edits.personas import add_persona, new_persona
from personamap.gui.document import Document
from personamap.gui.document_view import DocumentView
from personamap.gui.look.theme import current_look, current_theme
from personamap.gui.map import accessible
from personamap.gui.map.corner import Legend, ZoomControl
from personamap.gui.map.empty import EmptyMap
from personamap.gui.map.head import MapHead
from personamap.gui.map.inspector import MapInspector
from personamap.gui.map.menu import SpotMenu
from personamap.gui.map.scene import QUIET_ABOVE, MapScene
from personamap.gui.map.tie_menu import TieMenu
from personamap.gui.map.view import MapView
from personamap.gui.portrait.portraits import Portraits
from personamap.i18n import _

_PARTS = ("personas", "experiences", "relationships", "scenes", "facets", "pins", "media")
_EDGE = 24
_MOST_FOR_LEGEND = 4
"""The legend takes at most this part of the height: a quarter."""


class MapWorkspace(DocumentView):
    """Shows the cast as a map. What is chosen and how it is looked at is not saved.

    `selected` carries the id of a persona, an experience or a
    `facet.value`, or nothing; `person_opened` that of a persona, and
    `experience_opened` that of an experience.
    `relationship_opened` carries the id of a relationship, and
    `export_asked` the lens and the facets that are looked at.
    """

    person_opened = Signal(str)
    experience_opened = Signal(str)
    relationship_opened = Signal(str)
    selected = Signal(str)
    export_asked = Signal(str, object)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(document, parent)
        self.setProperty("role", "workspace")
        app = QApplication.instance()
        if isinstance(app, QApplication):
            accessible.install(app)
        self._maker = MapMaker()
        self.scene = MapScene(Portraits.of(document), self)
        self.head = MapHead()
        self.view = MapView(self.scene, self._described)
        self.view.setAccessibleName(_("Persona map"))
        self.zoom_control = ZoomControl(self.view)
        self.legend = Legend(self.view)
        self.empty = EmptyMap()
        self.inspector = MapInspector(document)
        self._lay_out()
        self._connect()

    @override
    def refresh(self, changes: Changes | None) -> None:
        if changes and not changes.reaches(*_PARTS):
            return
        people = len(self.document.project.cast)
        self._show_people(people)
        if people > MOST_PEOPLE:
            self.scene.draw(self.document.project, MapPicture(self.head.lens, (), ()))
        elif people > QUIET_ABOVE and not self.scene.picture.spots:
            self.scene.arrival.begin(self._gathered())
        else:
            self._redraw()

    def select(self, spot_id: str) -> None:
        """Choose something on the map and bring it into view."""
        self.scene.arrival.finish()
        if self.scene.item(spot_id):
            self.scene.choose(spot_id)
            self.view.reveal(spot_id)

    def show_lens(self, lens: Lens) -> None:
        """Look at the map through a lens."""
        self.head.choose_lens(lens)

    def _show_people(self, people: int) -> None:
        has_people = 0 < people <= MOST_PEOPLE
        self.empty.explain(people)
        self.view.setVisible(has_people)
        self.setFocusProxy(self.view if has_people else self.empty)
        self.empty.setVisible(not has_people)
        self.head.export_button.setEnabled(has_people)
        self.head.show_facets(self.document.project.active_facets)
        self.head.show_size(people > QUIET_ABOVE)

    def _redraw(self) -> None:
        before, picture = self.scene.picture, self._picture()
        self.scene.draw(self.document.project, picture)
        self._tell(picture)
        if not before.spots:
            self.view.look_first()
        elif not picture.stands_as(before):
            self.view.refit()

    def _gathered(self) -> Iterator[None]:
        """Lay a crowd out in one turn, and let it arrive in those after."""
        project, picture = self.document.project, self._picture()
        yield
        steps = self.scene.gather(project, picture)
        next(steps)
        self._tell(picture)
        self.view.fit()
        yield
        yield from steps

    def _tell(self, picture: MapPicture) -> None:
        self.view.setAccessibleDescription(summary(picture))
        self.legend.show_kinds(frozenset(link.kind for link in picture.links))
        self._float()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.empty, 1)

    def _connect_view(self) -> None:
        self.view.nudged.connect(self._on_nudged)
        self.view.zoomed.connect(self.zoom_control.show_zoom)
        self.view.resized.connect(self._float)
        self.zoom_control.smaller.connect(self.view.zoom_out)
        self.zoom_control.larger.connect(self.view.zoom_in)
        self.zoom_control.actual.connect(self._on_actual_size)
        self.zoom_control.whole.connect(self.view.fit)

    def _connect(self) -> None:
        self._connect_view()
        self.head.lens_chosen.connect(self._on_lens_chosen)
        self.head.facets_chosen.connect(self._on_lens_chosen)
        self.head.found.connect(self._on_found)
        self.head.fading.connect(self._on_fading)
        self.head.all_links.connect(self._on_all_links)
        self.head.export_asked.connect(self._on_export_asked)
        self.scene.chosen.connect(self._on_chosen)
        self.scene.opened.connect(self._on_opened)
        self.scene.dropped.connect(self._on_dropped)
        self.scene.asked.connect(self._on_asked)
        self.scene.tie_asked.connect(self._on_tie_asked)
        self.empty.add_person.clicked.connect(self._on_add_person)
        self.selected.connect(self.inspector.show_spot)
        self.inspector.person_opened.connect(self._on_opened)
        for keys, slot in (
            (QKeySequence.keyBindings(QKeySequence.StandardKey.ZoomIn), self.view.zoom_in),
            (QKeySequence.keyBindings(QKeySequence.StandardKey.ZoomOut), self.view.zoom_out),
            ([QKeySequence("Ctrl+0")], self.view.fit),
            (QKeySequence.keyBindings(QKeySequence.StandardKey.Find), self.head.focus_find),
        ):
            shortcut = QShortcut(self)
            shortcut.setKeys(keys)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)
        look = current_look()
        if look is not None:
            look.changed.connect(self._on_look_changed)

    def _picture(self) -> MapPicture:
        return self._maker.picture(self.document.project, self.head.lens, self._facets())

    def _facets(self) -> tuple[str, ...]:
        return self.head.facets(self.document.project.active_facets)

    def _described(self, spot: Spot) -> str:
        return spoken(self.document.project, spot)

    def _float(self) -> None:
        area = self.view.rect()
        self.legend.give_way(area.height() // _MOST_FOR_LEGEND)
        for floating, is_at_end in ((self.legend, False), (self.zoom_control, True)):
            floating.adjustSize()
            place = QRect(QPoint(), floating.size())
            place.moveBottomLeft(area.bottomLeft() + QPoint(_EDGE, -_EDGE))
            if is_at_end:
                place.moveRight(area.right() - _EDGE)
            floating.move(QStyle.visualRect(self.layoutDirection(), area, place).topLeft())

    def _on_lens_chosen(self) -> None:
        self.refresh(None)
        self.view.look_first()

    def _on_found(self, text: str) -> None:
        self.scene.arrival.finish()
        wanted = text.casefold().strip()
        for spot in self.scene.picture.spots:
            if wanted and spot.kind != "heading" and wanted in spot.label.casefold():
                self.select(spot.id)
                return

    def _on_fading(self, fades: bool) -> None:
        self.scene.look(replace(self.scene.showing, fades=fades))

    def _on_all_links(self, all_links: bool) -> None:
        self.scene.look(replace(self.scene.showing, all_links=all_links))

    def _on_export_asked(self) -> None:
        every = tuple(facet.id for facet in self.document.project.active_facets)
        self.export_asked.emit(self.head.lens, self._facets() or every)

    def _on_chosen(self, spot_id: str) -> None:
        item = self.scene.item(spot_id)
        if item is not None and self.view.hasFocus():
            accessible.announce(item)
        self.selected.emit(spot_id)

    def _on_opened(self, spot_id: str) -> None:
        if self.document.project.find_persona(spot_id):
            self.person_opened.emit(spot_id)
        elif self.document.project.find_experience(spot_id):
            self.experience_opened.emit(spot_id)

    def _on_dropped(self, spot_id: str, place: QPointF) -> None:
        x, y = round(place.x(), 1), round(place.y(), 1)
        self.document.apply(_("Move on the map"), pin_node, spot_id, x, y)

    def _on_nudged(self, spot_id: str, place: QPointF) -> None:
        self.document.apply_typing(
            _("Move on the map"), f"{spot_id}.pin", pin_node, spot_id, place.x(), place.y()
        )

    def _on_asked(self, spot_id: str, at: QPointF) -> None:
        menu = SpotMenu(self.document, spot_id, self)
        menu.opened.connect(self._on_opened)
        menu.tie_edit_asked.connect(self.relationship_opened)
        menu.popup(at.toPoint())

    def _on_tie_asked(self, tie_id: str, at: QPointF) -> None:
        menu = TieMenu.on_line(self.document, tie_id, self)
        if menu is not None:
            menu.edit_asked.connect(self.relationship_opened)
            menu.popup(at.toPoint())

    def _on_add_person(self) -> None:
        persona = new_persona()
        self.document.apply(_("Add person"), add_persona, persona)
        self.person_opened.emit(persona.id)

    def _on_actual_size(self) -> None:
        self.view.set_zoom(1.0)

    def _on_look_changed(self) -> None:
        self.head.show_scale(current_theme().text_scale)
        self.scene.repaint_all()
        self.view.refit()
