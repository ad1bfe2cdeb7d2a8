"""On what terms a window has a file open, and the mark that says so beside it."""

from __future__ import annotations

import threading

from msgspec import Struct

from personamap.storage.lock import Holder, Mark

_PATIENCE_S = 1.0


class Terms(Struct, frozen=True):
    """To work in it, with our mark beside it, or only to look at it.

    `beside` is who has it open to work in; without `may_write` the file, or
    its folder, can only be read.
    """

    mark: Mark | None = None
    beside: Holder | None = None
    may_write: bool = True

    @property
    def only_looks(self) -> bool:
        """Tell whether what is done here belongs into another file."""
        return self.beside is not None or not self.may_write


class OwnMark:
    """The one mark a window has; a folder that does not answer keeps nobody waiting for it."""

    def __init__(self) -> None:
        self._mark: Mark | None = None

    def hold(self, mark: Mark | None) -> None:
        """Have this mark from now on, and take away the one there was."""
        former, self._mark = self._mark, mark
        self.drop(former)

    def drop(self, mark: Mark | None) -> None:
        """Take a mark away that was made for nothing, unless it is the one we have."""
        if mark is not None and mark != self._mark:
            threading.Thread(target=mark.release, daemon=True).start()

    def let_go(self) -> None:
        """Take our mark away before the program ends."""
        if self._mark is None:
            return
        going = threading.Thread(target=self._mark.release, daemon=True)
        self._mark = None
        going.start()
        going.join(_PATIENCE_S)
