"""The zip around a project: which parts it may have, how large they may be, read with distrust.

All limits are checked against the table of contents before anything is
unpacked, and reading stops where the table said the part would end, so a
file that lies about its sizes costs no more than one that does not.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Mapping

from personamap.errors import DamagedProject, NotAProject
from personamap.i18n import _
from personamap.storage.unpacking import (
    LARGEST_PART,
    LARGEST_TOTAL,
    MEGABYTE,
    MOST_PARTS,
    is_too_dense,
    is_too_large,
)

LARGEST_FILE = LARGEST_TOTAL + 10 * MEGABYTE

PROJECT_PART = "project.json"
MEDIA_FOLDER = "media/"

_PART_NAME = re.compile(r"project\.json|media/[0-9a-f]{64}")
_LONGEST_ENTRY = 256
_SIGNATURE = b"PK\x03\x04"
_NAME_AT = 30
_END = struct.Struct("<4s4H2LH")
_SAME_TIME = (1980, 1, 1, 0, 0, 0)
_UNPACKING_FAILED = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)


def pack(parts: Mapping[str, bytes]) -> bytes:
    """Return a zip of `parts` in their order; the same parts give the same bytes."""
    packed, suspicious = _pack(parts, frozenset())
    # Text that repeats itself beyond what a reader accepts is stored as it is:
    # what was saved must open again.
    return _pack(parts, suspicious)[0] if suspicious else packed


def unpack(data: bytes, source: str) -> dict[str, bytes]:
    """Return the parts of a project file, or raise `NotAProject` or `DamagedProject`."""
    _check_frame(data, source)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if problem := _problem_with(entries):
                raise DamagedProject(source, problem)
            return {entry.filename: _read(archive, entry) for entry in entries}
    except _UNPACKING_FAILED as error:
        raise DamagedProject(source, _("a part of it cannot be unpacked")) from error


def _pack(parts: Mapping[str, bytes], as_it_is: frozenset[str]) -> tuple[bytes, frozenset[str]]:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, _SAME_TIME)
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            packs_well = content.startswith(b"{") and name not in as_it_is
            entry.compress_type = zipfile.ZIP_DEFLATED if packs_well else zipfile.ZIP_STORED
            archive.writestr(entry, content, compresslevel=1)
        suspicious = frozenset(one.filename for one in archive.infolist() if is_too_dense(one))
    return stream.getvalue(), suspicious


def _check_frame(data: bytes, source: str) -> None:
    if len(data) > LARGEST_FILE:
        raise NotAProject(source, _("it is larger than any project can be"))
    if problem := _no_zip(data):
        raise NotAProject(source, problem)
    signature, *counts, size, _start, _comment = _END.unpack(data[-_END.size :].rjust(_END.size))
    if signature != b"PK\x05\x06":
        raise DamagedProject(source, _("its end is missing or something was added to it"))
    if counts[-1] > MOST_PARTS or size > MOST_PARTS * _LONGEST_ENTRY:
        raise DamagedProject(source, _("it has more parts than any project can have"))


def _no_zip(data: bytes) -> str:
    if not data:
        return _("it is empty")
    if not data.strip(b"\0"):
        return _("it holds nothing but zero bytes, as files do after a power cut")
    if not (data.startswith(_SIGNATURE) and data.startswith(PROJECT_PART.encode(), _NAME_AT)):
        return _("it has another kind of content")
    return ""


def _problem_with(entries: list[zipfile.ZipInfo]) -> str:
    names = [entry.filename for entry in entries]
    if len(set(names)) < len(names):
        return _("it holds two parts of the same name")
    if strange := next((name for name in names if not _PART_NAME.fullmatch(name)), ""):
        return _("it holds a part “{part}” that belongs to no project").format(part=strange[:80])
    if is_too_large(entries):
        return _("its parts are larger than {size} MB together").format(size=200)
    return next((problem for entry in entries if (problem := _problem_with_one(entry))), "")


def _problem_with_one(entry: zipfile.ZipInfo) -> str:
    if entry.flag_bits & 1 or entry.compress_type not in {
        zipfile.ZIP_STORED,
        zipfile.ZIP_DEFLATED,
    }:
        return _("its part “{part}” is packed in another way").format(part=entry.filename)
    if entry.file_size > LARGEST_PART:
        return _("its part “{part}” is larger than {size} MB").format(part=entry.filename, size=50)
    if is_too_dense(entry):
        return _("its part “{part}” unpacks to far more than it could hold").format(
            part=entry.filename
        )
    return ""


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    with archive.open(entry) as stream:
        content = stream.read(entry.file_size)
        # The checksum of the zip is compared when the end is reached, not before.
        if len(content) != entry.file_size or stream.read(1):
            raise EOFError
    return content
