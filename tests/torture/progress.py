"""Which states a writer has begun to save, kept where no fault reaches it.

It is memory shared with a file outside the folder under test: writing to
it is no file call, and it outlives a process that is killed.
"""

from __future__ import annotations

import mmap
import os
import struct
from pathlib import Path

PLACE = "TORTURE_PROGRESS"
_NUMBERS = struct.Struct("<QQ")


class Progress:
    """The number of the first state this run began to save, and of the last."""

    def __init__(self) -> None:
        handle = os.open(os.environ[PLACE], os.O_RDWR)
        self._shared = mmap.mmap(handle, _NUMBERS.size)
        os.close(handle)

    @property
    def numbers(self) -> tuple[int, int]:
        """The first state this run began to save, and the last that any did."""
        first, last = _NUMBERS.unpack(self._shared[:])
        return first, last

    def begin_run(self) -> int:
        """Return the number of the first state a new run is to save."""
        number = self.numbers[1] + 1
        self._shared[:] = _NUMBERS.pack(number, number - 1)
        return number

    def begin(self, number: int) -> None:
        """Note that a state is about to be saved."""
        self._shared[:] = _NUMBERS.pack(self.numbers[0], number)


def new_progress(folder: Path) -> dict[str, str]:
    """Make the file for it, and return what its readers have to be told."""
    place = folder / "progress"
    place.write_bytes(bytes(_NUMBERS.size))
    return {PLACE: str(place)}
