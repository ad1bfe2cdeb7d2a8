"""Paints a persona card on the wall."""

from __future__ import annotations

from itertools import pairwise

from msgspec import Struct
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from personamap.domain.persona import Persona
from personamap.gui.cast.card import Card
from personamap.gui.look.focus_ring import paint_ring
from personamap.gui.look.icons import paint_icon
from personamap.gui.look.mirroring import placed
from personamap.gui.look.theme import Theme, TypeRole, current_theme
from personamap.gui.portrait.portraits import Portraits
from personamap.gui.widgets.card_view import CardView
from personamap.gui.widgets.chips import BLANK_ICONS, HEIGHT, paint_chip_row

CARD_ROLE = int(Qt.ItemDataRole.UserRole) + 1
PERSONA_ROLE = int(Qt.ItemDataRole.UserRole) + 2

MARGIN = 8
"""Half of the gap between cards, which leaves room for the focus ring."""

PANEL, PADDING, RADIUS, MORE, MARK = 148, 16, 12, 28, 14
BRIEF_LINES, FOOT = 3, 38
_LINE = {"person": 24, "secondary": 18, "base": 20}

_STATE = QStyle.StateFlag
_LEADING = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading


def card_height(theme: Theme) -> int:
    """Return how high a card is at this text scale, 362 at 100 %."""
    texts = _LINE["person"] + _LINE["secondary"] + BRIEF_LINES * _LINE["base"] + HEIGHT + FOOT
    return PANEL + 50 + theme.px(texts)


def card_rect(cell: QRect) -> QRect:
    """Return where the card is inside its cell."""
    return cell.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)


def more_rect(cell: QRect) -> QRect:
    """Return where the "…" is that opens the menu of a card."""
    card = card_rect(cell)
    side = current_theme().px(MORE)
    at = QPoint(card.right() - PADDING - side + 6, card.top() + PANEL + 10)
    return QRect(at, QSize(side, side))


class _Pen(Struct, frozen=True):
    """Everything the parts of a card need to paint themselves."""

    painter: QPainter
    theme: Theme
    card: QRectF

    def text(self, rect: QRectF, role: TypeRole, token: str, text: str) -> None:
        painter = self.painter
        painter.setFont(self.theme.font(role))
        painter.setPen(self.theme.color(token))
        elided = painter.fontMetrics().elidedText(
            text, Qt.TextElideMode.ElideRight, int(rect.width())
        )
        painter.drawText(placed(painter, rect, self.card), _LEADING, elided)

    def icon(self, name: str, rect: QRectF, token: str) -> None:
        place = placed(self.painter, rect, self.card)
        paint_icon(self.painter, name, place, self.theme.color(token))


class CardDelegate(QStyledItemDelegate):
    """Paints cards at the size the wall gives them."""

    def __init__(self, portraits: Portraits, view: CardView) -> None:
        super().__init__(view)
        self._portraits, self._view = portraits, view
        self.cell = QSize(296 + 2 * MARGIN, 362 + 2 * MARGIN)

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return self.cell

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        card, persona = index.data(CARD_ROLE), index.data(PERSONA_ROLE)
        if not isinstance(card, Card) or not isinstance(persona, Persona):
            return
        pen = _Pen(painter, current_theme(), QRectF(card_rect(option.rect)))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_ground(pen, bool(option.state & _STATE.State_MouseOver))
        self._paint_panel(pen, persona)
        _paint_words(pen, card)
        _paint_foot(pen, card)
        _paint_edge(pen, bool(option.state & _STATE.State_Selected))
        if self._view.rings and option.state & _STATE.State_HasFocus:
            paint_ring(painter, pen.card, RADIUS)
        painter.restore()

    def _paint_panel(self, pen: _Pen, persona: Persona) -> None:
        panel = QRectF(pen.card.topLeft(), pen.card.topLeft())
        panel.setSize(pen.card.size())
        panel.setHeight(PANEL)
        pen.painter.save()
        pen.painter.setClipRect(panel)
        pen.painter.fillPath(_rounded(pen.card), pen.theme.ground(persona.colour))
        pen.painter.restore()
        ratio = pen.painter.device().devicePixelRatioF()
        bust = self._portraits.bust(persona, PANEL - 8, ratio)
        side = bust.deviceIndependentSize().width()
        at = QPoint(round(panel.center().x() - side / 2), round(panel.bottom() - side))
        pen.painter.drawPixmap(at, bust)


def _rounded(card: QRectF) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(card, RADIUS, RADIUS)
    return path


def _paint_ground(pen: _Pen, hovered: bool) -> None:
    pen.painter.fillPath(_rounded(pen.card), pen.theme.color("surface"))
    if hovered:
        pen.painter.fillPath(_rounded(pen.card), pen.theme.color("sunken", 0.5))


def _paint_edge(pen: _Pen, selected: bool) -> None:
    width = 2.0 if selected else 1.0
    pen.painter.setBrush(Qt.BrushStyle.NoBrush)
    pen.painter.setPen(QPen(pen.theme.color("accent" if selected else "line"), width))
    inset = width / 2
    pen.painter.drawRoundedRect(
        pen.card.adjusted(inset, inset, -inset, -inset), RADIUS - inset, RADIUS - inset
    )


def _paint_words(pen: _Pen, card: Card) -> None:
    theme, body = pen.theme, pen.card.adjusted(PADDING, PANEL + 12, -PADDING, 0)
    line = QRectF(body.topLeft(), body.topRight())
    line.setHeight(theme.px(_LINE["person"]))
    pen.text(line.adjusted(0, 0, -theme.px(MORE), 0), "person", "ink", card.name)
    _paint_more(pen)
    line = QRectF(line.left(), line.bottom(), body.width(), theme.px(_LINE["secondary"]))
    pen.text(line, "secondary", "ink2", card.line)
    brief = QRectF(body.left(), line.bottom() + 8, body.width(), 0)
    brief.setHeight(theme.px(BRIEF_LINES * _LINE["base"]))
    _paint_brief(pen, brief, card.brief)
    chips = QRectF(body.left(), brief.bottom() + 10, body.width(), theme.px(HEIGHT))
    if card.chips:
        paint_chip_row(pen.painter, chips, card.chips)


def _paint_more(pen: _Pen) -> None:
    side = pen.theme.px(MORE)
    right, top = pen.card.right() - PADDING + 6, pen.card.top() + PANEL + 10
    area = QRectF(right - side, top, side, side)
    inset = (side - pen.theme.px(16)) / 2
    pen.icon("ellipsis", area.adjusted(inset, inset, -inset, -inset), "ink2")


def _paint_brief(pen: _Pen, area: QRectF, brief: str) -> None:
    height = pen.theme.px(_LINE["base"])
    pen.painter.setFont(pen.theme.font("base"))
    pen.painter.setPen(pen.theme.color("ink"))
    for at, text in enumerate(first_lines(brief, pen.theme.font("base"), area.width())):
        line = QRectF(area.left(), area.top() + at * height, area.width(), height)
        pen.painter.drawText(line, _LEADING, text)


def first_lines(text: str, font: QFont, width: float, most: int = BRIEF_LINES) -> list[str]:
    """Return at most so many lines of `text`; the last says with "…" that there is more."""
    text = " ".join(text.split())
    layout = QTextLayout(text, font)
    layout.beginLayout()
    starts: list[int] = []
    while len(starts) <= most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    units = text.encode("utf-16-le", "surrogatepass")
    cuts = [*starts[:most], len(units) // 2]
    lines = [
        units[2 * here : 2 * there].decode("utf-16-le", "surrogatepass").rstrip()
        for here, there in pairwise(cuts)
    ]
    if len(starts) > most:
        metrics = QFontMetricsF(font)
        lines[-1] = metrics.elidedText(lines[-1], Qt.TextElideMode.ElideRight, width)
    return lines


def _paint_foot(pen: _Pen, card: Card) -> None:
    theme, side = pen.theme, pen.theme.px(MARK)
    top = pen.card.bottom() - theme.px(FOOT)
    pen.painter.fillRect(QRectF(pen.card.left(), top, pen.card.width(), 1), theme.color("line"))
    foot = QRectF(pen.card.left() + PADDING, top, pen.card.width() - 2 * PADDING, theme.px(FOOT))
    taken = _paint_findings(pen, foot, card.finding_words)
    x = foot.left()
    for state in card.blanks:
        mark = QRectF(x, foot.center().y() - side / 2, side, side)
        pen.icon(BLANK_ICONS[state], mark, "ink3")
        x += side + 4
    room = QRectF(x + 2, foot.top(), foot.right() - taken - x - 2, foot.height())
    pen.text(room, "chip", "ink3", card.blank_words)


def _paint_findings(pen: _Pen, foot: QRectF, words: str) -> float:
    """Paint the flag and its words at the right; return how much room they took."""
    if not words:
        return 0.0
    theme, side = pen.theme, pen.theme.px(MARK)
    width = QFontMetricsF(theme.font("chip-strong")).horizontalAdvance(words) + 1
    pen.text(
        QRectF(foot.right() - width, foot.top(), width + 1, foot.height()),
        "chip-strong",
        "warn",
        words,
    )
    mark = QRectF(foot.right() - width - side - 4, foot.center().y() - side / 2, side, side)
    pen.icon("flag", mark, "warn")
    return width + side + 12
