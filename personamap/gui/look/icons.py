"""Icons: one-colour SVG files, tinted from the theme while they are painted.

An icon asks for its colour each time it is drawn, so it follows a change
of theme and stays sharp on any screen.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from typing_extensions import override

from personamap.gui.look.theme import current_theme
from personamap.resources import resource

_DRAWN_STROKE = 'stroke-width="1.75"'
_SMALL, _SMALL_STROKE = 16, 'stroke-width="2"'
_ROOM, _SIDE = 22, 16


def icon(name: str, color_token: str = "ink2", checked_token: str = "accent") -> QIcon:
    """Return an icon in a colour of the theme; a checked button shows it in `checked_token`."""
    return QIcon(_TintedEngine(name, color_token, checked_token))


def size_before_words() -> QSize:
    """Return how large the icon of a button with words is, in pixels at this text size.

    It is wider than what is drawn, for Qt leaves next to no room between an
    icon and its words.
    """
    return QSize(_ROOM, _SIDE) * current_theme().text_scale


def paint_icon(painter: QPainter, name: str, rect: QRectF, colour: QColor) -> None:
    """Draw an icon into `rect`, for delegates and other hand-painted things."""
    _renderer(name, colour.name(), rect.width() < _SMALL).render(painter, rect)


def icon_pixmap(name: str, color_token: str, size: int, ratio: float = 1.0) -> QPixmap:
    """Return an icon as a picture of `size` logical pixels, for labels."""
    pixmap = QPixmap(QSize(size, size) * ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_icon(painter, name, QRectF(pixmap.rect()), current_theme().color(color_token))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


class _TintedEngine(QIconEngine):
    def __init__(self, name: str, token: str, checked_token: str) -> None:
        super().__init__()
        self._name, self._token, self._checked_token = name, token, checked_token

    @override
    def clone(self) -> QIconEngine:
        return _TintedEngine(self._name, self._token, self._checked_token)

    @override
    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        token = self._checked_token if state == QIcon.State.On else self._token
        if mode == QIcon.Mode.Disabled:
            token = "ink3"
        elif mode == QIcon.Mode.Selected:
            token = "accent"
        paint_icon(painter, self._name, _square_in(rect), current_theme().color(token))

    @override
    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return pixmap

    @override
    def isNull(self) -> bool:
        return False


def _square_in(rect: QRect) -> QRectF:
    side = min(rect.width(), rect.height())
    left = rect.x() + (rect.width() - side) / 2
    return QRectF(left, rect.y() + (rect.height() - side) / 2, side, side)


@lru_cache(maxsize=512)
def _renderer(name: str, colour: str, small: bool) -> QSvgRenderer:
    drawing = _drawing(name).replace("currentColor", colour)
    if small:
        drawing = drawing.replace(_DRAWN_STROKE, _SMALL_STROKE)
    return QSvgRenderer(QByteArray(drawing.encode()))


@lru_cache(maxsize=256)
def _drawing(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")
