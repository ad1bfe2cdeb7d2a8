"""Which older copies stay: many of late, ever fewer of long ago.

The steps are those of Anki (days, weeks, months), behind the last ten whatever their day.
Which copy is older says its number, never the clock: a day is a run of copies that follow
each other and say the same day, so a clock that jumps back begins another run and takes
the place of no copy of the real day.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import datetime

from personamap.storage.older_copy import OlderCopy

LAST = 10
DAYS, WEEKS, MONTHS = 12, 10, 9
MOST_COPIES = LAST + DAYS + WEEKS + MONTHS
MOST_DAMAGED = 3

Bucket = Callable[[datetime], Hashable]


def newest_first(copies: Iterable[OlderCopy]) -> tuple[OlderCopy, ...]:
    """Return copies in the order they were made, the last one first."""
    return tuple(sorted(copies, key=lambda copy: (copy.number, copy.path.name), reverse=True))


def survivors(copies: Iterable[OlderCopy]) -> tuple[OlderCopy, ...]:
    """Return the copies to keep: of those that open the generations, of the rest the last few."""
    ordered = newest_first(copies)
    generations = [copy for copy in ordered if copy.opens]
    damaged = [copy for copy in ordered if not copy.opens]
    return newest_first((*_generations(generations), *damaged[:MOST_DAMAGED]))


def too_many_bytes(copies: Iterable[OlderCopy], room: int) -> tuple[OlderCopy, ...]:
    """Return the copies of one file to let go of so that the others fit into `room` bytes.

    What does not open goes first, then the oldest; the newest that opens always stays.
    """
    ordered = newest_first(copies)
    used = sum(copy.size for copy in ordered)
    gone = []
    for copy in dispensable(ordered):
        if used <= room:
            break
        gone.append(copy)
        used -= copy.size
    return tuple(gone)


def dispensable(copies: Iterable[OlderCopy]) -> tuple[OlderCopy, ...]:
    """Return what may go when room is short, in that order."""
    ordered = newest_first(copies)
    damaged = [copy for copy in ordered if not copy.opens]
    older = [copy for copy in ordered if copy.opens][1:]
    return (*reversed(damaged), *reversed(older))


def _generations(ordered: Sequence[OlderCopy]) -> tuple[OlderCopy, ...]:
    kept = ordered[:LAST]
    at = len(kept)
    for bucket, most in ((_day, DAYS), (_week, WEEKS), (_month, MONTHS)):
        step, at = _last_of_each(ordered, at, bucket, most)
        kept = (*kept, *step)
    return tuple(kept)


def _last_of_each(
    ordered: Sequence[OlderCopy], start: int, bucket: Bucket, most: int
) -> tuple[list[OlderCopy], int]:
    """Return the last copy of each of `most` runs from `start` on, and where to go on."""
    kept: list[OlderCopy] = []
    at = start
    while at < len(ordered) and len(kept) < most:
        if bucket(ordered[at].made) != bucket(ordered[at - 1].made):
            kept.append(ordered[at])
        at += 1
    return kept, at


def _day(made: datetime) -> Hashable:
    return made.astimezone().date()


def _week(made: datetime) -> Hashable:
    return made.astimezone().isocalendar()[:2]


def _month(made: datetime) -> Hashable:
    there = made.astimezone()
    return there.year, there.month
