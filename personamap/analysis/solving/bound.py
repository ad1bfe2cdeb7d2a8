"""How many rows there must be at least: targets of which no two fit into one row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from math import prod

from personamap.analysis.solving.covering import Covering, Targets

_MOST_TRIED = 6
_MOST_COMPARED = 2_000


def apart(problem: Covering) -> Targets:
    """Return many targets of which no two can be shown by one row.

    All targets of the same facets exclude each other, which is where this
    begins; others join as long as they exclude all the rest.
    """
    of, targets = problem.facet_of, problem.targets
    grouped: dict[tuple[int, ...], list[tuple[int, ...]]] = defaultdict(list)
    for target in targets:
        grouped[tuple(of[value] for value in target)].append(target)
    largest = sorted(grouped.values(), key=len, reverse=True)[:_MOST_TRIED]
    conflict = _Conflicts(problem)
    return max((conflict.extended(group, targets) for group in largest), key=len, default=())


class _Conflicts:
    """Knows which targets can never stand in one row."""

    def __init__(self, problem: Covering) -> None:
        self._of = problem.facet_of
        self._facets = problem.facets
        self._barred = [frozenset(values) for values in problem.forbidden]

    def extended(self, group: Sequence[tuple[int, ...]], targets: Targets) -> Targets:
        """Return `group` with targets that exclude all of it and each other."""
        if self._is_everything(group):
            return tuple(group)
        chosen = list(group)
        known = set(group)
        for target in targets[:_MOST_COMPARED]:
            if target not in known and all(self._exclude(target, other) for other in chosen):
                chosen.append(target)
        return tuple(chosen)

    def _is_everything(self, group: Sequence[tuple[int, ...]]) -> bool:
        """Tell whether no row avoids a group, so that every target fits a row of it."""
        facets = (self._facets[self._of[value]] for value in group[0])
        return not self._barred and len(group) == prod(len(values) for values in facets)

    def _exclude(self, one: tuple[int, ...], other: tuple[int, ...]) -> bool:
        taken = {self._of[value]: value for value in one}
        if any(taken.get(self._of[value], value) != value for value in other):
            return True
        both = frozenset((*one, *other))
        return any(both >= bar for bar in self._barred)
