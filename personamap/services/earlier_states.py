"""What a change of the cast can be measured from: issues, sign-offs and older copies.

An issue keeps what its sheets were made of, an older copy keeps everything, and a sign-off keeps
a fingerprint only. So it is looked for who else has that fingerprint: what an older copy or an
issue holds then is what was signed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from personamap.analysis.subject_names import SubjectNames
from personamap.domain.project import Project
from personamap.domain.review import HandOff, SignOff
from personamap.errors import PersonamapError
from personamap.exporters.states import states_of
from personamap.exporters.wording import dated
from personamap.i18n import _, in_digits
from personamap.services.backup_words import kept_words
from personamap.services.backups import open_copy
from personamap.services.times import time_words
from personamap.storage.backups import older_copies
from personamap.storage.older_copy import OlderCopy
from personamap.storage.snapshots import Snapshot, read_snapshot

MOST_COPIES = 12
"""How many older copies are looked into for what was signed; each costs as much as opening one."""

Kept = HandOff | SignOff | OlderCopy


class EarlierState(Struct, frozen=True):
    """One moment to measure from, in words; `about` is the person a sign-off is about, if any."""

    id: str
    words: str
    kept: Kept
    about: str = ""


class Then(Struct, frozen=True):
    """The cast as it was at that moment; there is none where only a fingerprint was kept.

    `known_by` says, of a sign-off, which record turned out to be what was signed.
    """

    state: EarlierState
    snapshot: Snapshot | None
    known_by: str = ""


def earlier_states(project: Project, path: Path | None) -> tuple[EarlierState, ...]:
    """Return what can be measured from: what was said and handed over, then the older copies."""
    names = SubjectNames(project)
    said = [
        *(_signed(done, names) for done in project.sign_offs if _is_there(project, done)),
        *(_issued(one) for one in project.hand_offs if _snapshot(project, one)),
    ]
    # Of one day the later recorded comes first, and an issue before a sign-off.
    said.reverse()
    newest = sorted(said, key=_day, reverse=True)
    return (*newest, *(_copied(copy) for copy in _copies_of(path)))


def first_choice(states: Sequence[EarlierState]) -> EarlierState | None:
    """Return the newest moment that is about the whole cast, or else about anybody in it."""
    about_all = (state for state in states if not state.about)
    return next(about_all, next(iter(states), None))


def then(project: Project, state: EarlierState, path: Path | None) -> Then:
    """Read what is kept of a moment; raises `PersonamapError` when that no longer opens."""
    match state.kept:
        case HandOff():
            return Then(state, _snapshot(project, state.kept))
        case OlderCopy():
            return Then(state, Snapshot(open_copy(state.kept).project, is_private=True))
        case SignOff():
            for words, snapshot in _candidates(project, path):
                if states_of(snapshot.project, [state.kept.subject]) == (state.kept.state,):
                    return Then(state, snapshot, words)
    return Then(state, None)


def _candidates(project: Project, path: Path | None) -> Iterator[tuple[str, Snapshot]]:
    """Yield whatever may be what was signed, in words and with what it holds."""
    for issue in reversed(project.hand_offs):
        snapshot = _snapshot(project, issue)
        if snapshot is not None:
            yield _issued(issue).words, snapshot
    for copy in _copies_of(path)[:MOST_COPIES]:
        try:
            yield _copied(copy).words, Snapshot(open_copy(copy).project, is_private=True)
        except PersonamapError:
            continue


def _snapshot(project: Project, issue: HandOff) -> Snapshot | None:
    media = project.find_media(issue.snapshot or "")
    return read_snapshot(media) if media else None


def _copies_of(path: Path | None) -> tuple[OlderCopy, ...]:
    return tuple(copy for copy in older_copies(path) if copy.opens) if path else ()


def _is_there(project: Project, done: SignOff) -> bool:
    return not done.subject or project.find_persona(done.subject) is not None


def _day(state: EarlierState) -> str:
    return "" if isinstance(state.kept, OlderCopy) else state.kept.date


def _signed(done: SignOff, names: SubjectNames) -> EarlierState:
    words = (
        _("Sign-off of {name}, {day}: {about}") if done.date else _("Sign-off of {name}: {about}")
    )
    told = {"name": done.name, "day": dated(done.date), "about": names.name(done.subject)}
    return EarlierState(done.id, words.format(**told), done, done.subject)


def _issued(one: HandOff) -> EarlierState:
    number = _("Issue {number}").format(number=in_digits(one.number))
    told = (number, one.recipient, dated(one.date))
    return EarlierState(one.id, _(", ").join(filter(None, told)), one)


def _copied(copy: OlderCopy) -> EarlierState:
    words = _("Older copy of {time}, kept {occasion}").format(
        time=time_words(copy.made), occasion=kept_words(copy)
    )
    return EarlierState(copy.path.name, words, copy)
