"""One page of a preview, as wide as there is room."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget
from typing_extensions import override

from personamap.gui.widgets.plain_words import plain_label
from personamap.services.previews import PagePicture

_CHANNELS = 3


class PageView(QScrollArea):
    """Shows a page and scrolls through it with the wheel or the arrow keys."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self._sheet = plain_label()
        self.setWidget(self._sheet)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_page(self, page: PagePicture, name: str) -> None:
        """Show a page from its top and call it by `name`."""
        stride = page.width * _CHANNELS
        shape = QImage.Format.Format_RGB888
        # The copy owns its pixels; the image around the bytes of the page does not.
        self._image = QImage(page.pixels, page.width, page.height, stride, shape).copy()
        self.setAccessibleName(name)
        self._fit()
        self.verticalScrollBar().setValue(0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self._image.isNull():
            return
        ratio = self.devicePixelRatioF()
        width = round(self.viewport().width() * ratio)
        smooth = Qt.TransformationMode.SmoothTransformation
        pixmap = QPixmap.fromImage(self._image.scaledToWidth(max(1, width), smooth))
        pixmap.setDevicePixelRatio(ratio)
        self._sheet.setPixmap(pixmap)
        self._sheet.adjustSize()
