"""The belonging square on screen: arrows to choose, to drag and to move with the keyboard."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from personamap.domain.persona import Persona
from personamap.domain.project import Project
from personamap.gui.belonging.backdrop import Backdrop, Stage
from personamap.gui.belonging.layout import Spot, Square, lay_out, put_forward
from personamap.gui.belonging.painting import (
    begin,
    name_of,
    paint_focus,
    paint_name,
    paint_path,
    paint_points,
)
from personamap.gui.belonging.stands import (
    Stand,
    moved,
    scene_numbers,
    spoken_arc,
    spoken_stand,
    stands_of,
)
from personamap.gui.look.theme import current_theme
from personamap.gui.portrait.portraits import Portraits
from personamap.i18n import _

_STEP, _LEAP = 0.02, 0.1
_MARGIN = 8
_WAYS: dict[Qt.Key, tuple[int, int]] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}


class SquareView(QWidget):
    """Shows the arc of everybody who has one; the chosen person's lies on top.

    `moved` carries a person, the point as it is now, and whether more of
    the same is to come, as from a key that is held.
    """

    chosen_changed = Signal(str)
    opened = Signal(str)
    moved = Signal(str, object, bool)
    point_changed = Signal()

    def __init__(self, portraits: Portraits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ownFocusRing", True)
        self.setAccessibleName(_("Belonging square"))
        self.chosen, self.key = "", ""
        self._portraits = portraits
        self._backdrop = Backdrop(portraits, self)
        self._backdrop.grown.connect(self.update)
        self._people: dict[str, Persona] = {}
        self._arcs: dict[str, tuple[Stand, ...]] = {}
        self._spots: dict[str, tuple[Spot, ...]] | None = None
        self._grabbed: Spot | None = None
        self._from = QPointF()
        self._dragged: Stand | None = None

    def show_project(self, project: Project) -> None:
        """Show where everybody stands."""
        numbers = scene_numbers(project)
        self._people = {persona.id: persona for persona in project.cast}
        arcs = {who: stands_of(persona, numbers) for who, persona in self._people.items()}
        self._arcs = {who: stands for who, stands in arcs.items() if stands}
        if self.chosen not in self._people:
            self.chosen = ""
        self._grabbed = self._dragged = None
        self._keep_key()
        self._describe()
        self._forget_spots()

    def choose(self, persona_id: str, key: str = "") -> None:
        """Put a person forward, and with them the point that the keys move.

        Who is forward already keeps the point they have, unless another is named.
        """
        is_other = persona_id != self.chosen
        self.chosen, self.key = persona_id, key or ("" if is_other else self.key)
        self._keep_key()
        self._describe()
        self.update()
        if is_other:
            self._forget_others()
            self.chosen_changed.emit(persona_id)
        self.point_changed.emit()

    @property
    def spots(self) -> Mapping[str, tuple[Spot, ...]]:
        """Where everything is painted, by person."""
        if self._spots is None:
            self._spots = lay_out(self._square(), self._arcs, self._people)
        own = self._spots.get(self.chosen)
        return (
            {**self._spots, self.chosen: put_forward(self._square(), own)} if own else self._spots
        )

    @property
    def stand(self) -> Stand | None:
        """Where the point is that the keys move."""
        return next((s for s in self._arcs.get(self.chosen, ()) if s.key == self.key), None)

    @property
    def spot(self) -> Spot | None:
        """The point that the keys move, as it is painted."""
        return next((s for s in self.spots.get(self.chosen, ()) if s.stand.key == self.key), None)

    @override
    def sizeHint(self) -> QSize:
        side = current_theme().px(520)
        return QSize(side, side)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(220, 220)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, area = current_theme(), self._square().area
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._backdrop.picture(self._stage()))
        begin(painter)
        own = self.spots.get(self.chosen, ())
        if own:
            paint_path(painter, theme, own, True)
            paint_points(painter, theme, own, self._portraits, is_chosen=True)
            paint_name(painter, theme, *name_of(theme, own[-1], area))
        if self.spot is not None and self.hasFocus():
            paint_focus(painter, theme, self.spot)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._forget_spots()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        spot = self._hit(event.position())
        if event.button() != Qt.MouseButton.LeftButton or spot is None:
            super().mousePressEvent(event)
            return
        self._grabbed, self._from, self._dragged = spot, event.position(), None
        self.choose(spot.persona.id, spot.stand.key)
        self.announce()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        grabbed = self._grabbed
        if grabbed is None:
            return
        distance = event.position() - self._from
        far = distance.manhattanLength() >= QApplication.startDragDistance()
        if self._dragged is None and not far:
            return
        self._dragged = moved(grabbed.stand, *self._square().shares(distance))
        who = grabbed.persona.id
        at, dragged = self._square().point(self._dragged.place), self._dragged
        if self._spots is not None:
            self._spots[who] = tuple(
                replace(spot, stand=dragged, at=at) if spot.stand.key == dragged.key else spot
                for spot in self._spots[who]
            )
        self.update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        grabbed, dragged = self._grabbed, self._dragged
        self._grabbed = self._dragged = None
        if grabbed is not None and dragged is not None:
            self.moved.emit(grabbed.persona.id, dragged, False)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        spot = self._hit(event.position())
        if spot is not None:
            self._grabbed = self._dragged = None
            self.opened.emit(spot.persona.id)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _WAYS:
            self._nudge(_WAYS[key], event.modifiers())
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._walk(1 if key == Qt.Key.Key_PageDown else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.chosen:
            self.opened.emit(self.chosen)
        elif key == Qt.Key.Key_Escape and self._grabbed is not None:
            self._put_back()
        else:
            super().keyPressEvent(event)

    @override
    def focusNextPrevChild(self, is_next: bool) -> bool:
        keys = [spot.stand.key for spot in self.spots.get(self.chosen, ())]
        at = keys.index(self.key) + (1 if is_next else -1) if self.key in keys else -1
        if not 0 <= at < len(keys):
            return super().focusNextPrevChild(is_next)
        self.choose(self.chosen, keys[at])
        self.announce()
        return True

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        is_back = event.reason() == Qt.FocusReason.BacktabFocusReason
        if is_back or event.reason() == Qt.FocusReason.TabFocusReason:
            spots = self.spots.get(self.chosen, ())
            if spots:
                self.choose(self.chosen, spots[-1 if is_back else 0].stand.key)
            elif not self.chosen:
                self._walk(1)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def announce(self) -> None:
        """Let a screen reader say where the point is that the keys move."""
        QAccessible.updateAccessibility(
            QAccessibleAnnouncementEvent(self, self.accessibleDescription())
        )

    def _nudge(self, way: tuple[int, int], modifiers: Qt.KeyboardModifier) -> None:
        if self.stand is None:
            self._walk(1)
            return
        far = _LEAP if modifiers & Qt.KeyboardModifier.ShiftModifier else _STEP
        stand = moved(self.stand, way[0] * far, way[1] * far)
        self.moved.emit(self.chosen, stand, True)
        self.announce()

    def _walk(self, step: int) -> None:
        everybody = list(self._arcs)
        if not everybody:
            return
        at = everybody.index(self.chosen) + step if self.chosen in everybody else 0
        self.choose(everybody[min(max(0, at), len(everybody) - 1)])
        self.announce()

    def _put_back(self) -> None:
        self._grabbed = self._dragged = None
        self._forget_spots()

    def _hit(self, point: QPointF) -> Spot | None:
        return next((spot for spot in self._from_top() if spot.is_hit(point)), None)

    def _from_top(self) -> Iterator[Spot]:
        yield from reversed(self.spots.get(self.chosen, ()))
        for spots in reversed(tuple(self._stage().others())):
            yield from reversed(spots)

    def _stage(self) -> Stage:
        ratio, area = self.devicePixelRatioF(), self._square().area
        return Stage(self.size(), ratio, area, self.spots, self.chosen)

    def _keep_key(self) -> None:
        keys = [stand.key for stand in self._arcs.get(self.chosen, ())]
        if self.key not in keys:
            self.key = keys[0] if keys else ""

    def _describe(self) -> None:
        persona = self._people.get(self.chosen)
        words = spoken_arc(persona) if persona else _("Choose somebody to see their way.")
        if persona is not None and self.stand is not None:
            words = f"{words}. {spoken_stand(persona, self.stand)}"
        self.setAccessibleDescription(words)

    def _square(self) -> Square:
        return Square(QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN))

    def _forget_spots(self) -> None:
        self._spots = None
        self._forget_others()

    def _forget_others(self) -> None:
        self._backdrop.forget()
        self.update()
