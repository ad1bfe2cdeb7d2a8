"""Portraits as pictures on screen: rendered once for each size and kept."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QImage,
    QPaintDevice,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
)
from PySide6.QtSvg import QSvgRenderer

from personamap.domain.persona import Persona
from personamap.domain.portrait import Media, PicturePortrait, Portrait
from personamap.gui.document import Document
from personamap.gui.look.theme import current_theme
from personamap.gui.portrait.media_image import image_of
from personamap.portraits.compose import Crop, portrait_svg

FACE_BELOW = 100
OVERLAP, RING = 6, 2
MOST_FACES = 4
_MOST_BYTES = 64 * 1024 * 1024
_BYTES_A_PIXEL = 4


class _Key(Struct, frozen=True):
    portrait: Portrait | None
    name: str
    ground: str
    size: int
    ratio: float
    crop: Crop
    is_round: bool


class Portraits:
    """Gives the portrait of a persona in any size and keeps what was drawn lately."""

    def __init__(self, find_media: Callable[[str], Media | None]) -> None:
        self._find_media = find_media
        self._kept: OrderedDict[_Key, QPixmap] = OrderedDict()
        self._bytes = 0

    @classmethod
    def of(cls, document: Document) -> Portraits:
        """Return portraits whose pictures come from the project on screen."""

        def find(media_id: str) -> Media | None:
            return document.project.find_media(media_id)

        return cls(find)

    def circle(self, persona: Persona, size: int, ratio: float = 1.0) -> QPixmap:
        """Return a round portrait on the persona's ground, `size` logical pixels across."""
        return self._pixmap(_circle_key(persona, size, ratio))

    def has_circle(self, persona: Persona, size: int, ratio: float = 1.0) -> bool:
        """Tell whether a round portrait is kept and will be there at once."""
        return _circle_key(persona, size, ratio) in self._kept

    def bust(self, persona: Persona, size: int, ratio: float = 1.0) -> QPixmap:
        """Return a square bust without a ground, to stand on the lower edge of a panel."""
        return self._pixmap(_key(persona, size, ratio, "bust", False))

    def _pixmap(self, key: _Key) -> QPixmap:
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        pixmap = self._kept[key] = self._drawn(key)
        self._bytes += _cost(pixmap)
        while self._bytes > _MOST_BYTES and len(self._kept) > 1:
            self._bytes -= _cost(self._kept.popitem(last=False)[1])
        return pixmap

    def _drawn(self, key: _Key) -> QPixmap:
        return self._shrunk(key) if key.ratio < 1 else self._rendered(key)

    def _shrunk(self, key: _Key) -> QPixmap:
        """Scale down instead of drawing anew: that is ten times faster while a map is zoomed."""
        full = self._pixmap(replace(key, ratio=1.0))
        pixmap = full.scaled(
            QSize(key.size, key.size) * key.ratio,
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        pixmap.setDevicePixelRatio(key.ratio)
        return pixmap

    def _rendered(self, key: _Key) -> QPixmap:
        pixmap = QPixmap(QSize(key.size, key.size) * key.ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        pixmap.setDevicePixelRatio(key.ratio)
        area = QRectF(0, 0, key.size, key.size)
        painter = QPainter(pixmap)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        if key.is_round:
            _clip_to_circle(painter, area, QColor(key.ground))
        picture = self._picture(key.portrait)
        if picture is None:
            _draw_svg(painter, area, key)
        else:
            painter.drawImage(area, picture)
        painter.end()
        return pixmap

    def _picture(self, portrait: Portrait | None) -> QImage | None:
        if not isinstance(portrait, PicturePortrait):
            return None
        image = image_of(self._find_media(portrait.media))
        if image.isNull():
            return None
        side = round(portrait.size * image.width())
        left = round(portrait.left * image.width())
        top = round(portrait.top * image.width())
        return image.copy(left, top, side, side)


def paint_faces(
    painter: QPainter,
    at: QPointF,
    pixmaps: Sequence[QPixmap],
    behind: QColor,
    more: int = 0,
) -> float:
    """Paint overlapping faces from left to right, then "+n"; return how wide they came out.

    `behind` is the colour they stand on, in which each is ringed.
    """
    x = at.x()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for pixmap in pixmaps:
        size = pixmap.deviceIndependentSize()
        circle = QRectF(QPointF(x, at.y()), size)
        painter.setPen(QPen(behind, RING * 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(circle)
        painter.drawPixmap(circle.topLeft(), pixmap)
        x += size.width() - OVERLAP
    x += OVERLAP if pixmaps else 0
    if more and pixmaps:
        x += _paint_more(painter, QPointF(x, at.y()), pixmaps[0], more)
    painter.restore()
    return x - at.x()


def faces_width(on: QPaintDevice, size: int, faces: int, more: int) -> float:
    """Return how wide so many faces and "+n" come out."""
    width = size + (faces - 1) * (size - OVERLAP)
    if more:
        metrics = QFontMetrics(current_theme().font("chip"), on)
        width += metrics.horizontalAdvance(f"+{more}") + OVERLAP
    return width


def first_faces(people: Sequence[Persona]) -> tuple[Sequence[Persona], int]:
    """Return who is shown in a row of faces and how many more there are."""
    if len(people) <= MOST_FACES:
        return people, 0
    return people[: MOST_FACES - 1], len(people) - MOST_FACES + 1


def _paint_more(painter: QPainter, at: QPointF, face: QPixmap, more: int) -> float:
    theme = current_theme()
    painter.setFont(theme.font("chip"))
    painter.setPen(theme.color("ink2"))
    text = f"+{more}"
    width = painter.fontMetrics().horizontalAdvance(text) + OVERLAP
    area = QRectF(at.x() + OVERLAP, at.y(), width, face.deviceIndependentSize().height())
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
    return float(width + OVERLAP)


def _key(persona: Persona, size: int, ratio: float, crop: Crop, is_round: bool) -> _Key:
    ground = current_theme().ground(persona.colour).name()
    return _Key(persona.portrait, persona.name, ground, size, ratio, crop, is_round)


def _circle_key(persona: Persona, size: int, ratio: float) -> _Key:
    return _key(persona, size, ratio, "face" if size < FACE_BELOW else "bust", True)


def _cost(pixmap: QPixmap) -> int:
    return pixmap.width() * pixmap.height() * _BYTES_A_PIXEL


def _clip_to_circle(painter: QPainter, area: QRectF, ground: QColor) -> None:
    circle = QPainterPath()
    circle.addEllipse(area)
    painter.fillPath(circle, ground)
    painter.setClipPath(circle)


def _draw_svg(painter: QPainter, area: QRectF, key: _Key) -> None:
    drawn = portrait_svg(Persona(id="per-drawn", name=key.name, portrait=key.portrait), key.crop)
    QSvgRenderer(QByteArray(drawn.encode())).render(painter, area)
