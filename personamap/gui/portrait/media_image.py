"""The picture of a project as Qt paints it.

A project may come from anywhere, and what its file calls a PNG may be a
drawing that names other files, or a picture larger than memory. Only what
the type says is tried, and only up to the size that an import allows.
"""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageReader

from personamap.domain.portrait import Media
from personamap.portraits.damage import MOST_PIXELS

_FORMATS = {"image/png": b"png", "image/jpeg": b"jpeg"}


def image_of(media: Media | None) -> QImage:
    """Return the picture, or an empty one where there is none that can be shown."""
    if media is None or media.mime not in _FORMATS:
        return QImage()
    content = QByteArray(media.data)
    device = QBuffer(content)
    device.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(device, QByteArray(_FORMATS[media.mime]))
    reader.setAutoDetectImageFormat(False)
    size = reader.size()
    return reader.read() if 0 < size.width() * size.height() <= MOST_PIXELS else QImage()
