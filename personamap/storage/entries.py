"""What a journal says: one entry for everything that happened to a project.

begun   from which file, or from which whole project
done    one step, or one that goes on in the last (`joins`), as a patch
moved   so many steps redone, or undone when negative
saving  what is on the screen now is being written to a file
saved   and it is there, with this digest
ended   nothing of this is needed any more
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson
from msgspec import Struct

from personamap import __version__
from personamap.domain.portrait import Media
from personamap.domain.project import Project
from personamap.storage.history import History
from personamap.storage.migrations import FORMAT
from personamap.storage.patches import patch_between

JOURNAL_FORMAT = 1
_NOTHING = Project.model_construct()


class Origin(Struct, frozen=True):
    """A file as it is known: its path and the digest of what was read or written."""

    path: Path | None = None
    digest: str = ""


class Saved(Struct, frozen=True):
    """What is in the file, as far as is known."""

    project: Project
    file: Origin


class Entry(Struct, frozen=True):
    """One entry as JSON, and the pictures that came with it."""

    content: bytes
    pictures: tuple[Media, ...] = ()

    @property
    def size(self) -> int:
        """How many bytes it takes."""
        return len(self.content) + sum(len(picture.data) for picture in self.pictures)


def begun(origin: Origin, continues: str = "", base: Project | None = None) -> Entry:
    """Return the first entry; with `base` the work needs no file to begin from.

    `continues` names the older journal of which all is in this one too.
    """
    whole = patch_between(_NOTHING, base) if base is not None else None
    return _entry(
        "begun",
        pictures=whole.pictures if whole else (),
        journal=JOURNAL_FORMAT,
        format=FORMAT,
        writer=f"personamap {__version__}",
        path=_path(origin.path),
        digest=origin.digest,
        continues=continues,
        whole=orjson.Fragment(whole.text) if whole else None,
    )


def done(text: str, field: str, joins: bool, before: Project, after: Project) -> Entry:
    """Return the entry for one step."""
    patch = patch_between(before, after)
    return _entry(
        "done",
        pictures=patch.pictures,
        text=text,
        field=field,
        joins=joins,
        patch=orjson.Fragment(patch.text),
    )


def moved(steps: int) -> Entry:
    """Return the entry for `steps` redone, or undone when negative."""
    return _entry("moved", steps=steps)


def saving(path: Path) -> Entry:
    """Return the entry that marks what is on the screen as what goes into a file now."""
    return _entry("saving", path=_path(path))


def saved(file: Origin) -> Entry:
    """Return the entry that says that what was marked last is in its file."""
    return _entry("saved", path=_path(file.path), digest=file.digest)


def ended() -> Entry:
    """Return the entry after which a journal is only waiting to be removed."""
    return _entry("ended")


def everything(
    history: History, file: Saved | None, underway: Saved | None = None, continues: str = ""
) -> Iterator[Entry]:
    """Return a whole journal for work that is already going on.

    `file` is what its file has, `underway` what is just being saved.
    """
    yield begun(Origin(), continues, history.base)
    when = _step_of(file, history)
    if when == 0:
        yield from _saves(file, underway, history.base)
    before = history.base
    for number, step in enumerate(history.steps, 1):
        yield done(step.text, step.field, False, before, step.after)
        before = step.after
        if when == number:
            yield from _saves(file, underway, before)
    if history.index < len(history.steps):
        yield moved(history.index - len(history.steps))


def noted(file: Saved, present: Project) -> tuple[Entry, Entry]:
    """Return the entries for a save that ended before it could be written down."""
    return _saving_of(file, present), saved(file.file)


def _step_of(file: Saved | None, history: History) -> int:
    """Return after which step the file was saved, so that later ones count as made since."""
    if file is None:
        return 0
    found = (n for n, one in enumerate(history.snapshots) if one is file.project)
    return next(found, 0)


def _saves(file: Saved | None, underway: Saved | None, present: Project) -> Iterator[Entry]:
    if file is not None:
        yield from noted(file, present)
    if underway is not None:
        yield _saving_of(underway, present)


def _saving_of(one: Saved, present: Project) -> Entry:
    patch = patch_between(present, one.project)
    return _entry(
        "saving",
        pictures=patch.pictures,
        path=_path(one.file.path),
        patch=orjson.Fragment(patch.text),
    )


def _entry(kind: str, pictures: tuple[Media, ...] = (), **content: Any) -> Entry:
    told = {"kind": kind, "at": int(time.time()), **content}
    return Entry(orjson.dumps(told), pictures)


def _path(path: Path | None) -> str:
    return "" if path is None else str(path)
