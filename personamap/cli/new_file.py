"""Where a changed project goes: a new file, and never over one that is there."""

from __future__ import annotations

from pathlib import Path

from personamap.errors import AlreadyThere, WrongUse
from personamap.i18n import _


def new_file(apply: bool, out: Path | None) -> Path | None:
    """Return the file to make, or nothing when no changes are to be made."""
    if apply != (out is not None):
        raise WrongUse(_("--apply and --out go together: the changed project becomes a new file."))
    return None if out is None else free_place(out)


def free_place(out: Path) -> Path:
    """Return a place for a new file; raise when something is there already."""
    if out.exists() or out.is_symlink():
        raise AlreadyThere(out)
    return out
