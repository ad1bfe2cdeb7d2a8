"""Paints a card as wide as the list: of a scene, or of a lived experience."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from personamap.domain.persona import Persona
from personamap.gui.cast.card_delegate import first_lines
from personamap.gui.coverage.shown import paint_seat
from personamap.gui.id_list_model import Index
from personamap.gui.look.focus_ring import paint_ring
from personamap.gui.look.icons import paint_icon
from personamap.gui.look.mirroring import placed
from personamap.gui.look.theme import Theme, TypeRole, current_theme
from personamap.gui.portrait.portraits import Portraits, faces_width, first_faces, paint_faces
from personamap.gui.widgets.card_view import CardView

CARD_ROLE = int(Qt.ItemDataRole.UserRole) + 1
MARGIN = 6
"""Half of the gap between cards, which leaves room for the focus ring."""

RADIUS = 12
_PADDING, _DOT, _FACE, _MARK, _MORE, _GAP = 16, 28, 32, 14, 28, 12
_SUMMARY_LINES = 2
_LINE = {"section": 24, "secondary": 18, "base": 20}
_STATE = QStyle.StateFlag
_LEADING = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading


def cell_height(theme: Theme) -> int:
    """Return how high a card is with the gap around it, at this text scale."""
    texts = _LINE["section"] + _LINE["secondary"] + _SUMMARY_LINES * _LINE["base"] + _FACE
    return 2 * MARGIN + 2 * _PADDING + 12 + theme.px(texts)


def card_rect(cell: QRect) -> QRect:
    """Return where the card is inside its cell."""
    return cell.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)


def more_rect(cell: QRect) -> QRect:
    """Return where the "…" is that opens the menu of a card."""
    card, side = card_rect(cell), current_theme().px(_MORE)
    return QRect(card.right() - _PADDING - side + 6, card.top() + 12, side, side)


class LineCard(Struct, frozen=True):
    """What is painted: a badge, a title, a line with an icon, a few words, and a foot.

    The badge is a number, or else the icon. Who is there stands at the foot
    as faces; a card nobody is on says `names` instead, behind an empty seat
    where it `waits` for somebody.
    """

    badge: str
    title: str
    icon: str
    where: str
    summary: str
    people: tuple[Persona, ...]
    names: str
    marks: str
    waits: bool = False


class _Pen(Struct, frozen=True):
    painter: QPainter
    theme: Theme
    card: QRectF

    def text(self, rect: QRectF, role: TypeRole, token: str, text: str) -> None:
        self.painter.setFont(self.theme.font(role))
        self.painter.setPen(self.theme.color(token))
        elided = self.painter.fontMetrics().elidedText(
            text, Qt.TextElideMode.ElideRight, int(rect.width())
        )
        self.painter.drawText(placed(self.painter, rect, self.card), _LEADING, elided)

    def icon(self, name: str, rect: QRectF, token: str) -> None:
        place = placed(self.painter, rect, self.card)
        paint_icon(self.painter, name, place, self.theme.color(token))


class LineCardDelegate(QStyledItemDelegate):
    """Paints cards as wide as the list."""

    def __init__(self, portraits: Portraits, view: CardView) -> None:
        super().__init__(view)
        self._portraits, self._view = portraits, view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._view.viewport().width(), cell_height(current_theme()))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        card = index.data(CARD_ROLE)
        if not isinstance(card, LineCard):
            return
        area = QRectF(card_rect(option.rect))
        pen = _Pen(painter, current_theme(), area)
        chosen = bool(option.state & _STATE.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_ground(pen, area, bool(option.state & _STATE.State_MouseOver), chosen)
        _paint_badge(pen, area, card, chosen)
        inner = area.adjusted(_PADDING + pen.theme.px(_DOT) + _GAP, _PADDING, -_PADDING, -_PADDING)
        foot = _paint_words(pen, inner, card)
        self._paint_foot(pen, foot, card)
        if self._view.rings and option.state & _STATE.State_HasFocus:
            paint_ring(painter, area, RADIUS)
        painter.restore()

    def _paint_foot(self, pen: _Pen, foot: QRectF, card: LineCard) -> None:
        taken = (
            self._paint_faces(pen, foot, card) if card.people else _paint_nobody(pen, foot, card)
        )
        pen.text(foot.adjusted(taken + _GAP, 0, 0, 0), "chip", "ink2", card.marks)

    def _paint_faces(self, pen: _Pen, foot: QRectF, card: LineCard) -> float:
        faces, more = first_faces(card.people)
        size = pen.theme.px(_FACE)
        ratio = pen.painter.device().devicePixelRatioF()
        pixmaps = [self._portraits.circle(persona, size, ratio) for persona in faces]
        width = faces_width(pen.painter.device(), size, len(pixmaps), more)
        place = QRectF(foot.left(), foot.center().y() - size / 2, width, size)
        at = placed(pen.painter, place, pen.card).topLeft()
        paint_faces(pen.painter, at, pixmaps, pen.theme.color("surface"), more)
        return width


def _paint_nobody(pen: _Pen, foot: QRectF, card: LineCard) -> float:
    """Paint what is said where nobody is; return how much room it takes."""
    taken = 0.0
    if card.waits:
        size = pen.theme.px(_FACE)
        seat = QRectF(foot.left(), foot.center().y() - size / 2, size, size)
        paint_seat(pen.painter, placed(pen.painter, seat, pen.card).topLeft(), size)
        taken = size + _GAP
    pen.text(foot.adjusted(taken, 0, 0, 0), "chip", "ink3", card.names)
    pen.painter.setFont(pen.theme.font("chip"))
    return taken + pen.painter.fontMetrics().horizontalAdvance(card.names)


def _paint_ground(pen: _Pen, area: QRectF, hovered: bool, chosen: bool) -> None:
    path = QPainterPath()
    path.addRoundedRect(area, RADIUS, RADIUS)
    pen.painter.fillPath(path, pen.theme.color("surface"))
    if hovered:
        pen.painter.fillPath(path, pen.theme.color("sunken", 0.5))
    width = 2.0 if chosen else 1.0
    pen.painter.setBrush(Qt.BrushStyle.NoBrush)
    pen.painter.setPen(QPen(pen.theme.color("accent" if chosen else "line"), width))
    inset = width / 2
    edge = area.adjusted(inset, inset, -inset, -inset)
    pen.painter.drawRoundedRect(edge, RADIUS - inset, RADIUS - inset)


def _paint_badge(pen: _Pen, area: QRectF, card: LineCard, chosen: bool) -> None:
    side = pen.theme.px(_DOT)
    dot = QRectF(area.left() + _PADDING, area.top() + _PADDING - 2, side, side)
    dot = placed(pen.painter, dot, area)
    pen.painter.setPen(Qt.PenStyle.NoPen)
    pen.painter.setBrush(pen.theme.color("accent" if chosen else "sunken"))
    pen.painter.drawEllipse(dot)
    token = "on" if chosen else "ink2"
    if not card.badge:
        inset = side / 4
        mark = dot.adjusted(inset, inset, -inset, -inset)
        paint_icon(pen.painter, card.icon, mark, pen.theme.color(token))
        return
    pen.painter.setFont(pen.theme.font("number"))
    pen.painter.setPen(pen.theme.color(token))
    pen.painter.drawText(dot, Qt.AlignmentFlag.AlignCenter, card.badge)


def _paint_words(pen: _Pen, area: QRectF, card: LineCard) -> QRectF:
    """Paint everything but the foot; return where that is left to go."""
    theme = pen.theme
    line = QRectF(area.left(), area.top() - 2, area.width(), theme.px(_LINE["section"]))
    _paint_more(pen, line)
    pen.text(line.adjusted(0, 0, -theme.px(_MORE), 0), "section", "ink", card.title)
    side = theme.px(_MARK)
    line = QRectF(area.left(), line.bottom() + 2, area.width(), theme.px(_LINE["secondary"]))
    if card.badge:
        mark = QRectF(line.left(), line.center().y() - side / 2, side, side)
        pen.icon(card.icon, mark, "ink3")
    room = line.adjusted(side + 6 if card.badge else 0, 0, 0, 0)
    pen.text(room, "secondary", "ink2", card.where)
    top, height = line.bottom() + 4, theme.px(_LINE["base"])
    pen.painter.setFont(theme.font("base"))
    pen.painter.setPen(theme.color("ink"))
    lines = first_lines(card.summary, theme.font("base"), area.width(), _SUMMARY_LINES)
    for at, text in enumerate(lines):
        place = QRectF(area.left(), top + at * height, area.width(), height)
        pen.painter.drawText(placed(pen.painter, place, pen.card), _LEADING, text)
    face = theme.px(_FACE)
    return QRectF(area.left(), area.bottom() - face, area.width(), face)


def _paint_more(pen: _Pen, line: QRectF) -> None:
    side = pen.theme.px(16)
    mark = QRectF(line.right() - side, line.center().y() - side / 2, side, side)
    pen.icon("ellipsis", mark, "ink2")
