"""Lets modules be imported at Python's own pace after Qt has been loaded.

PySide puts a function of its own in front of every import, which reads the
source of each module that comes after it to learn whether `__feature__`
switches could concern it. Nothing here uses those switches, and the
reading is a tenth of what a start takes.
"""

from __future__ import annotations

import builtins


def import_plainly() -> None:
    """Put Python's own import back in place, where PySide has kept it aside."""
    import PySide6  # noqa: F401 -- whatever is put aside is put aside by now

    own = getattr(builtins, "__orig_import__", None)
    if own is not None:
        builtins.__import__ = own
