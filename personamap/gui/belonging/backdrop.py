"""What the chosen person's way lies on: the four places, and where everybody else stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct
from PySide6.QtCore import QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPixmap

from personamap.gui.belonging.layout import CROWD, Spot
from personamap.gui.belonging.painting import (
    begin,
    name_of,
    paint_ground,
    paint_name,
    paint_path,
    paint_place_names,
    paint_points,
)
from personamap.gui.look.theme import current_theme
from personamap.gui.portrait.portraits import Portraits
from personamap.gui.widgets.slices import Slices

_FADED, _AT_ONCE = 0.4, 4


class Stage(Struct, frozen=True):
    """All there is to paint: the points of everybody, and whose are left to be painted on top."""

    size: QSize
    ratio: float
    area: QRectF
    spots: Mapping[str, tuple[Spot, ...]]
    chosen: str

    @property
    def is_crowd(self) -> bool:
        """Tell whether there are so many that faces are small and have no names."""
        return len(self.spots) > CROWD

    def others(self) -> Iterator[tuple[Spot, ...]]:
        """Yield what is shown of everybody else; in a crowd only where each arrives."""
        shown = slice(-1, None) if self.is_crowd else slice(None)
        return (spots[shown] for who, spots in self.spots.items() if who != self.chosen)


class Backdrop(QObject):
    """Is painted once, so that dragging is quick; a crowd a few a turn, so that the window answers.

    What was there before stays until what comes is whole.
    """

    grown = Signal()

    def __init__(self, portraits: Portraits, parent: QObject) -> None:
        super().__init__(parent)
        self._portraits = portraits
        self._picture: QPixmap | None = None
        self._before: QPixmap | None = None
        self._slices = Slices(self)
        self._slices.done.connect(self.grown)

    def forget(self) -> None:
        """Paint anew when it is asked for next."""
        if not self._slices.busy:
            self._before = self._picture
        self._slices.stop()
        self._picture = None

    def picture(self, stage: Stage) -> QPixmap:
        """Return what can be shown now; `grown` says that there is more."""
        if self._picture is None:
            self._begin(stage)
        assert self._picture is not None
        if not self._slices.busy:
            self._before = None
        return self._before or self._picture

    def _begin(self, stage: Stage) -> None:
        picture = self._picture = QPixmap(stage.size * stage.ratio)
        picture.setDevicePixelRatio(stage.ratio)
        picture.fill(Qt.GlobalColor.transparent)
        if self._before is not None and self._before.size() != picture.size():
            self._before = None
        if stage.is_crowd:
            self._slices.run(self._crowd(picture, stage))
        else:
            self._few(picture, stage)

    def _few(self, picture: QPixmap, stage: Stage) -> None:
        theme = current_theme()
        painter = QPainter(picture)
        begin(painter)
        circles = [spot.circle for spots in stage.spots.values() for spot in spots]
        names = paint_ground(painter, theme, stage.area, circles)
        others = list(stage.others())
        for spots in others:
            paint_path(painter, theme, spots, False)
        for spots in others:
            paint_points(painter, theme, spots, self._portraits, is_chosen=False)
        _paint_names(painter, stage)
        paint_place_names(painter, theme, names)
        painter.end()

    def _crowd(self, picture: QPixmap, stage: Stage) -> Iterator[None]:
        theme = current_theme()
        painter = QPainter(picture)
        begin(painter)
        names = paint_ground(painter, theme, stage.area, None)
        painter.end()
        yield
        others = list(stage.others())
        for first in range(0, len(others), _AT_ONCE):
            # A picture that is painted on cannot be shown between the turns.
            painter.begin(picture)
            begin(painter)
            painter.setOpacity(_FADED if stage.chosen in stage.spots else 1)
            for spots in others[first : first + _AT_ONCE]:
                paint_points(painter, theme, spots, self._portraits, is_chosen=False)
            painter.end()
            if self._before is None:
                self.grown.emit()
            yield
        painter.begin(picture)
        begin(painter)
        paint_place_names(painter, theme, names)
        painter.end()


def _paint_names(painter: QPainter, stage: Stage) -> None:
    """Write whose portraits these are, one beside the other and not upon each other."""
    theme, area = current_theme(), stage.area
    own = stage.spots.get(stage.chosen)
    taken = [name_of(theme, own[-1], area)[0], *(spot.circle for spot in own)] if own else []
    for spots in stage.others():
        room, words = name_of(theme, spots[-1], area)
        if not any(room.intersects(other) for other in taken):
            taken.append(room)
            paint_name(painter, theme, room, words)
