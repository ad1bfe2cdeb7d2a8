"""Opening a project to work in it: what it holds, and who else has it open.

The mark beside the file is made only once the file has been read whole, and
only for somebody who is going to write it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from personamap.services.crowds import check_file
from personamap.services.projects import Opened, open_project
from personamap.storage.lock import Holder, Mark, take


class Entered(Struct, frozen=True):
    """A project as read, with our mark beside its file, or with whoever has it open.

    Neither is there for somebody who only looks.
    """

    opened: Opened
    mark: Mark | None = None
    holder: Holder | None = None


def enter(path: Path, past: Holder | None, go_on: Callable[[], object]) -> Entered:
    """Read a project and mark it as open; `go_on` raises when that is no longer wanted.

    `past` is somebody whose mark does not count, because a person said so.
    """
    opened = look_into(path, go_on).opened
    if not opened.may_write:
        return Entered(opened)
    match take(path, past):
        case Mark() as mark:
            return Entered(opened, mark=mark)
        case holder:
            return Entered(opened, holder=holder)


def look_into(path: Path, go_on: Callable[[], object]) -> Entered:
    """Read a project and leave no mark; `go_on` raises when that is no longer wanted."""
    opened = open_project(path)
    go_on()
    check_file(opened.project, path.name)
    return Entered(opened)


class Written(Struct, frozen=True):
    """The digest of a project that was saved, with our mark beside it, or whoever has it open."""

    digest: str
    mark: Mark | None = None
    holder: Holder | None = None


def marked(path: Path, digest: str) -> Written:
    """Mark a file as open here that was just written."""
    match take(path):
        case Mark() as mark:
            return Written(digest, mark=mark)
        case holder:
            return Written(digest, holder=holder)
