"""One older copy of a project file: what its name says, and putting that into a name.

All a list of copies shows stands in the names, so there is no index that could be damaged,
and two programs that keep copies at once have nothing to quarrel about.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from msgspec import Struct

SUFFIX = ".personamap"
Reason = Literal["first-save", "import", "removal", "overwriting", "restore"]
"""What a copy is kept before."""

DAMAGED = "damaged"
"""The reason of what is kept although it does not open; it counts as no generation."""

_NAME = re.compile(
    r"(?P<number>\d{6,12})_(?P<made>\d{8}T\d{6}Z)_(?P<reason>[a-z-]{1,24})"
    r"_(?P<people>\d{1,7})_(?P<digest>[0-9a-f]{16})" + re.escape(SUFFIX)
)
_TIME = "%Y%m%dT%H%M%SZ"


class OlderCopy(Struct, frozen=True):
    """A project file as it once was.

    `number` counts the copies of one file and alone says which is older; `made` is what the
    clock said, which may have been wrong. `digest` is the start of the SHA-256 of the bytes.
    """

    path: Path
    number: int
    made: datetime
    reason: str
    people: int
    digest: str
    size: int

    @property
    def opens(self) -> bool:
        """Tell whether the copy was a whole project when it was made."""
        return self.reason != DAMAGED


def copy_name(number: int, made: datetime, reason: str, people: int, digest: str) -> str:
    """Return the name of a copy's file; names sort as the copies were made."""
    stamp = made.astimezone(UTC).strftime(_TIME)
    return f"{number:06}_{stamp}_{reason}_{people}_{digest}{SUFFIX}"


def read_name(path: Path, size: int) -> OlderCopy | None:
    """Return what the name of a file says, or nothing when it is no older copy."""
    said = _NAME.fullmatch(path.name)
    if said is None:
        return None
    try:
        made = datetime.strptime(said["made"], _TIME).replace(tzinfo=UTC)
    except ValueError:
        return None
    return OlderCopy(
        path=path,
        number=int(said["number"]),
        made=made,
        reason=said["reason"],
        people=int(said["people"]),
        digest=said["digest"],
        size=size,
    )
