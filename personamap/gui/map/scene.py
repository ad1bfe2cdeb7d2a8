"""The scene of the map: keeps one item for each spot, moves it, and paints the lines behind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import zip_longest

from msgspec import Struct
from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene
from typing_extensions import override

from personamap.analysis.map.lines import Outline, link_at, outline_at
from personamap.analysis.map.parts import Link, MapPicture, Spot
from personamap.domain.project import Project
from personamap.gui.map.arrival import Arrival, growing
from personamap.gui.map.box_item import BoxItem, HeadingItem
from personamap.gui.map.edges import EdgeLayer, Seen
from personamap.gui.map.faces import Faces
from personamap.gui.map.mover import Mover
from personamap.gui.map.painting import unscaled
from personamap.gui.map.person_item import PersonItem
from personamap.gui.map.reach import reach_of
from personamap.gui.map.spot_item import SpotItem, Standing
from personamap.gui.portrait.portraits import Portraits

QUIET_ABOVE = 60
"""Above this many people only the lines of the chosen one are drawn, unless all are asked for."""

_REST = 120
_TURN_SECONDS = 0.008


class Showing(Struct, frozen=True):
    """How the map is looked at: what is no part of the project."""

    fades: bool = True
    all_links: bool = False
    has_focus: bool = False


class MapScene(QGraphicsScene):
    """Shows one `MapPicture` after another with the same items."""

    chosen = Signal(str)
    opened = Signal(str)
    dropped = Signal(str, QPointF)
    asked = Signal(str, QPointF)
    tie_asked = Signal(str, QPointF)

    def __init__(self, portraits: Portraits, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self.picture = self._whole = MapPicture("people", (), ())
        self.arrival = Arrival(self)
        self.selected = ""
        self.showing = Showing()
        self._faces = Faces(portraits, self)
        self._items: dict[str, SpotItem] = {}
        self._near: Mapping[str, frozenset[str]] = {}
        self._traced: Mapping[str, Outline] = {}
        self._has_strayed = False
        self._layer = EdgeLayer()
        self._mover = Mover(self)
        self._mover.moved.connect(self._on_moved)
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._go_on)
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._on_turn)

    def draw(self, project: Project, picture: MapPicture) -> None:
        """Make the items match `picture`, keeping those that are still in it."""
        self.arrival.stop()
        self._whole = picture
        self._draw(project, picture)

    def gather(self, project: Project, picture: MapPicture) -> Iterator[None]:
        """Draw a few more spots of `picture` with every step; `picture` here tells those so far."""
        self._whole = picture
        for part in growing(picture):
            self._draw(project, part)
            yield

    def _draw(self, project: Project, picture: MapPicture) -> None:
        before, self.picture = self.picture, picture
        for spot in _differing(before.spots, picture.spots):
            self._item_for(spot).show_spot(spot)
        for persona in project.cast:
            item = self._items.get(persona.id)
            if isinstance(item, PersonItem):
                item.show_persona(persona)
        stands = picture.stands_as(before)
        if self._has_strayed or not stands:
            self._has_strayed, self._traced = False, {}
            self._mover.bring(self._misplaced(), glides=picture.lens == before.lens)
        if not stands:
            self._rejoin()

    def _rejoin(self) -> None:
        """Let go of what is no longer there, and join the rest anew."""
        self._near = self.picture.neighbours()
        wanted = {spot.id for spot in self.picture.spots}
        for spot_id in self._items.keys() - wanted:
            self.removeItem(self._items.pop(spot_id))
        if self.selected not in wanted:
            self.choose("")
        self._restand()

    def item(self, spot_id: str) -> SpotItem | None:
        """Return the item of a spot."""
        return self._items.get(spot_id)

    def choose(self, spot_id: str) -> None:
        """Make one spot the chosen one, or none."""
        if spot_id != self.selected:
            self.arrival.finish()
            self.selected = spot_id
            self._restand()
            self.chosen.emit(spot_id)

    def look(self, showing: Showing) -> None:
        """Look at the map in another way."""
        if showing != self.showing:
            self.showing = showing
            self._restand()

    def tie_at(self, point: QPointF, reach: float) -> str:
        """Return the id of the relationship whose line is shown within reach of a point."""
        ties = [link for link in self._shown_links() if link.kind == "relationship"]
        found = link_at(ties, self._outlines(), (point.x(), point.y()), reach)
        return found.id if found else ""

    def content_rect(self) -> QRectF:
        """Return the rectangle around everything on the map, with what is still to come."""
        rect = QRectF()
        for spot in self._whole.spots:
            rect = rect.united(reach_of(spot).translated(spot.x, spot.y))
        return rect

    def gesture(self) -> None:
        """Say that a hand zooms or pans, so that many lines may be rough until it rests."""
        self._turn.stop()
        self._rest.start()

    def repaint_all(self) -> None:
        """Draw everything anew, as after a change of theme."""
        for item in self._items.values():
            item.update()
        self._layer.forget()
        self.update()

    @override
    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        theme = unscaled()
        painter.fillRect(rect, theme.color("ground"))
        self._layer.paint(painter, theme, self._outlines())
        self._go_on()

    def _seen(self) -> Seen:
        view = self.views()[0]
        area = view.mapToScene(view.viewport().rect()).boundingRect()
        return Seen(area, view.transform().m11(), view.devicePixelRatioF())

    def _go_on(self) -> None:
        is_resting = not self._rest.isActive()
        if is_resting and not self._turn.isActive() and self._layer.needs_work(self._seen()):
            self._turn.start()

    def _on_turn(self) -> None:
        if self._layer.work(unscaled(), self._outlines(), self._seen(), _TURN_SECONDS):
            self.update()
        else:
            self._turn.start()

    def _item_for(self, spot: Spot) -> SpotItem:
        item = self._items.get(spot.id)
        if item is None:
            item = self._items[spot.id] = _made(spot, self._faces)
            item.setPos(spot.x, spot.y)
            item.pressed.connect(self.choose)
            item.dragged.connect(self._on_dragged)
            item.dropped.connect(self._on_dropped)
            item.opened.connect(self.opened)
            item.asked.connect(self.asked)
            self.addItem(item)
        return item

    def _misplaced(self) -> list[tuple[QGraphicsItem, QPointF]]:
        places = ((self._items[s.id], QPointF(s.x, s.y)) for s in self.picture.spots)
        return [(item, place) for item, place in places if item.pos() != place]

    def _restand(self) -> None:
        near = self._near.get(self.selected, frozenset())
        for spot_id, item in self._items.items():
            is_chosen, is_near = spot_id == self.selected, spot_id in near
            fades = bool(self.selected) and self.showing.fades
            item.stand(
                Standing(
                    is_chosen,
                    is_near,
                    fades and not (is_chosen or is_near),
                    is_chosen and self.showing.has_focus,
                )
            )
        self._layer.show_links(self._shown_links())
        self._layer.chosen, self._layer.fades = self.selected, self.showing.fades
        self.update()

    def _shown_links(self) -> tuple[Link, ...]:
        if self.showing.all_links or self.picture.people <= QUIET_ABOVE:
            return self.picture.links
        return tuple(link for link in self.picture.links if self.selected in (link.start, link.end))

    def _outlines(self) -> Mapping[str, Outline]:
        # Kept while nothing moves: hundreds of them for every painting are felt while typing.
        if not self._traced:
            stacked = self.picture.lens in ("identity", "gaps")
            self._traced = {
                spot_id: outline_at(item.spot, item.pos().toTuple(), stacked)
                for spot_id, item in self._items.items()
            }
        return self._traced

    def _on_moved(self) -> None:
        self._traced = {}
        self._layer.forget()
        self.update()

    def _on_dragged(self, spot_id: str) -> None:
        self._traced, self._has_strayed = {}, True
        if self._layer.dragged != spot_id:
            self._layer.dragged = spot_id
            self._layer.forget()
        self.update()

    def _on_dropped(self, spot_id: str) -> None:
        self._layer.dragged = ""
        self._layer.forget()
        self.dropped.emit(spot_id, self._items[spot_id].pos())


def _differing(before: Iterable[Spot], after: Iterable[Spot]) -> list[Spot]:
    pairs = zip_longest(before, after)
    return [spot for known, spot in pairs if spot is not None and spot is not known]


def _made(spot: Spot, faces: Faces) -> SpotItem:
    match spot.kind:
        case "person":
            return PersonItem(spot, faces)
        case "heading":
            return HeadingItem(spot)
        case _:
            return BoxItem(spot)
