"""What is saved while things go wrong: state after state, each told apart by its number.

`save` goes the way the program goes; `expected` is what must then stand in
the file, byte for byte, worked out where nothing goes wrong.
"""

from __future__ import annotations

import contextlib
import functools
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from personamap.domain.project import Project
from personamap.domain.review_file import Remark, ReviewFile
from personamap.edits.course import set_course
from personamap.errors import CannotWrite, PersonamapError
from personamap.exporters.formats import EXPORTERS
from personamap.exporters.options import ExportOptions, What
from personamap.resources import example
from personamap.services.exports import export_project
from personamap.services.projects import open_project, save_project
from personamap.services.reviews import merge_review
from personamap.storage.backups import keep_copy, older_copies, read_copy
from personamap.storage.codec import decode, encode
from personamap.storage.entries import Origin, begun, done
from personamap.storage.journal import Journal, journals_folder
from personamap.storage.journal_reading import read_journal

FORMATS: dict[str, What] = {exporter.id: exporter.makes[0] for exporter in EXPORTERS}
FEW = 3
"""How many personas are exported: the fault is in the writing, not in the drawing."""


@functools.cache
def cast() -> Project:
    """Return the project all states are made from."""
    return open_project(example("onboarding.personamap")).project


def state(number: int) -> Project:
    """Return one state of the project."""
    return set_course(cast(), title=f"Generation {number}")


def reviewed(number: int) -> Project:
    """Return the project with what a reviewer said the `number`th time."""
    remark = Remark(subject=cast().personas[0].id, about="Somebody", text=f"Generation {number}")
    review = ReviewFile(
        kind="personamap-review", format=1, review="0" * 16, author="Ada", comments=(remark,)
    )
    return merge_review(cast(), review)


def save(kind: str, number: int, path: Path) -> None:
    """Save a state as the program does."""
    match kind:
        case "project":
            save_project(state(number), path)
        case "review":
            save_project(reviewed(number), path)
        case "settings":
            _choose(path, number)
        case "copy":
            save_project(state(number), path)
            kept_beside(path)
            keep_copy(encode(state(number)), path, "session")
        case "journal" | "forced-out journal":
            save_project(state(number), path)
            kept_beside(path)
            _journal().write(done("Rename", "", False, state(number - 1), state(number)))
            if kind != "journal":
                _journal().sync()
        case _:
            _export(kind, number, path)


@functools.lru_cache(maxsize=64)
def expected(kind: str, number: int) -> bytes:
    """Return what the file must hold after that save."""
    match kind:
        case "project" | "copy" | "journal" | "forced-out journal":
            return encode(state(number))
        case "review":
            return encode(reviewed(number))
        case _:
            with tempfile.TemporaryDirectory() as folder:
                path = Path(folder) / "expected"
                save(kind, number, path)
                return path.read_bytes()


def kept_beside(path: Path) -> None:
    """Let what belongs to no project be kept beside this one, where the faults happen."""
    os.environ["XDG_STATE_HOME"] = str(path.parent / "state.bak")


def newest_kept(kind: str, path: Path) -> bytes:
    """Return the newest whole project among the older copies, or in the unsaved work."""
    kept_beside(path)
    if kind == "copy":
        for copy in older_copies(path):
            with contextlib.suppress(PersonamapError):
                return read_copy(copy)
        return b""
    found = [encode(project) for project in _unsaved()]
    return max(found, key=_number_in, default=b"")


def _unsaved() -> Iterator[Project]:
    for folder in journals_folder().glob("*"):
        with contextlib.suppress(PersonamapError):
            yield read_journal(folder).history.project


def _number_in(data: bytes) -> int:
    return int(decode(data, "").project.course.title.rpartition(" ")[2])


@functools.cache
def _journal() -> Journal:
    return Journal.begin([begun(Origin(), base=state(0))])


def _export(format_id: str, number: int, path: Path) -> None:
    few = tuple(persona.id for persona in cast().personas[:FEW])
    options = ExportOptions(what=FORMATS[format_id], personas=few)
    export_project(state(number), path, format_id, options, _silent, overwrite=True)


def _silent(_done: int, _total: int) -> None:
    pass


def _choose(path: Path, number: int) -> None:
    refusals: list[str] = []
    preferences = _preferences(path)
    preferences.refused.connect(refusals.append)
    preferences.choose(folder=f"/generation/{number}")
    if refusals:
        raise CannotWrite(path, OSError(0, refusals[0]))


def _preferences(path: Path):
    # Qt is needed by this kind alone, and takes a while to load.
    from personamap.gui.settings import Preferences

    return Preferences(path)
