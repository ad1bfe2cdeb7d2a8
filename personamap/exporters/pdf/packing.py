"""Writes a finished document to bytes, with its structure tree packed.

The engine writes every object as plain text and a line of twenty bytes
for where it is. Of a hundred sheets two thirds would be the structure
tree: 17,000 small elements. ISO 32000-1 7.5.7 lets such objects share a
compressed stream, and PDF/A-2 and PDF/UA-1 allow it. All else stays plain, so
that other programs find what they expect at the first level.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from typing import Any

from msgspec import Struct, field
from reportlab.pdfbase import pdfdoc

from personamap.stopping import go_on

_HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_PER_STREAM = 500
_FREE, _PLAIN, _PACKED = 0, 1, 2
_NEVER_USED = (_FREE, 0, 65535)

Entry = tuple[int, int, int]
"""One row of the cross-reference: its kind, then offset and version, or stream and place in it."""


class PackedObject(pdfdoc.PDFObject):  # type: ignore[misc]
    """An object that others only refer to, and that may share a stream with its like."""

    __RefOnly__ = 1


class _Pack(Struct, frozen=True):
    """Objects in one stream: their numbers, where the first begins, and all of it compressed."""

    numbers: tuple[int, ...]
    first: int
    content: bytes


class _File(Struct):
    parts: list[bytes] = field(default_factory=lambda: [_HEAD])
    length: int = len(_HEAD)
    entries: dict[int, Entry] = field(default_factory=lambda: {0: _NEVER_USED})

    def add(self, number: int, source: bytes) -> int:
        """Write an object in plain text and return its offset."""
        offset = self.length
        self.entries[number] = (_PLAIN, offset, 0)
        end = b"" if source.endswith(b"\n") else b"\n"
        part = b"%d 0 obj\n%b%bendobj\n" % (number, source, end)
        self.parts.append(part)
        self.length += len(part)
        return offset

    def add_stream(self, number: int, entries: bytes, packed: bytes) -> int:
        """Write a stream that is compressed already and return its offset."""
        head = b"<<%b/Filter/FlateDecode/Length %d>>" % (entries, len(packed))
        return self.add(number, b"%b\nstream\n%b\r\nendstream\n" % (head, packed))

    def add_pack(self, number: int, pack: _Pack) -> None:
        """Write a stream that holds several objects."""
        for place, own_number in enumerate(pack.numbers):
            self.entries[own_number] = (_PACKED, number, place)
        entries = b"/Type/ObjStm/N %d/First %d" % (len(pack.numbers), pack.first)
        self.add_stream(number, entries, pack.content)

    def finish(self, number: int, trailer: bytes) -> bytes:
        """Write where everything is, and return the whole file."""
        rows = {**self.entries, number: (_PLAIN, self.length, 0)}
        table = b"".join(
            kind.to_bytes(1) + where.to_bytes(4) + place.to_bytes(2)
            for kind, where, place in (rows[own] for own in range(number + 1))
        )
        entries = b"/Type/XRef/W[1 4 2]/Size %d%b" % (number + 1, trailer)
        start = self.add_stream(number, entries, zlib.compress(table))
        self.parts.append(b"startxref\n%d\n%%%%EOF\n" % start)
        return b"".join(self.parts)


def packed_document(document: Any) -> bytes:
    """Return a document of the engine, all of whose objects are known to it, as bytes."""
    root, facts = document.Reference(document.Catalog), document.Reference(document.info)
    file = _File()
    packs: list[_Pack] = []
    waiting: list[tuple[int, bytes]] = []
    number = 1
    # Writing an object may make the engine add others, so the packs get their numbers at the end.
    while number in document.numberToId:
        go_on()
        content = document.idToObject[document.numberToId[number]]
        source: bytes = pdfdoc.format(content, document, toplevel=1)
        if isinstance(content, PackedObject):
            waiting.append((number, source))
        else:
            file.add(number, source)
        if len(waiting) == _PER_STREAM:
            packs.append(_packed(waiting))
            waiting.clear()
        number += 1
    if waiting:
        packs.append(_packed(waiting))
    for pack in packs:
        file.add_pack(number, pack)
        number += 1
    return file.finish(number, _trailer(document, root, facts))


def _packed(objects: Sequence[tuple[int, bytes]]) -> _Pack:
    """Return objects as the content of one stream, compressed at once to need little memory."""
    places, offset = [], 0
    for number, source in objects:
        places.append(b"%d %d" % (number, offset))
        offset += len(source) + 1
    head = b" ".join(places) + b"\n"
    body = b"\n".join(source for _number, source in objects)
    numbers = tuple(number for number, _source in objects)
    return _Pack(numbers, len(head), zlib.compress(head + body))


def _trailer(document: Any, root: Any, facts: Any) -> bytes:
    # The engine appends a comment to the two numbers.
    numbers: bytes = document.ID().partition(b"%")[0].strip()
    return b"/Root %b/Info %b/ID%b" % (root.format(document), facts.format(document), numbers)
