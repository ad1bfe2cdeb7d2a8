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
from personamap.importers.apart.door import read_apart
from personamap.importers.apart.refusal import NotRead
from personamap.importers.apart.task import MEGABYTE, Task, Wanted, always
from personamap.storage.files import read_bounded

SUFFIXES = (".png", ".jpg", ".jpeg", ".webp")
MOST_BYTES = 64 * 1024 * 1024
LONGEST_SIDE = 1024
"""So many pixels are enough for a portrait on any page."""
_TASK = Task("picture", 20, 600 * MEGABYTE, 20 * MEGABYTE, {"side": LONGEST_SIDE})


def read_picture(path: Path, wanted: Wanted = always) -> Media:
    """Read a picture file, or raise a `PersonamapError` saying why not."""
    content = read_bounded(path, MOST_BYTES)
    if len(content) > MOST_BYTES:
        raise PictureRefused(path.name, _("the file is larger than 64 megabytes."))
    return picture_from_bytes(content, path.name, wanted)


def picture_from_bytes(content: bytes, name: str, wanted: Wanted = always) -> Media:
    """Make media of the bytes of a picture; `name` is only for the message when that fails."""
    try:
        facts, data = read_apart(_TASK, content, wanted)
    except NotRead as refusal:
        raise PictureRefused(name, str(refusal)) from refusal
    return Media(id=hashlib.sha256(data).hexdigest(), data=data, **facts)


def centred_portrait(media: Media, credit: str = "") -> PicturePortrait:
    """Return a portrait that shows the largest square of a picture, a little above the middle."""
    size = min(1.0, media.height / media.width)
    room = media.height / media.width - size
    return PicturePortrait(
        media=media.id, left=(1.0 - size) / 2, top=max(room, 0.0) / 3, size=size, credit=credit
    )
