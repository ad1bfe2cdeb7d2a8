"""A project as the bytes of its file and back, without touching the disk.

The file is a zip: first `project.json`, then each picture as `media/<sha256>`. The JSON
is sorted, indented and leaves out what equals its default, so a diff shows what somebody
changed and nothing else. Around the project stand the format number, the version that
wrote it and a checksum: the SHA-256 of all of `project.json` with the 64 digits of the
checksum itself as zeros. Any change by another program is therefore noticed and the file
counts as damaged.
Turned down: SQLite (no readable diff, more than one file while open) and a folder of
files (cannot be replaced as a whole, gets torn apart in mail and sync folders).
"""

from __future__ import annotations

import contextlib
import gc
import hashlib
from collections.abc import Iterator, Mapping

from msgspec import Struct
from pydantic import ValidationError

from personamap import __version__
from personamap.domain.portrait import Media
from personamap.domain.project import Project
from personamap.edits.media import used_media
from personamap.errors import CannotStore, DamagedProject, FileTooNew, NotAProject
from personamap.i18n import _
from personamap.storage.archive import MEDIA_FOLDER, PROJECT_PART, pack, unpack
from personamap.storage.envelope import Envelope
from personamap.storage.migrations import FORMAT, Raw, migrate
from personamap.storage.strict_json import NotStrictJson, read_json, write_json
from personamap.storage.unpacking import LARGEST_PART, LARGEST_TOTAL, MEGABYTE

_NO_CHECKSUM = b"0" * 64
_CHECKSUM_AT = len(b'{\n  "checksum": "')
_CHECKSUM_END = _CHECKSUM_AT + len(_NO_CHECKSUM)


class Decoded(Struct, frozen=True):
    """A project as it stood in its file, and the format it was written in."""

    project: Project
    written_in: int


def encode(project: Project) -> bytes:
    """Return the file of `project`, proven to open again.

    Pictures that nothing shows any more are left out; the snapshot keeps
    them, so that undo can bring them back.
    """
    project = without_unused_media(project)
    with _collector_paused():
        parts = _parts(project)
        data = pack(parts)
        _check_that_it_opens(data, parts, project)
    return data


def decode(data: bytes, source: str) -> Decoded:
    """Return the project in `data`; `source` names it in error messages."""
    with _collector_paused():
        return _decode(unpack(data, source), source)


def without_unused_media(project: Project) -> Project:
    """Return `project` with the pictures and snapshots it points at, each once."""
    used = used_media(project)
    kept = tuple({one.id: one for one in project.media if one.id in used}.values())
    return project if kept == project.media else project.with_items(media=kept)


def raw_project(project: Project) -> Raw:
    """Return `project` as plain JSON values, without what equals its default."""
    raw: Raw = project.model_dump(mode="json", exclude_defaults=True)
    # The kind of a portrait is a default of its class, yet needed to tell which class it is.
    for persona, written in zip(project.personas, raw.get("personas", ()), strict=True):
        if persona.portrait is not None:
            written["portrait"]["kind"] = persona.portrait.kind
    return raw


def has_its_checksum(text: bytes) -> bool:
    """Tell whether the text of a project is, byte for byte, what personamap wrote."""
    blank = text[:_CHECKSUM_AT] + _NO_CHECKSUM + text[_CHECKSUM_END:]
    return text[_CHECKSUM_AT:_CHECKSUM_END] == _digest(blank)


def _parts(project: Project) -> dict[str, bytes]:
    raw = raw_project(project)
    try:
        text = write_json(
            {
                "checksum": _NO_CHECKSUM.decode(),
                "format": FORMAT,
                "project": raw,
                "writer": f"personamap {__version__}",
            }
        )
    except (TypeError, ValueError) as error:
        raise CannotStore(str(error)) from error
    text = text[:_CHECKSUM_AT] + _digest(text) + text[_CHECKSUM_END:]
    _check_that_it_fits(text, project)
    return {PROJECT_PART: text} | {MEDIA_FOLDER + one.id: one.data for one in project.media}


def _check_that_it_fits(text: bytes, project: Project) -> None:
    # Reading would refuse it too, but only after packing it all, and without saying what helps.
    if len(text) > LARGEST_PART:
        raise CannotStore(
            _(
                "what it says is larger than {size} MB. Delete people or long texts it can do "
                "without, or keep a part of the cast in a project of its own, and save again"
            ).format(size=LARGEST_PART // MEGABYTE)
        )
    if len(text) + sum(len(one.data) for one in project.media) > LARGEST_TOTAL:
        raise CannotStore(
            _(
                "its texts and pictures are larger than {size} MB together. Take out pictures "
                "it can do without, or keep a part of the cast in a project of its own, and "
                "save again"
            ).format(size=LARGEST_TOTAL // MEGABYTE)
        )


def _check_that_it_opens(data: bytes, parts: dict[str, bytes], project: Project) -> None:
    # Reading it back and comparing is more than half of the time of a save, and worth it:
    # what is lost here would be found out when the only good copy has been replaced.
    try:
        if unpack(data, "") != parts:
            raise CannotStore(_("it would not come back the same"))
        back = Envelope.model_validate_json(parts[PROJECT_PART]).project
        media = tuple(_with_bytes(one, parts, "") for one in back.media)
        if back.with_items(media=media) != project:
            raise CannotStore(_("it would not come back the same"))
    except DamagedProject as error:
        raise CannotStore(error.reason) from error
    except ValidationError as error:
        raise CannotStore(_first_problem(error)) from error


def _decode(parts: Mapping[str, bytes], source: str) -> Decoded:
    raw, written_in = _read_envelope(parts[PROJECT_PART], source)
    try:
        project = Project.model_validate(migrate(raw, written_in))
    except ValidationError as error:
        raise DamagedProject(source, _first_problem(error)) from error
    media = tuple(_with_bytes(one, parts, source) for one in project.media)
    return Decoded(project.with_items(media=media), written_in)


def _read_envelope(text: bytes, source: str) -> tuple[Raw, int]:
    try:
        envelope = read_json(text)
    except NotStrictJson as error:
        raise DamagedProject(source, f"{PROJECT_PART}: {error}") from error
    match envelope:
        case {"format": int(written), "project": dict(raw)} if written >= 1:
            pass
        case _:
            raise NotAProject(source, _("it does not say which format it has"))
    if written > FORMAT:
        writer = str(envelope.get("writer", "?"))[:80]
        raise FileTooNew(source, written, FORMAT, writer)
    if not has_its_checksum(text):
        raise DamagedProject(
            source, _("its checksum does not fit, so something else than personamap changed it")
        )
    return raw, written


def _digest(text: bytes) -> bytes:
    return hashlib.sha256(text).hexdigest().encode()


def _with_bytes(media: Media, parts: Mapping[str, bytes], source: str) -> Media:
    data = parts.get(MEDIA_FOLDER + media.id)
    if data is None:
        raise DamagedProject(source, _("the picture {id} is missing").format(id=media.id[:12]))
    if hashlib.sha256(data).hexdigest() != media.id:
        raise DamagedProject(source, _("the picture {id} is not whole").format(id=media.id[:12]))
    return media.evolve(data=data)


def _first_problem(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    return _("it holds something unknown at {place} ({problem})").format(
        place="/".join(str(step) for step in first["loc"]), problem=first["msg"]
    )


@contextlib.contextmanager
def _collector_paused() -> Iterator[None]:
    # A large project is hundreds of thousands of new objects without one cycle: looking
    # for cycles among them again and again takes longer than making them.
    was_running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_running:
            gc.enable()
