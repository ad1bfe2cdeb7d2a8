"""What nobody in a cast shows yet of what its course aims for.

Single values come from what matters: stars, minimums and the audience.
Combinations are those of the chosen pairs of facets, else of the starred
facets, else of all, by group. What the team accepted on purpose or holds
to be implausible is not asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, product
from math import prod

from msgspec import Struct

from personamap.analysis.aimed import Aimed, aimed
from personamap.analysis.audience_combinations import AudienceCombinations
from personamap.analysis.checked import limits_of, run_checks
from personamap.analysis.checks.missing_values import MISSING_VALUES, wanted_values
from personamap.analysis.checks.uncovered_combinations import UNCOVERED_COMBINATIONS
from personamap.analysis.coverage import weigh
from personamap.analysis.facet_counts import FacetCount, roots_of
from personamap.analysis.index import ProjectIndex
from personamap.analysis.plausible import is_plausible
from personamap.domain.facet import Facet, ValueRef

MOST_COMBINATIONS = 8_000
"""Combinations beyond which a cast is not completed by so many facets at once."""

_VALUE_WEIGHT, _STAR_WEIGHT, _AUDIENCE_WEIGHT = 3.0, 1.0, 10.0
_Value = tuple[str, str]


class Scope(Struct, frozen=True):
    """What a cast should be completed by: single values, and so many that should meet.

    `joined` is 2 for pairs, 3 for triples, 0 for no combinations.
    """

    values: bool = True
    joined: int = 2


class Gap(Struct, frozen=True):
    """Values that should meet in one person, in how many more, and how much that weighs."""

    values: tuple[ValueRef, ...]
    lacking: int
    weight: float

    @property
    def is_single(self) -> bool:
        """Whether it is about one value."""
        return len(self.values) == 1


def find_gaps(index: ProjectIndex, scope: Scope) -> tuple[Gap, ...]:
    """Return what is missing, single values first."""
    accepted = _accepted(index)
    singles = _single_values(index) if scope.values else ()
    joined = _combinations(index, scope.joined) if scope.joined > 1 else ()
    return tuple(gap for gap in (*singles, *joined) if _key(gap) not in accepted)


def sizes_on_offer(index: ProjectIndex) -> tuple[int, ...]:
    """Return how many values may be asked to meet: pairs always, triples if they can be had."""
    aim = aimed(index)
    return tuple(size for size in (2, 3) if 0 < _many(aim, size) <= MOST_COMBINATIONS)


def says_what_matters(index: ProjectIndex) -> bool:
    """Tell whether a course says what it aims for: stars, minimums, pairs or an audience."""
    starred = index.has_stars or any(v.starred for f in index.facets for v in f.values)
    aim = index.project.aim
    return starred or bool(aim.minimums or aim.pairs) or index.audience is not None


def aims_at_some_facets(index: ProjectIndex) -> bool:
    """Tell whether combinations are meant of some facets, and not of all there are."""
    return aimed(index).scope != "all"


def said_with(facets: Sequence[Facet], values: Sequence[ValueRef]) -> frozenset[_Value]:
    """Return values with the groups that details belong to, as facets and values."""
    roots = {facet.id: roots_of(facet) for facet in facets}
    said = {(ref.facet, ref.value) for ref in values}
    return frozenset(said | {(f, roots[f].get(v, v)) for f, v in said if f in roots})


def _single_values(index: ProjectIndex) -> Iterator[Gap]:
    limits = limits_of(index.project, MISSING_VALUES)
    for need, weight in wanted_values(index, limits) if limits is not None else ():
        (value,) = need.values
        lacking = need.count - len(index.count(value.facet).of(value.value))
        if lacking > 0 and is_plausible(index.project, need.values):
            yield Gap(need.values, lacking, _VALUE_WEIGHT * (1 + weight))


def _combinations(index: ProjectIndex, size: int) -> Iterator[Gap]:
    aim = aimed(index)
    if _many(aim, size) > MOST_COMBINATIONS:
        return
    weighing = _Weighing(index)
    for facets in _crossings(aim, size):
        for groups in product(*(count.groups for count in facets)):
            shared = -1
            for count, group in zip(facets, groups, strict=True):
                shared &= count.masks[group.id]
            values = tuple(
                ValueRef(facet=count.facet.id, value=group.id)
                for count, group in zip(facets, groups, strict=True)
            )
            if not shared and is_plausible(index.project, values):
                yield Gap(values, 1, weighing.weight(values))


def _crossings(aim: Aimed, size: int) -> Iterator[tuple[FacetCount, ...]]:
    if aim.joined is None:
        yield from combinations(aim.facets, size)
    elif size == 2:
        for pair in sorted(map(sorted, aim.joined)):
            yield tuple(aim.facets[place] for place in pair)


def _many(aim: Aimed, size: int) -> int:
    return sum(prod(len(count.people) for count in facets) for facets in _crossings(aim, size))


class _Weighing:
    """Weighs combinations: by the audience who are all of it, and by values that have a star."""

    def __init__(self, index: ProjectIndex) -> None:
        self._starred = {(f.id, v.id) for f in index.facets for v in f.values if v.starred}
        self._people = index.audience.people if index.audience else 0
        self._audience = (
            AudienceCombinations(index.audience.audience, index.facets) if index.audience else None
        )

    def weight(self, values: Sequence[ValueRef]) -> float:
        counted = self._audience.people(values) if self._audience else None
        share = (counted or 0) / self._people if self._people else 0.0
        starred = all((ref.facet, ref.value) in self._starred for ref in values)
        return 1.0 + _STAR_WEIGHT * starred + _AUDIENCE_WEIGHT * share


def _key(gap: Gap) -> str:
    check = MISSING_VALUES if gap.is_single else UNCOVERED_COMBINATIONS
    return f"{check.id}:{'+'.join(sorted(value.node for value in gap.values))}"


def _accepted(index: ProjectIndex) -> frozenset[str]:
    if not index.project.decisions:
        return frozenset()
    checked = run_checks(index.project, (MISSING_VALUES, UNCOVERED_COMBINATIONS))
    return frozenset(accepted.finding.key for accepted in weigh(checked).accepted)
