"""Files that a sync client put beside a project when it was changed in two places at once.

Dropbox, Nextcloud, Box and Seafile write "(… conflicted copy …)" or a like word in brackets,
Dropbox in the language of its user; Syncthing ".sync-conflict-DATE-TIME-DEVICE"
(docs.syncthing.net, Synchronization); ownCloud once "_conflict-DATE-TIME"; OneDrive "-COMPUTER"
(support.microsoft.com, "Resolve sync conflicts in OneDrive"); Google Drive "(1)". What iCloud
writes, " 2", is how people count versions of their own, so it is taken for a copy only in a
folder that iCloud keeps.
"""

from __future__ import annotations

import platform
import re
from pathlib import Path

from msgspec import Struct

_WORDS = "conflict|conflit|konflikt|konflict|конфликт|競合|冲突|衝突|충돌"
_CERTAIN = re.compile(
    rf"[ ._]?[(\[][^()\[\]]*({_WORDS})[^()\[\]]*[)\]]( \(\d+\))?"
    r"|\.sync-conflict-\d{8}-\d{6}(-\w+)?"
    r"|_conflict-\d{8}-\d{6}",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r" ?\(\d+\)")
_NUMBERED_BY_ICLOUD = re.compile(r" [2-9]")
_ICLOUD = re.compile(r"Mobile Documents|com~apple~CloudDocs|iCloud ?Drive", re.IGNORECASE)
"""Where a Mac keeps what iCloud shares, and where a PC does."""

_TOLD = re.compile(rf"[ ._\-].*({_WORDS}).*", re.IGNORECASE)
_COMPUTER = re.compile(r"-(?=[A-Z0-9-]*[A-Z])[A-Z0-9][A-Z0-9-]{2,}|-\S*(MacBook|iMac)\S*")


class Beside(Struct, frozen=True):
    """A file beside a project; not `is_certain` where people give such names by hand as well."""

    path: Path
    is_certain: bool


def conflict_copies(of: Path) -> tuple[Beside, ...]:
    """Return what lies beside a file under a name that a sync client may have given it."""
    try:
        given = _patterns(of)
        paths = [path for path in of.parent.iterdir() if _is_given(_rest(of, path), given)]
        there = sorted(path for path in paths if path.is_file())
    except OSError:
        return ()
    return tuple(Beside(path, bool(_CERTAIN.fullmatch(_rest(of, path)))) for path in there)


def _rest(of: Path, path: Path) -> str:
    """Return what the name has more than that of the project, if that is all there is to it."""
    is_like = path.suffix == of.suffix and path.stem.startswith(of.stem)
    return path.stem.removeprefix(of.stem) if is_like else ""


def _patterns(of: Path) -> tuple[re.Pattern[str], ...]:
    usual = (_CERTAIN, _NUMBERED, _TOLD, _COMPUTER)
    is_icloud = any(_ICLOUD.fullmatch(part) for part in of.absolute().parts)
    return (*usual, _NUMBERED_BY_ICLOUD) if is_icloud else usual


def _is_given(rest: str, patterns: tuple[re.Pattern[str], ...]) -> bool:
    if not rest:
        return False
    is_of_here = rest.casefold() == f"-{platform.node()}".casefold()
    return is_of_here or any(pattern.fullmatch(rest) for pattern in patterns)
