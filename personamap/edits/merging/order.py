"""The order of a collection that two people added to, took from and put in another order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Sequence
from typing import TypeVar

KeyT = TypeVar("KeyT", bound=Hashable)


def is_reordered(before: Iterable[KeyT], after: Collection[KeyT]) -> bool:
    """Tell whether what both have stands in another order."""
    known, still = set(before), set(after)
    return [key for key in before if key in still] != [key for key in after if key in known]


def joined_order(
    leading: Sequence[KeyT], following: Sequence[KeyT], kept: Collection[KeyT]
) -> list[KeyT]:
    """Return the keys of `kept`, ordered as in `leading`.

    What only `following` has comes after whatever it comes after there,
    and after what `leading` put in the same place.
    """
    led = [key for key in leading if key in kept]
    newcomers = _by_predecessor(following, set(led), kept)
    shared = set(following)
    joined: list[KeyT] = []
    waiting = newcomers.get(None, [])
    for key in led:
        if key in shared:
            joined += waiting
            waiting = []
        joined.append(key)
        waiting = waiting + newcomers.get(key, [])
    return joined + waiting


def _by_predecessor(
    following: Iterable[KeyT], led: Collection[KeyT], kept: Collection[KeyT]
) -> dict[KeyT | None, list[KeyT]]:
    newcomers: defaultdict[KeyT | None, list[KeyT]] = defaultdict(list)
    predecessor: KeyT | None = None
    for key in following:
        if key in led:
            predecessor = key
        elif key in kept:
            newcomers[predecessor].append(key)
    return newcomers
