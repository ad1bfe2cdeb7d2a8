"""What is still whole in a damaged project file, as a new project, and what it lost.

The file itself is only read. Where the checksum of its text no longer fits, a word that
reads well may still be another one than was written, and that is said too.
"""

from __future__ import annotations

import re

from msgspec import Struct

from personamap.domain.project import Project
from personamap.errors import FileTooNew
from personamap.storage.codec import has_its_checksum
from personamap.storage.migrations import FORMAT, migrate
from personamap.storage.repair import with_unique_ids
from personamap.storage.salvaging.losses import Losses, loss_words
from personamap.storage.salvaging.mending import Mended, mended
from personamap.storage.salvaging.parts import find_pictures, find_text
from personamap.storage.salvaging.pictures import with_pictures
from personamap.storage.salvaging.text import ReadText, read_text

_DIGEST = re.compile(rb"[0-9a-f]{64}")


class Salvage(Struct, frozen=True):
    """A project made of what could be read, and in plain words what could not.

    `is_proven` tells that its text is byte for byte what personamap wrote.
    """

    project: Project
    lost: tuple[str, ...]
    is_proven: bool


def salvage(data: bytes, source: str) -> Salvage | None:
    """Return what can be saved of the bytes of a damaged file, or nothing if there is nothing."""
    text = find_text(data)
    read = read_text(text)
    if read.written_in > FORMAT:
        raise FileTooNew(source, read.written_in, FORMAT, "?")
    partial = _ids_of(read)
    mend = mended(migrate(read.raw, read.written_in))
    wanted = {digest.decode() for digest in _DIGEST.findall(text)}
    project, pictures_lost = with_pictures(mend.project, find_pictures(data, wanted))
    project, _shared = with_unique_ids(project)
    if project == Project():
        return None
    is_proven = has_its_checksum(text)
    losses = Losses(
        counts=_together(read, mend, pictures_lost),
        incomplete=partial | mend.changed,
        broke_off=read.broke_off,
        is_proven=is_proven,
    )
    return Salvage(project, loss_words(project, losses), is_proven)


def _ids_of(read: ReadText) -> frozenset[tuple[str, str]]:
    """Return (part, id) of what was read to a part of its end, before any of it is left out."""
    found = set()
    for part, place in read.partial:
        owner = read.raw[part]
        item = owner[place] if isinstance(owner, list) else {}
        found.add((part, str(item.get("id", ""))))
    return frozenset(found)


def _together(read: ReadText, mend: Mended, pictures: int) -> dict[str, int]:
    parts = {*read.skipped, *mend.lost}
    counts = {part: read.skipped.get(part, 0) + mend.lost.get(part, 0) for part in parts}
    return counts | ({"media": counts.get("media", 0) + pictures} if pictures else {})
