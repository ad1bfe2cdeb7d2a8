"""Who to add: the fewest people for everything that is missing, or the best so many can do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from msgspec import Struct

from personamap.analysis.completing.board import Board
from personamap.analysis.completing.gaps import Gap
from personamap.analysis.index import ProjectIndex
from personamap.analysis.solving.bound import apart
from personamap.analysis.solving.cover import cover
from personamap.analysis.solving.effort import Budget, Effort, Stop
from personamap.analysis.solving.most_shown import Wanted, most_shown
from personamap.domain.facet import ValueRef

People = tuple[tuple[ValueRef, ...], ...]


class Newcomers(Struct, frozen=True):
    """What each newcomer answers, who adds most first, and how many it takes for everything.

    `found` people are known to show everything that is asked for, where
    that was worked out; fewer than `at_least` never do.
    """

    people: People
    at_least: int
    found: int | None


def find_newcomers(
    index: ProjectIndex, gaps: Sequence[Gap], effort: Effort, stop: Stop
) -> Newcomers:
    """Return the people who close these gaps, or as many of them as `effort.max_new` people can."""
    board = Board(index, gaps, effort.seed)
    wanted = board.wanted
    at_least = max(len(apart(wanted.problem)), _most_of_a_facet(wanted))
    rows = None
    if at_least <= effort.max_new:
        covered = cover(wanted.problem, effort, stop)
        at_least = max(at_least, covered.at_least)
        bare = wanted.filled_up(wanted.without_surplus(covered.rows))
        rows = wanted.more_rows(bare, len(bare) + sum(wanted.lacking), effort.seed)
    found = None if rows is None else len(rows)
    if rows is None or len(rows) > effort.max_new:
        rows = most_shown(wanted, effort.max_new, effort.seed, Budget(effort.seconds, stop))
    tidy = wanted.most_first(wanted.without_surplus(rows))
    return Newcomers(tuple(board.people(tidy)), at_least, found)


def _most_of_a_facet(wanted: Wanted) -> int:
    """Return how many people the single values of one facet need, as nobody has two of them."""
    of, needed = wanted.problem.facet_of, defaultdict[int, int](int)
    for target, lacking in zip(wanted.problem.targets, wanted.lacking, strict=True):
        if len(target) == 1:
            needed[of[target[0]]] += lacking
    return max(needed.values(), default=0)
