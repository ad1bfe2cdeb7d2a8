"""Writing over what somebody else has saved: never before their version is kept."""

from __future__ import annotations

import errno
from pathlib import Path

from personamap.domain.project import Project
from personamap.errors import ChangedElsewhere, NoCopyKept
from personamap.services.projects import save_project
from personamap.storage.archive import LARGEST_FILE
from personamap.storage.backups import keep_copy
from personamap.storage.files import digest, read_bounded


def overwrite(project: Project, path: Path, seen: str, room: int | None = None) -> str:
    """Keep what stands in a file as an older copy, then write `project` there.

    `seen` is the digest of what a person was told about and agreed to write
    over. When another version stands there by now, or no verified copy of it
    can be kept, nothing is written. All copies together take `room` bytes.
    Returns the digest of what was written.
    """
    theirs = read_bounded(path, LARGEST_FILE)
    if len(theirs) > LARGEST_FILE:
        raise NoCopyKept(path, OSError(errno.EFBIG, ""))
    found = digest(theirs)
    if found != seen:
        raise ChangedElsewhere(path, found)
    keep_copy(theirs, path, "overwriting", room)
    return save_project(project, path, seen)
