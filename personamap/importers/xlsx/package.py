"""The zip of an office file, and its XML parts as they stream by.

Such a file is a zip of XML, so a small one can unpack to gigabytes, claim
a wrong size, or hold entities that open other files. What the table of
contents tells is checked first; the rest is counted while it streams by,
before any of it is kept. A part nobody asks for is not even unpacked.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Mapping
from typing import Protocol
from xml.parsers import expat

from personamap.i18n import _
from personamap.importers.apart.refusal import NotRead
from personamap.importers.apart.wording import damaged, too_large
from personamap.storage.unpacking import is_bomb

MOST_ELEMENTS = 2_000_000
MOST_DEPTH = 200
_CHUNK = 64 * 1024
_DAMAGE = (
    expat.ExpatError,
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    KeyError,
    OSError,
    OverflowError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)
"""What comes of damaged packages; seen by feeding such files."""


class Listener(Protocol):
    """Hears one part of a package; tags come without their namespaces."""

    def on_start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Hear that an element begins."""

    def on_text(self, text: str) -> None:
        """Hear some of the text inside."""

    def on_end(self, tag: str) -> None:
        """Hear that an element ends."""


class Package:
    """An office file in memory. All its parts together may have so many elements."""

    def __init__(self, content: bytes, most_elements: int = MOST_ELEMENTS) -> None:
        self._left = most_elements
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(content))
            entries = self._archive.infolist()
        except _DAMAGE as error:
            raise NotRead(damaged()) from error
        if is_bomb(entries):
            raise NotRead(too_large())
        self.parts = frozenset(entry.filename for entry in entries)

    def hear(self, part: str, listener: Listener) -> None:
        """Stream one part through; one that lies about its size ends in an error of the zip."""
        parser = expat.ParserCreate()
        parser.buffer_text = True
        stream = _Stream(listener, self._count)
        parser.StartDoctypeDeclHandler = _refuse_doctype
        parser.StartElementHandler = stream.on_start
        parser.CharacterDataHandler = listener.on_text
        parser.EndElementHandler = stream.on_end
        try:
            with self._archive.open(part) as packed:
                while chunk := packed.read(_CHUNK):
                    parser.Parse(chunk, False)
            parser.Parse(b"", True)
        except _DAMAGE as error:
            raise NotRead(damaged()) from error

    def _count(self) -> None:
        self._left -= 1
        if self._left < 0:
            raise NotRead(too_large())


class _Stream:
    def __init__(self, listener: Listener, count: Callable[[], None]) -> None:
        self._listener, self._count = listener, count
        self._depth = 0

    def on_start(self, tag: str, attributes: dict[str, str]) -> None:
        self._count()
        self._depth += 1
        if self._depth > MOST_DEPTH:
            raise NotRead(too_large())
        self._listener.on_start(tag.rpartition(":")[2], attributes)

    def on_end(self, tag: str) -> None:
        self._depth -= 1
        self._listener.on_end(tag.rpartition(":")[2])


def _refuse_doctype(*_what: object) -> None:
    raise NotRead(_("it refers to other files, which no table needs. Save it anew."))
