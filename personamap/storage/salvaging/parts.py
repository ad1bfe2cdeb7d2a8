"""The parts that can still be read of a project file whose zip is damaged.

The table of contents at the end is not needed: each part has a header of its own before it.
Pictures are known by the digest of their bytes, so it does not matter what became of their
names. The limits are those of every zip: unpacking stops where no project goes on.
"""

from __future__ import annotations

import contextlib
import hashlib
import itertools
import struct
import zlib
from collections.abc import Callable, Collection, Iterator

from msgspec import Struct

from personamap.storage.archive import LARGEST_FILE, MEDIA_FOLDER, PROJECT_PART
from personamap.storage.unpacking import LARGEST_PART, LARGEST_TOTAL, MOST_PARTS

TEXT_START = b'{\n  "checksum"'

_HEADER, _LISTED = b"PK\x03\x04", b"PK\x01\x02"
_LOCAL = struct.Struct("<4s5H3L2H")
_ENTRY = struct.Struct("<4s6H3L5H2L")
_DEFLATED = 8
_STEP = 4096
_NAMES = (len(PROJECT_PART), len(MEDIA_FOLDER) + 64)


class _Room(Struct):
    """How many bytes may still be unpacked or looked at."""

    left: int = LARGEST_TOTAL


def find_text(data: bytes) -> bytes:
    """Return the text of the project in `data`, as far as it can be unpacked."""
    if len(data) > LARGEST_FILE:
        return b""
    if data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{"):
        return data[:LARGEST_PART]
    texts = (part for part in _parts(data) if part.startswith(TEXT_START))
    return max(texts, key=len, default=b"")


def find_pictures(data: bytes, wanted: Collection[str]) -> dict[str, bytes]:
    """Return the pictures of these digests that are whole somewhere in `data`."""
    found: dict[str, bytes] = {}
    if not wanted or len(data) > LARGEST_FILE:
        return found
    for part in _parts(data):
        digest = hashlib.sha256(part).hexdigest()
        if digest in wanted:
            found[digest] = part
    return found


def _parts(data: bytes) -> Iterator[bytes]:
    """Read whatever may be a part, in each way it can be read."""
    room = _Room()
    for at, following in itertools.pairwise((*_starts(data), len(data))):
        for part in _readings(data, at, following):
            room.left -= len(part)
            if room.left < 0:
                return
            yield part


def _starts(data: bytes) -> list[int]:
    """Return where parts may begin: where a header stands, the contents say, or the file starts."""
    found = {0, *itertools.islice(_places(data, _HEADER), MOST_PARTS)}
    for at in itertools.islice(_places(data, _LISTED), MOST_PARTS):
        if at + _ENTRY.size <= len(data):
            found.add(_ENTRY.unpack_from(data, at)[-1])
    return sorted(at for at in found if at + _LOCAL.size < len(data))


def _places(data: bytes, signature: bytes) -> Iterator[int]:
    at = data.find(signature)
    while at >= 0:
        yield at
        at = data.find(signature, at + 1)


def _readings(data: bytes, at: int, following: int) -> Iterator[bytes]:
    """Return the part at `at` as its header says, and as it is where the header is wrong."""
    fields = _LOCAL.unpack_from(data, at)
    method, size, lengths = fields[3], fields[7], fields[9:11]
    for length in dict.fromkeys((sum(lengths), *_NAMES)):
        start = at + _LOCAL.size + length
        if start >= len(data):
            continue
        if method == _DEFLATED or length == _NAMES[0]:
            yield _inflated(memoryview(data)[start:])
        for end in {start + size, following}:
            if start < end <= len(data):
                yield data[start:end]


def _inflated(packed: memoryview) -> bytes:
    """Unpack until the end, a fault, or the limit; a fault costs nothing of what came before."""
    machine = zlib.decompressobj(-zlib.MAX_WBITS)
    unpacked = bytearray()
    for at in range(0, len(packed), _STEP):
        before = machine.copy()
        try:
            unpacked += machine.decompress(packed[at : at + _STEP])
        except zlib.error:
            return bytes(unpacked + _byte_by_byte(before.decompress, packed[at : at + _STEP]))
        if machine.eof or len(unpacked) > LARGEST_PART:
            break
    return bytes(unpacked[:LARGEST_PART])


def _byte_by_byte(unpack: Callable[[bytes], bytes], packed: memoryview) -> bytes:
    unpacked = bytearray()
    with contextlib.suppress(zlib.error):
        for byte in packed:
            unpacked += unpack(bytes((byte,)))
    return bytes(unpacked)
