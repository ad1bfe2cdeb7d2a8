"""Unsaved work of programs that have ended: what there is, and how the files stand to it.

A file and a journal are told apart by what they hold and by the order in which the journal
names its saves, never by a clock. Looking changes nothing; only `tidy_up` removes, and only
what a file has whole or what nobody can want.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from pathlib import Path

from personamap.domain.project import Project
from personamap.errors import CannotRead, DamagedWork, PersonamapError, WorkOfAnotherVersion
from personamap.services.unsaved_work import FileState, Found, Leftover, Unreadable, UnsavedWork
from personamap.storage.archive import LARGEST_FILE
from personamap.storage.codec import decode
from personamap.storage.entries import Origin, Saved
from personamap.storage.files import digest, read_bounded
from personamap.storage.journal import remove_journal
from personamap.storage.journal_reading import read_journal
from personamap.storage.kept_work import KeptWork
from personamap.storage.leftovers import discarded, is_of_another_computer, leftovers
from personamap.storage.letting_go import set_aside, sweep
from personamap.storage.repair import with_unique_ids


def find_unsaved() -> Found:
    """Look for work that no running program takes care of; nothing is changed by that."""
    return _found(leftovers())


def find_put_away() -> Found:
    """Look for work that somebody put away and that is still there."""
    return _found(discarded(), is_put_away=True)


def tidy_up() -> Found:
    """Remove what was never finished and what the files have whole; return what is left."""
    sweep()
    found = find_unsaved()
    for folder in found.needless:
        if not is_of_another_computer(folder):
            remove_journal(folder)
    return found


def put_away(leftover: Leftover) -> None:
    """Take work out of sight, because somebody said so; it can be found for some starts more."""
    for folder in reversed(leftover.folders):
        set_aside(folder)


def _found(folders: Iterable[Path], *, is_put_away: bool = False) -> Found:
    kept: list[KeptWork] = []
    unreadable: list[Unreadable] = []
    for folder in folders:
        try:
            kept.append(read_journal(folder))
        except (DamagedWork, WorkOfAnotherVersion) as error:
            unreadable.append(Unreadable(folder, str(error)))
    chains = _chains(kept)
    needless: list[Path] = []
    work: list[UnsavedWork] = []
    for chain in chains:
        found = _unsaved(chain, is_put_away)
        if found is None:
            needless.extend(one.folder for one in reversed(chain))
        else:
            work.append(found)
    work.sort(key=lambda one: one.kept.at, reverse=True)
    return Found(tuple(work), tuple(unreadable), tuple(needless))


def _chains(kept: list[KeptWork]) -> list[list[KeptWork]]:
    """Put each journal before the older one it continues; a damaged one stands in for none."""
    by_name = {one.folder.name: one for one in kept}
    older = {one.folder.name: by_name[one.continues] for one in kept if _covers(one, by_name)}
    covered = {one.folder.name for one in older.values()}
    chains = []
    for first in kept:
        if first.folder.name in covered:
            continue
        chain = [first]
        while (following := older.get(chain[-1].folder.name)) and following not in chain:
            chain.append(following)
        chains.append(chain)
    return chains


def _covers(one: KeptWork, by_name: dict[str, KeptWork]) -> bool:
    return one.whole and one.continues in by_name and one.continues != one.folder.name


def _unsaved(chain: list[KeptWork], is_put_away: bool) -> UnsavedWork | None:
    kept = chain[0]
    state, file = _file_of(kept)
    if kept.ended or (
        state == "same" and file is not None and file.project == kept.history.project
    ):
        return None
    clean_at = None
    if state == "same" and file is not None:
        clean_at = _last_place(kept.history.snapshots, file.project)
        if clean_at is not None:
            # The very object, so that a journal written anew knows when the file was saved.
            file = Saved(kept.history.snapshots[clean_at], file.file)
    return UnsavedWork(
        kept,
        state,
        file,
        clean_at,
        tuple(one.folder for one in chain),
        is_of_another_computer(kept.folder),
        is_put_away,
    )


def _last_place(snapshots: tuple[Project, ...], project: Project) -> int | None:
    places = range(len(snapshots) - 1, -1, -1)
    return next((place for place in places if snapshots[place] == project), None)


def _file_of(kept: KeptWork) -> tuple[FileState, Saved | None]:
    """Compare the file with what the journal knows of it; a save that was under way may be done."""
    for known in filter(None, (kept.underway, kept.file)):
        path = known.file.path
        if path is None:
            continue
        with contextlib.suppress(PersonamapError):
            data = read_bounded(path, LARGEST_FILE)
            now = digest(data)
            if known.file.digest == now:
                return "same", known
            project = _opened(data, path)
            if project in (known.project, kept.history.project):
                return "same", Saved(project, Origin(path, now))
    path = kept.file.file.path
    if path is None:
        return "never", None
    return _strange(kept, path), kept.file


def _strange(kept: KeptWork, path: Path) -> FileState:
    try:
        data = read_bounded(path, LARGEST_FILE)
    except CannotRead:
        return "gone"
    if digest(data) in kept.earlier:
        return "earlier"
    try:
        _opened(data, path)
    except PersonamapError:
        return "damaged"
    return "changed"


def _opened(data: bytes, path: Path) -> Project:
    return with_unique_ids(decode(data, str(path)).project)[0]
