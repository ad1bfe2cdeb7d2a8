"""Choosing the square of a picture that becomes the portrait."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from personamap.domain.portrait import Media, PicturePortrait
from personamap.gui.look.theme import current_theme
from personamap.gui.portrait.media_image import image_of
from personamap.i18n import _

_STEP, _ZOOM, _SMALLEST = 0.02, 1.08, 0.1
_MOVES = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_ZOOMS = {
    Qt.Key.Key_Plus: 1 / _ZOOM,
    Qt.Key.Key_Equal: 1 / _ZOOM,
    Qt.Key.Key_Minus: _ZOOM,
}


class PictureCrop(QWidget):
    """Shows a picture with a square on it: drag or arrows move it, wheel or + and - size it."""

    cropped = Signal(object)  # PicturePortrait

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(_("Picture with the square that is shown"))
        self.setAccessibleDescription(_("Arrow keys move the square, plus and minus size it."))
        self._image = QImage()
        self._portrait: PicturePortrait | None = None
        self._grabbed: QPointF | None = None

    def show_picture(self, media: Media | None, portrait: PicturePortrait) -> None:
        """Show a picture and the square chosen in it."""
        if self._portrait is None or self._portrait.media != portrait.media:
            self._image = image_of(media)
        self._portrait = portrait
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(420, 320)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._portrait is None or self._image.isNull():
            painter.setPen(theme.color("ink3"))
            middle = Qt.AlignmentFlag.AlignCenter
            painter.drawText(self.rect(), middle, _("The picture is missing from the project."))
            return
        painter.drawImage(self._shown(), self._image)
        square = self._square()
        shade = theme.color("shadow", 0.5)
        painter.setClipRect(self._shown())
        for outside in _around(self._shown(), square):
            painter.fillRect(outside, shade)
        painter.setPen(QPen(theme.color("accent"), 2))
        painter.drawRect(square)
        painter.setPen(QPen(theme.color("surface"), 1, Qt.PenStyle.DashLine))
        painter.drawEllipse(square)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._grabbed = event.position()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grabbed is None or self._image.isNull():
            return
        moved = (event.position() - self._grabbed) / max(self._shown().width(), 1.0)
        self._grabbed = event.position()
        self._move(moved.x(), moved.y())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grabbed = None

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        self._zoom(1 / _ZOOM if event.angleDelta().y() > 0 else _ZOOM)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _MOVES:
            across, down = _MOVES[key]
            self._move(across * _STEP, down * _STEP)
        elif key in _ZOOMS:
            self._zoom(_ZOOMS[key])
        else:
            super().keyPressEvent(event)

    def _move(self, across: float, down: float) -> None:
        if self._portrait is not None:
            self._set(self._portrait.left + across, self._portrait.top + down, self._portrait.size)

    def _zoom(self, factor: float) -> None:
        portrait = self._portrait
        if portrait is None or self._image.isNull():
            return
        size = min(max(portrait.size * factor, _SMALLEST), 1.0, self._ratio())
        away = (portrait.size - size) / 2
        self._set(portrait.left + away, portrait.top + away, size)

    def _set(self, left: float, top: float, size: float) -> None:
        if self._portrait is None or self._image.isNull():
            return
        changed = self._portrait.evolve(
            left=min(max(left, 0.0), 1.0 - size),
            top=min(max(top, 0.0), max(self._ratio() - size, 0.0)),
            size=size,
        )
        if changed is not self._portrait:
            self._portrait = changed
            self.update()
            self.cropped.emit(changed)

    def _ratio(self) -> float:
        return self._image.height() / self._image.width()

    def _shown(self) -> QRectF:
        size = QSize(self._image.size()).scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
        return QRectF(left, top, size.width(), size.height())

    def _square(self) -> QRectF:
        assert self._portrait is not None
        shown, portrait = self._shown(), self._portrait
        width = shown.width()
        at = shown.topLeft() + QPointF(portrait.left * width, portrait.top * width)
        return QRectF(at.x(), at.y(), portrait.size * width, portrait.size * width)


def _around(all_of_it: QRectF, square: QRectF) -> tuple[QRectF, ...]:
    above = QRectF(all_of_it.topLeft(), QPointF(all_of_it.right(), square.top()))
    below = QRectF(QPointF(all_of_it.left(), square.bottom()), all_of_it.bottomRight())
    left = QRectF(QPointF(all_of_it.left(), square.top()), square.bottomLeft())
    right = QRectF(square.topRight(), QPointF(all_of_it.right(), square.bottom()))
    return above, below, left, right
