"""Gives an office file the dates of the project instead of those of the clock.

Such a file is a zip whose parts, and whose properties, say when they were
written. With fixed dates the same project gives the same bytes, and
nothing tells when or by whom it was exported.
"""

from __future__ import annotations

import io
import re
import zipfile

from personamap.stopping import StoppableBytes

_EARLIEST = (1980, 1, 1, 0, 0, 0)
_PROPERTIES = "docProps/core.xml"
_DATES = re.compile(rb"<dcterms:(?:created|modified)\b[^>]*>[^<]*</dcterms:(?:created|modified)>")
_DATE = (
    '<dcterms:{0} xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    ' xsi:type="dcterms:W3CDTF">{1}T00:00:00Z</dcterms:{0}>'
)


def with_fixed_dates(package: bytes, date: str) -> bytes:
    """Return `package` written anew, dated `date` (as `2026-11-24`) or not at all."""
    written = StoppableBytes()
    with (
        zipfile.ZipFile(io.BytesIO(package)) as before,
        zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for part in before.infolist():
            content = before.read(part)
            if part.filename == _PROPERTIES:
                content = _dated(content, date)
            info = zipfile.ZipInfo(part.filename, _EARLIEST)
            info.compress_type = zipfile.ZIP_DEFLATED
            after.writestr(info, content)
    return written.getvalue()


def _dated(properties: bytes, date: str) -> bytes:
    dates = "".join(_DATE.format(name, date) for name in ("created", "modified")) if date else ""
    plain = _DATES.sub(b"", properties)
    return plain.replace(b"</cp:coreProperties>", f"{dates}</cp:coreProperties>".encode())
