"""Joining lists whose members have no key, and texts that can stand one after the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from typing import Any

from pydantic import StringConstraints

from personamap.domain.base import Entity
from personamap.edits.merging.order import is_reordered, joined_order

TAKEN_WHOLE = frozenset(("audiences",))
"""Two audiences in one project could be subtracted from each other: there is one or the other."""

_LONG_TEXT = 100_000


def joined_list(base: Sequence[Any], mine: Sequence[Any], theirs: Sequence[Any]) -> tuple[Any, ...]:
    """Return what either side has or added, without what either took out."""
    before, own, other = _numbered(base), _numbered(mine), _numbered(theirs)
    kept = {key for key in own if key in other or key not in before}
    kept |= {key for key in other if key not in before}
    moved_by_them = is_reordered(before, other) and not is_reordered(before, own)
    leading, following = (other, own) if moved_by_them else (own, other)
    members = own | other
    return tuple(members[key] for key in joined_order(list(leading), list(following), kept))


def are_both_reordered(base: Sequence[Any], mine: Sequence[Any], theirs: Sequence[Any]) -> bool:
    """Tell whether both sides put a list in another order, and not in the same one."""
    before, own, other = _numbered(base), _numbered(mine), _numbered(theirs)
    moved = is_reordered(before, own) and is_reordered(before, other)
    return moved and is_reordered(own, other)


def both_texts(mine: str, theirs: str) -> str:
    """Return one text after the other; only one where it holds the other anyway."""
    if theirs in mine:
        return mine
    return theirs if mine in theirs else f"{mine}\n\n{theirs}"


def can_be_both(owner: type[Entity], field: str, mine: Any, theirs: Any) -> bool:
    """Tell whether there is a way to have what both sides wrote."""
    if isinstance(mine, tuple) and isinstance(theirs, tuple):
        return field not in TAKEN_WHOLE
    is_text = isinstance(mine, str) and isinstance(theirs, str) and bool(mine and theirs)
    return is_text and _is_long(owner, field) and len(both_texts(mine, theirs)) <= _LONG_TEXT


def _is_long(owner: type[Entity], field: str) -> bool:
    rules = owner.model_fields[field].metadata if field in owner.model_fields else []
    return any(isinstance(r, StringConstraints) and r.max_length == _LONG_TEXT for r in rules)


def _numbered(members: Iterable[Hashable]) -> dict[tuple[Hashable, int], Hashable]:
    """Name each member by itself; of several that are equal each has its number."""
    seen: Counter[Hashable] = Counter()
    named = {}
    for member in members:
        seen[member] += 1
        named[member, seen[member]] = member
    return named
