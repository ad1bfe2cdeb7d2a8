"""Where a changed project goes: a new file, and never over one that is there."""

from __future__ import annotations

from pathlib import Path

from personamap.errors import AlreadyThere, WrongUse
from personamap.i18n import _


def new_file(apply: bool, out: Path | None) -> Path | None:
    """Return the file to make, or nothing when no changes are to be made."""
    if apply != (out is not None):
        raise WrongUse(_("--apply and --out go together: the changed project becomes a new file."))
    if out is not None and (out.exists() or out.is_symlink()):
        raise AlreadyThere(out)
    return out
