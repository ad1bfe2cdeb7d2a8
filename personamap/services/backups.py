"""Older copies of projects and what a damaged file still holds: keeping, reading, telling.

Keeping a copy never stops what it is kept for. Why none could be kept comes back as words;
whoever asked says them once.
"""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from personamap.domain.project import Project
from personamap.errors import PersonamapError
from personamap.storage.archive import LARGEST_FILE
from personamap.storage.backups import keep_copy, older_copies, read_copy
from personamap.storage.codec import decode, encode
from personamap.storage.files import read_bounded
from personamap.storage.older_copy import OlderCopy, Reason
from personamap.storage.repair import with_unique_ids
from personamap.storage.salvage import Salvage, salvage


class ReadCopy(Struct, frozen=True):
    """An older copy and the project in it."""

    copy: OlderCopy
    project: Project


class Rescue(Struct, frozen=True):
    """What there is instead of a file that does not open: an older copy, and what is whole."""

    newest: ReadCopy | None
    salvaged: Salvage | None


def keep_file(of: Path, reason: Reason, room: int | None = None) -> str:
    """Keep what stands in a file before it is replaced; return why that failed, or nothing."""
    try:
        if not of.exists() or of.stat().st_size > LARGEST_FILE:
            return ""
        keep_copy(read_bounded(of, LARGEST_FILE), of, reason, room)
    except (OSError, PersonamapError) as error:
        return str(error)
    return ""


def keep_project(project: Project, of: Path, reason: Reason, room: int | None = None) -> str:
    """Keep a project as it is on screen, as an older copy of its file; return why that failed."""
    try:
        keep_copy(encode(project), of, reason, room)
    except PersonamapError as error:
        return str(error)
    return ""


def open_copy(copy: OlderCopy) -> ReadCopy:
    """Read an older copy, as whole as any file that is opened."""
    decoded = decode(read_copy(copy), str(copy.path))
    project, _shared = with_unique_ids(decoded.project)
    return ReadCopy(copy, project)


def newest_that_opens(of: Path) -> ReadCopy | None:
    """Return the newest older copy of a file that still opens."""
    for copy in older_copies(of):
        if not copy.opens:
            continue
        try:
            return open_copy(copy)
        except PersonamapError:
            continue
    return None


def salvage_file(path: Path) -> Salvage | None:
    """Return what is whole in a damaged file; the file is only read."""
    return salvage(read_bounded(path, LARGEST_FILE), str(path))


def rescue(path: Path) -> Rescue:
    """Look for all there is instead of a file that does not open."""
    try:
        salvaged = salvage_file(path)
    except PersonamapError:
        salvaged = None
    return Rescue(newest_that_opens(path), salvaged)
