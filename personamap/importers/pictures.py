"""Pictures from other programs to media of the project.

A picture is read once and written anew: turned upright, without any
metadata, no larger than a portrait needs.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from personamap.domain.portrait import Media, PicturePortrait
from personamap.errors import PictureRefused
from personamap.i18n import _

SUFFIXES = (".png", ".jpg", ".jpeg", ".webp")
MOST_BYTES = 64 * 1024 * 1024


def read_picture(path: Path) -> Media:
    """Read a picture file, or raise `PictureRefused` saying why not."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise PictureRefused(path.name, _("the file is larger than 64 megabytes."))
        content = path.read_bytes()
    except OSError as error:
        raise PictureRefused(
            path.name, _("the file cannot be read ({why}).").format(why=error.strerror or error)
        ) from error
    return picture_from_bytes(content, path.name)


def picture_from_bytes(content: bytes, name: str) -> Media:
    """Make media of the bytes of a picture; `name` is only for the message when that fails."""
    # Pillow takes a while to load and most sessions import no picture.
    from personamap.importers.pixels import clean_picture

    clean = clean_picture(content, name)
    return Media(
        id=hashlib.sha256(clean.content).hexdigest(),
        mime=clean.mime,
        width=clean.width,
        height=clean.height,
        data=clean.content,
    )


def centred_portrait(media: Media, credit: str = "") -> PicturePortrait:
    """Return a portrait that shows the largest square of a picture, a little above the middle."""
    size = min(1.0, media.height / media.width)
    room = media.height / media.width - size
    return PicturePortrait(
        media=media.id, left=(1.0 - size) / 2, top=max(room, 0.0) / 3, size=size, credit=credit
    )
