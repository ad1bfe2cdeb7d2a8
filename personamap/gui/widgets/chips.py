"""Chips: values, the button that adds one, and blanks, as widgets and painted in a row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QPushButton, QWidget

from personamap.domain.persona import AnswerState
from personamap.gui.look.icons import icon
from personamap.gui.look.theme import current_theme
from personamap.i18n import N_, _

HEIGHT, PADDING, GAP = 24, 10, 6

BLANK_ICONS: dict[AnswerState, str] = {
    "undecided": "circle-dashed",
    "open": "clapperboard",
    "withheld": "eye-off",
    "undisclosed": "lock",
}
BLANK_WORDS: dict[AnswerState, str] = {
    "undecided": N_("Undecided"),
    "open": N_("Open"),
    "withheld": N_("Withheld"),
    "undisclosed": N_("Undisclosed"),
}
SHOWING_ICONS = {"seen": "eye", "heard": "ear", "mentioned": "message-circle", "writers": "pen"}


def value_chip(label: str, parent: QWidget | None = None) -> QPushButton:
    """Return a chip that shows a value; pressing it is up to whoever made it."""
    return _chip(label, "chip", "", parent)


def chip_to_take_out(words: str, parent: QWidget) -> QPushButton:
    """Return a chip that says what it shows and that pressing it takes that out."""
    chip = _chip(words.replace("&", "&&"), "chip", "x", parent)
    chip.setToolTip(_("Take out"))
    chip.setAccessibleName(_("{value}. Press to take it out.").format(value=words))
    return chip


def add_chip(label: str, parent: QWidget | None = None) -> QPushButton:
    """Return the dashed chip that adds a value."""
    return _chip(label, "chip-add", "plus", parent)


def paint_chip_row(painter: QPainter, area: QRectF, labels: Sequence[str]) -> int:
    """Paint one row of chips into `area`; return how many did not fit and became "+n"."""
    theme = current_theme()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(theme.font("chip"))
    widths = [_chip_width(painter, label) for label in labels]
    shown = _how_many_fit(widths, area.width(), _chip_width(painter, f"+{len(labels)}"))
    x = area.left()
    mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    texts = [*labels[:shown], *([f"+{len(labels) - shown}"] if shown < len(labels) else [])]
    for text in texts:
        width = min(_chip_width(painter, text), area.right() - x)
        left = area.left() + area.right() - x - width if mirrored else x
        _paint_chip(painter, QRectF(left, area.top(), width, theme.px(HEIGHT)), text)
        x += width + GAP
    painter.restore()
    return len(labels) - shown


def _chip(label: str, role: str, icon_name: str, parent: QWidget | None) -> QPushButton:
    button = QPushButton(label, parent)
    button.setProperty("role", role)
    button.setProperty("ringRadius", current_theme().px(HEIGHT) / 2)
    button.setAutoDefault(False)
    if icon_name:
        button.setIcon(icon(icon_name))
    return button


def _chip_width(painter: QPainter, label: str) -> float:
    padding = current_theme().px(PADDING)
    return float(painter.fontMetrics().horizontalAdvance(label) + 2 * padding)


def _how_many_fit(widths: Sequence[float], room: float, more_width: float) -> int:
    """Return how many chips fit; the first one always does, cut short if it must be."""
    if sum(widths) + GAP * (len(widths) - 1) <= room:
        return len(widths)
    used, shown = 0.0, 0
    for width in widths:
        if shown and used + width + GAP + more_width > room:
            break
        used += width + GAP
        shown += 1
    return min(shown, len(widths) - 1) if len(widths) > 1 else len(widths)


def _paint_chip(painter: QPainter, rect: QRectF, label: str) -> None:
    theme = current_theme()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("sunken"))
    painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
    padding = theme.px(PADDING)
    inner = rect.adjusted(padding, 0, -padding, 0)
    painter.setPen(theme.color("ink"))
    text = painter.fontMetrics().elidedText(
        label, Qt.TextElideMode.ElideRight, round(inner.width()) + 1
    )
    painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
