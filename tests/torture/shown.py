"""What a window showed last, in memory that outlives the process that wrote there."""

from __future__ import annotations

import mmap
import os
import struct
from pathlib import Path

_NUMBER = struct.Struct("<Q")
_DIGEST = 64


class Shown:
    """How often something was told, and the digest told last; two places, so none is torn."""

    def __init__(self, place: Path) -> None:
        size = _NUMBER.size + 2 * _DIGEST
        if not place.exists():
            place.write_bytes(bytes(size))
        handle = os.open(place, os.O_RDWR)
        self._shared = mmap.mmap(handle, size)
        os.close(handle)

    @property
    def number(self) -> int:
        """How often something was told."""
        return int(_NUMBER.unpack_from(self._shared)[0])

    @property
    def digest(self) -> str:
        """What was told last."""
        place = self._place(self.number)
        return self._shared[place : place + _DIGEST].decode("ascii")

    def tell(self, digest: str) -> None:
        """Tell what is on screen now."""
        number = self.number + 1
        place = self._place(number)
        self._shared[place : place + _DIGEST] = digest.encode("ascii")
        _NUMBER.pack_into(self._shared, 0, number)

    def _place(self, number: int) -> int:
        return _NUMBER.size + _DIGEST * (number % 2)
