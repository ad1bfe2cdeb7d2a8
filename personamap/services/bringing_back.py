"""All that a project could be brought back from: unsaved work, older copies, a damaged file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Literal

from msgspec import Struct

from personamap.domain.project import Project
from personamap.errors import NothingToBringBack, PersonamapError, WrongUse
from personamap.i18n import _
from personamap.services.backup_words import content_words
from personamap.services.backups import open_copy, salvage_file
from personamap.services.looking_back import copy_words
from personamap.services.projects import open_project
from personamap.services.recovery import find_put_away, find_unsaved
from personamap.services.recovery_words import name_of, notes_on, when_words
from personamap.services.times import time_words
from personamap.services.unsaved_work import Leftover, Unreadable
from personamap.storage.backups import older_copies
from personamap.storage.older_copy import OlderCopy
from personamap.storage.salvage import Salvage

Kind = Literal["unsaved", "put-away", "unreadable", "copy", "salvage"]

SALVAGE = "salvage"
"""What a damaged file still holds is chosen by this."""


class Candidate(Struct, frozen=True):
    """Something a project could be brought back from; what cannot be read has no `project`.

    `what` tells in one line when it was and what it is, `notes` what one should know before.
    """

    id: str
    kind: Kind
    name: str
    path: Path | None
    what: str
    notes: tuple[str, ...]
    project: Callable[[], Project] | None


def candidates(of: Path | None = None) -> tuple[Candidate, ...]:
    """Return what there is, the latest work first; only of one file when that is named."""
    every = [*_works(find_unsaved().every, "unsaved"), *_works(find_put_away().every, "put-away")]
    if of is None:
        return tuple(every)
    mine = [one for one in every if one.path is not None and _is_same(one.path, of)]
    copies = (copy for copy in older_copies(of) if copy.opens)
    return (*mine, *_salvaged(of), *(_copy(of, copy) for copy in copies))


def choose(found: tuple[Candidate, ...], wanted: str) -> Candidate:
    """Return the candidate with that id, or without one the only sensible one."""
    if wanted:
        chosen = [one for one in found if one.id == wanted]
    else:
        first = found[0].kind if found else "unsaved"
        chosen = [one for one in found if one.kind == first]
        # Of copies, the newest is what somebody means; of unsaved work, nobody can know.
        chosen = chosen[:1] if first == "copy" else chosen
    if len(chosen) > 1:
        ids = ", ".join(one.id for one in chosen)
        raise WrongUse(_("There are several: choose one with --take ({ids}).").format(ids=ids))
    if not chosen or chosen[0].project is None:
        raise NothingToBringBack(wanted, chosen[0].what if chosen else "")
    return chosen[0]


def _works(leftovers: tuple[Leftover, ...], kind: Kind) -> Iterator[Candidate]:
    for one in leftovers:
        if isinstance(one, Unreadable):
            yield Candidate(one.id, "unreadable", name_of(one), None, one.why, (), None)
        else:
            project = one.project
            yield Candidate(
                id=one.id,
                kind=kind,
                name=name_of(one),
                path=one.path,
                what=when_words(one),
                notes=(content_words(project), *notes_on(one)),
                project=partial(_itself, project),
            )


def _salvaged(of: Path) -> Iterator[Candidate]:
    salvaged = _damage(of)
    if salvaged is not None:
        yield Candidate(
            id=SALVAGE,
            kind="salvage",
            name=of.stem,
            path=of,
            what=_("what is whole in the damaged file"),
            notes=(content_words(salvaged.project), *salvaged.lost),
            project=partial(_itself, salvaged.project),
        )


def _damage(of: Path) -> Salvage | None:
    """Return what is whole in a file that does not open."""
    try:
        open_project(of)
    except PersonamapError:
        try:
            return salvage_file(of)
        except PersonamapError:
            return None
    return None


def _copy(of: Path, copy: OlderCopy) -> Candidate:
    return Candidate(
        id=f"copy-{copy.number}",
        kind="copy",
        name=of.stem,
        path=of,
        what=f"{time_words(copy.made)} · {copy_words(copy)}",
        notes=(),
        project=lambda: open_copy(copy).project,
    )


def _itself(project: Project) -> Project:
    return project


def _is_same(one: Path, other: Path) -> bool:
    return one.resolve() == other.resolve()
