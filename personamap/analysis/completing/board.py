"""Gaps as rows to fill, and rows read back as people.

A newcomer has one value on each facet, also where a facet takes many:
else the fewest people would always be one person who is everything.
Rows are filled by group; whoever gets a group gets the detail of it that
is asked for. The seed shuffles facets and values, so that another seed
leads to other people who do as much.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence

from personamap.analysis.completing.gaps import Gap
from personamap.analysis.facet_counts import roots_of
from personamap.analysis.index import ProjectIndex
from personamap.analysis.plausible import is_plausible
from personamap.analysis.solving.covering import Covering, Row, Rows
from personamap.analysis.solving.most_shown import Wanted
from personamap.domain.facet import ValueRef

Target = tuple[int, ...]


class Board:
    """Numbers the groups that gaps are about, facet after facet."""

    def __init__(self, index: ProjectIndex, gaps: Sequence[Gap], seed: int) -> None:
        self._index, self._gaps = index, gaps
        self._roots = {facet.id: roots_of(facet) for facet in index.facets}
        self._values = self._shuffled(seed)
        self._numbers = {value: number for number, value in enumerate(self._values)}
        self.wanted = self._wanted()

    def people(self, rows: Rows) -> list[tuple[ValueRef, ...]]:
        """Return what the people of some rows answer, in the order of the facets."""
        people = [self._groups_of(row) for row in rows]
        for gap in self._gaps:
            for value in gap.values if gap.is_single else ():
                if self._group(value) != value:
                    self._refine(people, value, gap.lacking)
        order = {facet.id: place for place, facet in enumerate(self._index.facets)}
        return [tuple(sorted(values, key=lambda ref: order[ref.facet])) for values in people]

    def _shuffled(self, seed: int) -> list[ValueRef]:
        chance = random.Random(seed)
        groups: dict[str, dict[ValueRef, None]] = defaultdict(dict)
        for gap in self._gaps:
            for value in gap.values:
                groups[value.facet][self._group(value)] = None
        facets = chance.sample(sorted(groups), len(groups))
        in_order = (sorted(groups[facet], key=lambda ref: ref.node) for facet in facets)
        return [value for values in in_order for value in chance.sample(values, len(values))]

    def _wanted(self) -> Wanted:
        """Merge gaps that the same groups close: details of a group need a row each."""
        by_group: dict[Target, int] = defaultdict(int)
        by_detail: dict[Target, int] = defaultdict(int)
        weights: dict[Target, float] = defaultdict(float)
        for gap in self._gaps:
            target = tuple(sorted(self._numbers[self._group(value)] for value in gap.values))
            is_detail = any(self._group(value) != value for value in gap.values)
            weights[target] = max(weights[target], gap.weight)
            if is_detail:
                by_detail[target] += gap.lacking
            else:
                by_group[target] = max(by_group[target], gap.lacking)
        problem = Covering(self._sizes(), tuple(weights), tuple(self._forbidden()))
        lacking = {target: max(by_group[target], by_detail[target]) for target in weights}
        possible = tuple(problem.possible())
        return Wanted(
            Covering(problem.sizes, possible, problem.forbidden),
            tuple(weights[target] for target in possible),
            tuple(lacking[target] for target in possible),
        )

    def _sizes(self) -> tuple[int, ...]:
        counts: dict[str, int] = defaultdict(int)
        for value in self._values:
            counts[value.facet] += 1
        return tuple(counts.values())

    def _forbidden(self) -> Iterator[Target]:
        for implausible in self._index.project.aim.implausible:
            numbers = [self._numbers.get(value) for value in implausible.values]
            known = [number for number in numbers if number is not None]
            if known and len(known) == len(numbers):
                yield tuple(known)

    def _groups_of(self, row: Row) -> list[ValueRef]:
        return [self._values[number] for number in row if number is not None]

    def _refine(self, people: list[list[ValueRef]], detail: ValueRef, wanted: int) -> None:
        """Let as many people as wanted who have the group of a detail have the detail itself."""
        group = self._group(detail)
        for values in people:
            if wanted and group in values:
                refined = [detail if value == group else value for value in values]
                if is_plausible(self._index.project, refined):
                    values[:] = refined
                    wanted -= 1

    def _group(self, value: ValueRef) -> ValueRef:
        root = self._roots.get(value.facet, {}).get(value.value, value.value)
        return value if root == value.value else ValueRef(facet=value.facet, value=root)
