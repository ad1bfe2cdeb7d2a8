"""Opening a project to work in it: what it holds, and who else has it open.

The mark beside the file is made only once the file has been read whole, and
only for somebody who is going to write it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from personamap.errors import TooManyForWindow
from personamap.i18n import _, in_digits
from personamap.services.projects import Opened, open_project
from personamap.storage.lock import Holder, Mark, take

MOST_PEOPLE = 5_000
"""How many people the window works with; a big cast is 500.

Measured: with so many, opening holds the window for about half a second and everything after it
for less; with twice as many, opening, undoing and the first look at Coverage take one to two.
"""


@dataclass(frozen=True, slots=True)
class Entered:
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
    people = len(opened.project.personas)
    if people > MOST_PEOPLE:
        raise TooManyForWindow(_too_many(path, people))
    return Entered(opened)


def _too_many(path: Path, people: int) -> str:
    return _(
        "“{name}” has {people} people, and the window works with up to {most}. "
        "The commands “personamap check” and “personamap export” still work with all of them; "
        "to see some of them here, keep those in a project of their own."
    ).format(name=path.name, people=in_digits(people), most=in_digits(MOST_PEOPLE))


@dataclass(frozen=True, slots=True)
class Written:
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
