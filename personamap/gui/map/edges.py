"""The lines of the map as one picture behind the items.

One item for each line costs more than everything else together. Few
lines are painted at once; many are painted bit by bit into a picture that
is kept. During a gesture that picture is moved and stretched, and when
the hand rests a new one is made, without ever holding up the window. The
lines of what is chosen or dragged are few and always painted live.
"""

from __future__ import annotations

import time
from collections.abc import Iterator

from msgspec import Struct
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QImage, QPainter

from personamap.analysis.map.lines import Outlines, traced
from personamap.analysis.map.parts import Link
from personamap.gui.look.theme import Theme
from personamap.gui.map.curves import bounds_of
from personamap.gui.map.edge_paint import EdgePainter, Traced

FEW = 60
_FADED = 0.22
_MARGIN = 0.25


class Seen(Struct, frozen=True):
    """The part of the scene on screen, and how many pixels one of its units is."""

    area: QRectF
    zoom: float
    ratio: float


class EdgeLayer:
    """Paints the links of a map between the outlines of what they join."""

    def __init__(self) -> None:
        self.chosen = ""
        self.fades = False
        self.dragged = ""
        self._links: tuple[Link, ...] = ()
        self._kept: _Kept | None = None
        self._work: _Work | None = None
        self._is_stale = True

    def show_links(self, links: tuple[Link, ...]) -> None:
        """Paint these links from now on."""
        if links != self._links:
            self._links, self._kept = links, None
            self.forget()

    def forget(self) -> None:
        """Make a new picture, since something moved or the colours changed."""
        self._is_stale, self._work = True, None

    def paint(self, painter: QPainter, theme: Theme, outlines: Outlines) -> None:
        """Paint what there is: everything when it is little, else the kept picture."""
        lit = {self.chosen, self.dragged} - {""}
        live = [link for link in self._links if lit & {link.start, link.end}]
        painter.save()
        painter.setOpacity(_FADED if self.fades and self.chosen else 1.0)
        if self.is_small:
            rest = [link for link in self._links if link not in live]
            _paint_links(painter, theme, outlines, rest, is_lit=False)
        elif self._kept is not None:
            image = self._kept.image
            painter.drawImage(self._kept.seen.area, image, QRectF(image.rect()))
        painter.setOpacity(1.0)
        _paint_links(painter, theme, outlines, live, is_lit=True)
        painter.restore()

    @property
    def is_small(self) -> bool:
        """Tell whether the links are so few that no picture of them is kept."""
        return len(self._links) <= FEW

    def needs_work(self, seen: Seen) -> bool:
        """Tell whether the kept picture is missing, stale, blurred or too small for `seen`."""
        if self.is_small:
            return False
        return self._is_stale or self._kept is None or not self._kept.fits(seen)

    def work(self, theme: Theme, outlines: Outlines, seen: Seen, seconds: float) -> bool:
        """Go on with the picture for a while; return whether it is done and shown."""
        if self._work is None or not self._work.fits(seen):
            links = [link for link in self._links if self.dragged not in (link.start, link.end)]
            self._work = _Work(links, theme, outlines, seen)
        if not self._work.go_on(seconds):
            return False
        self._kept, self._work, self._is_stale = self._work.finished(), None, False
        return True


class _Kept(Struct, frozen=True):
    seen: Seen
    image: QImage

    def fits(self, seen: Seen) -> bool:
        same = (self.seen.zoom, self.seen.ratio) == (seen.zoom, seen.ratio)
        return same and self.seen.area.contains(seen.area)


class _Work:
    """A picture in the making."""

    def __init__(self, links: list[Link], theme: Theme, outlines: Outlines, seen: Seen) -> None:
        aside, above = seen.area.width() * _MARGIN, seen.area.height() * _MARGIN
        area = seen.area.adjusted(-aside, -above, aside, above)
        size = QSizeF(area.size() * seen.zoom * seen.ratio).toSize()
        image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(0)
        self._kept = _Kept(Seen(area, seen.zoom, seen.ratio), image)
        painter = self._painter()
        self._edges = EdgePainter(painter, theme, outlines, is_lit=False)
        painter.end()
        self._left: Iterator[Traced] = (
            (link, curve)
            for link, curve in traced(links, outlines)
            if area.intersects(bounds_of(curve))
        )

    def fits(self, seen: Seen) -> bool:
        return self._kept.fits(seen)

    def go_on(self, seconds: float) -> bool:
        # A painter left open would forbid dropping a picture that is no longer wanted.
        painter, until = self._painter(), time.perf_counter() + seconds
        self._edges.use(painter)
        is_done = True
        for link, curve in self._left:
            self._edges.paint_line(link, curve)
            if time.perf_counter() > until:
                is_done = False
                break
        if is_done:
            self._edges.paint_labels()
        painter.end()
        return is_done

    def finished(self) -> _Kept:
        return self._kept

    def _painter(self) -> QPainter:
        area, image = self._kept.seen.area, self._kept.image
        painter = QPainter(image)
        painter.scale(image.width() / area.width(), image.height() / area.height())
        painter.translate(-area.topLeft())
        return painter


def _paint_links(
    painter: QPainter, theme: Theme, outlines: Outlines, links: list[Link], is_lit: bool
) -> None:
    if links:
        EdgePainter(painter, theme, outlines, is_lit).paint_all(traced(links, outlines))
