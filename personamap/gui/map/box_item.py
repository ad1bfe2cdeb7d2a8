"""The boxes of the map, and the headings above them."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from personamap.gui.look.focus_ring import paint_ring
from personamap.gui.look.icons import paint_icon
from personamap.gui.look.theme import Theme, TypeRole
from personamap.gui.map.painting import Words, elided, unscaled, words_width, zoom_of
from personamap.gui.map.reach import box_of, box_reach, heading_reach
from personamap.gui.map.spot_item import TOO_SMALL_TO_READ, VEIL, SpotItem
from personamap.i18n import _, in_digits

_CORNER, _COUNT_HEIGHT, _ICON, _PADDING = 8.0, 20.0, 14.0, 12.0
_LEFT = Qt.AlignmentFlag.AlignLeft


class BoxItem(SpotItem):
    """An experience or a value: a box with its count, or a dashed one with an empty seat."""

    @override
    def boundingRect(self) -> QRectF:
        return box_reach(self.spot)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        theme, box = unscaled(), box_of(self.spot)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if zoom_of(painter) < TOO_SMALL_TO_READ:
            painter.setOpacity(1 - VEIL if self.standing.is_faded else 1.0)
            self._paint_box(painter, theme, box)
            return
        self._paint_box(painter, theme, box)
        self._paint_words(painter, theme, box)
        self.veil(painter, theme)

    def _paint_words(self, painter: QPainter, theme: Theme, box: QRectF) -> None:
        ink = "on" if self.standing.is_chosen else "ink2" if self.spot.is_empty else "ink"
        left = box.left() + _PADDING
        icon = "armchair" if self.spot.is_empty else "link"
        if self.spot.is_empty or self.spot.kind == "experience":
            place = QRectF(left, -_ICON / 2, _ICON, _ICON)
            paint_icon(painter, icon, place, theme.color("on" if ink == "on" else "ink2"))
            left += _ICON + 8
        right = self._paint_count(painter, theme, box.right() - _PADDING)
        role: TypeRole = "strong" if self.standing.is_chosen else "base"
        room = QRectF(left, box.top(), right - left - 8, box.height())
        label = elided(theme, role, self.spot.label, room.width())
        Words(painter, theme).write(label, room, role, ink, _LEFT)

    def _paint_box(self, painter: QPainter, theme: Theme, box: QRectF) -> None:
        pen = QPen(theme.color("edge"), 1)
        painter.setBrush(theme.color("surface"))
        if self.spot.is_empty:
            pen.setDashPattern([4, 3])
            painter.setBrush(theme.color("ground"))
        if self.standing.is_chosen:
            pen = QPen(theme.color("accent"), 1)
            painter.setBrush(theme.color("accent"))
        elif self.standing.is_near:
            pen = QPen(theme.color("accent"), 2)
        painter.setPen(pen)
        painter.drawRoundedRect(box, _CORNER, _CORNER)
        if self.standing.has_focus:
            paint_ring(painter, box, _CORNER)

    def _paint_count(self, painter: QPainter, theme: Theme, right: float) -> float:
        text = in_digits(self.spot.count) if self.spot.count else _("nobody")
        width = words_width(theme, "chip", text)
        if not self.spot.count:
            ink = "on" if self.standing.is_chosen else "ink3"
            Words(painter, theme).write(text, QRectF(right - width, -10, width, 20), "chip", ink)
            return right - width
        pill = QRectF(0, -_COUNT_HEIGHT / 2, max(width + 12, _COUNT_HEIGHT), _COUNT_HEIGHT)
        pill.moveRight(right + 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("on" if self.standing.is_chosen else "sunken"))
        painter.drawRoundedRect(pill, _COUNT_HEIGHT / 2, _COUNT_HEIGHT / 2)
        ink = "accent" if self.standing.is_chosen else "ink"
        Words(painter, theme).write(text, pill, "chip", ink)
        return pill.left()


class HeadingItem(SpotItem):
    """The name of a facet above its values."""

    @override
    def boundingRect(self) -> QRectF:
        return heading_reach(self.spot)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        theme, rect = unscaled(), self.boundingRect()
        label = elided(theme, "label", self.spot.label, rect.width())
        Words(painter, theme).write(label, rect, "label", "ink2", _LEFT)
        self.veil(painter, theme)
