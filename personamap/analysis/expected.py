"""Why one would expect some values to meet in somebody.

Most combinations are in nobody: eight people show a small part of what
ten facets can join. One is worth telling only when there is a reason to
expect it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from typing import Literal

from msgspec import Struct

from personamap.analysis.aimed import Aimed
from personamap.analysis.audience_combinations import AudienceCombinations
from personamap.analysis.index import ProjectIndex
from personamap.analysis.patterns.cast import CastUniverse
from personamap.analysis.patterns.universe import Pattern
from personamap.domain.facet import ValueRef

Reason = Literal["chosen", "audience", "starred", "numbers"]


class Expectation(Struct, frozen=True):
    """Why a combination is expected, by how many of the audience and of the cast.

    `by_numbers` is how many of those who answer on all facets would have
    all values if these had nothing to do with each other.
    """

    reason: Reason
    audience: int
    by_numbers: float


class Expecting:
    """Weighs the patterns of a cast against what its project aims for and who its audience is.

    `least_audience` and `least_by_numbers` are how many people it takes
    before a combination is expected that nobody asked for.
    """

    def __init__(
        self,
        index: ProjectIndex,
        aim: Aimed,
        cast: CastUniverse,
        least_audience: float,
        least_by_numbers: float,
    ) -> None:
        self._cast, self._chosen = cast, aim.scope == "chosen"
        self._least_audience, self._least_by_numbers = least_audience, least_by_numbers
        self._everyone = cast.universe.everyone
        self._known = _known(cast)
        self._shares = [
            condition.people.bit_count() / max(1, known.bit_count())
            for condition, known in zip(cast.universe.conditions, self._known, strict=True)
        ]
        self._starred = _starred(index, cast.values)
        self._starred_details = _starred_details(self._starred, cast)
        self._audience = (
            AudienceCombinations(index.audience.audience, index.facets) if index.audience else None
        )

    def may_expect(self, pattern: Pattern) -> bool:
        """Tell whether a pattern or anything that says more than it can be expected.

        A group says less than its details: it is looked at where one of them is starred.
        """
        return (
            self._chosen
            or self._by_numbers(pattern) >= self._least_by_numbers
            or all(self._starred[n] or self._starred_details[n] for n in pattern)
            or self._in_audience(pattern) is not None
        )

    def expectation(self, pattern: Pattern) -> Expectation | None:
        """Return why a pattern is expected; what an audience was counted on, only it can tell."""
        counted, by_numbers = self._in_audience(pattern), self._by_numbers(pattern)
        reason: Reason | None = None
        if self._chosen:
            reason = "chosen"
        elif counted and counted >= self._least_audience:
            reason = "audience"
        elif self._are_starred(pattern):
            reason = "starred"
        elif counted is None and by_numbers >= self._least_by_numbers:
            reason = "numbers"
        return reason and Expectation(reason, counted or 0, by_numbers)

    def expected_in(self, pattern: Pattern) -> Iterator[tuple[Pattern, Expectation]]:
        """Yield a pattern if it is expected, else the starred details that it says too."""
        expectation = self.expectation(pattern)
        if expectation is not None:
            yield pattern, expectation
            return
        universe = self._cast.universe
        for longer in product(*(self._as_starred(number) for number in pattern)):
            expectation = self.expectation(longer)
            if expectation is not None and universe.is_plausible(longer):
                yield longer, expectation

    def _as_starred(self, number: int) -> Sequence[int]:
        return (number,) if self._starred[number] else self._starred_details[number]

    def _by_numbers(self, pattern: Pattern) -> float:
        known, share = self._everyone, 1.0
        for number in pattern:
            known &= self._known[number]
            share *= self._shares[number]
        return known.bit_count() * share

    def _are_starred(self, pattern: Pattern) -> bool:
        return all(self._starred[number] for number in pattern)

    def _in_audience(self, pattern: Pattern) -> int | None:
        if self._audience is None:
            return None
        return self._audience.people([self._cast.values[number] for number in pattern])


def _known(cast: CastUniverse) -> list[int]:
    """Return for each condition who says anything on its facet."""
    known: dict[int, int] = {}
    for condition in cast.universe.conditions:
        known[condition.facet] = known.get(condition.facet, 0) | condition.people
    return [known[condition.facet] for condition in cast.universe.conditions]


def _starred(index: ProjectIndex, values: Sequence[ValueRef]) -> list[bool]:
    """Tell of each value whether it is starred itself, not only its facet."""
    starred = {
        (facet.id, value.id) for facet in index.facets for value in facet.values if value.starred
    }
    return [(ref.facet, ref.value) in starred for ref in values]


def _starred_details(starred: Sequence[bool], cast: CastUniverse) -> list[list[int]]:
    """Return for each condition its details that are starred."""
    details: list[list[int]] = [[] for _condition in starred]
    for number, condition in enumerate(cast.universe.conditions):
        if starred[number] and condition.group is not None:
            details[condition.group].append(number)
    return details
