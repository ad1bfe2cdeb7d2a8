"""The zip of an office file, looked through before a library may read it.

Such a file is a zip of XML, so a small one can unpack to gigabytes, or
hold entities that grow without end or open other files. Its table of
contents tells the first; the second needs a document type, which no
office file has and which can stand only before the first element. A part
that unpacks to more than it claims ends in an error of the zip.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import IO
from xml.parsers import expat

from personamap.i18n import _
from personamap.importers.apart.refusal import NotRead
from personamap.importers.apart.wording import damaged, too_large
from personamap.storage.unpacking import is_bomb

_CHUNK = 4 * 1024
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    KeyError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)
"""What comes of damaged packages; seen by feeding such files."""


class Package:
    """An office file in memory, all of whose parts are harmless to unpack and to parse."""

    def __init__(self, content: bytes) -> None:
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(content))
            entries = self._archive.infolist()
            if is_bomb(entries):
                raise NotRead(too_large())
            self.parts = frozenset(entry.filename for entry in entries)
            for part in self.parts:
                with self._archive.open(part) as stream:
                    _Beginning().hear(stream)
        except _DAMAGE as error:
            raise NotRead(damaged()) from error

    def read(self, part: str) -> bytes:
        """Return one part, or nothing where there is none."""
        try:
            return self._archive.read(part) if part in self.parts else b""
        except _DAMAGE as error:
            raise NotRead(damaged()) from error


class _Beginning:
    """Hears a part up to its first element, if it is XML at all."""

    def __init__(self) -> None:
        self._is_over = False
        self._parser = expat.ParserCreate()
        self._parser.StartDoctypeDeclHandler = _refuse_doctype
        self._parser.StartElementHandler = self._on_start

    def hear(self, stream: IO[bytes]) -> None:
        """Refuse a document type; whatever else is wrong is for the reader to tell."""
        try:
            while not self._is_over and (chunk := stream.read(_CHUNK)):
                self._parser.Parse(chunk, False)
        except expat.ExpatError:
            return

    def _on_start(self, *_what: object) -> None:
        self._is_over = True
        self._parser.StartElementHandler = None


def _refuse_doctype(*_what: object) -> None:
    raise NotRead(
        _("it refers to other files, which neither tables nor scripts need. Save it anew.")
    )
