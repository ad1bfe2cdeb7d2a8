"""The search through the patterns of a cast, on sets kept as integers.

It goes level by level, as Apriori does (Agrawal and Srikant, VLDB 1994).
A covered pattern is carried with the set of conditions that still meet
somebody behind it; what may be added to a longer pattern is the
intersection of the sets of the patterns that are one condition shorter or
one detail more general. Who shows what is read from the people who are
left or from the conditions that are left, whichever are fewer. That keeps
the cost of a pattern near one operation, however many values there are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from msgspec import Struct

from personamap.analysis.bits import places_in
from personamap.analysis.patterns.universe import Pattern, Universe

Progress = Callable[[int, int], None]
"""Is told how much of how much is done, and may raise an error to end the search."""

Worth = Callable[[Pattern], bool]
"""Tells whether a pattern is worth telling; if it is, so is every more general one."""

_TOLD_EVERY = 1024


class Step(NamedTuple):
    """A covered pattern, who meets it, and what can be added to it.

    With a condition of `met` behind it the pattern is still covered; with
    one of `unmet` it is not, although everything more general is.
    """

    pattern: Pattern
    people: int
    met: int
    unmet: int


class Uncovered(Struct, frozen=True):
    """Maximal uncovered patterns, shorter ones first, each with how many people meet it.

    `complete` tells whether these are all, or the search came to its cap.
    """

    patterns: tuple[tuple[Pattern, int], ...]
    complete: bool = True


def find_uncovered(
    universe: Universe,
    threshold: int = 1,
    level: int | None = None,
    most: int | None = None,
    worth: Worth = lambda _pattern: True,
    progress: Progress = lambda _done, _total: None,
) -> Uncovered:
    """Find the patterns of at most `level` conditions that fewer than `threshold` people meet.

    At most `most` patterns are found, and at most ten times as many
    covered ones looked at on the way. What is not `worth` telling is left
    out, and nothing behind it is looked at.
    """
    if universe.size < threshold:
        return Uncovered((((), universe.size),))
    found: list[tuple[Pattern, int]] = []
    for number, step in enumerate(walk(universe, threshold, level, worth, progress)):
        for added in places_in(step.unmet):
            pattern = (*step.pattern, added)
            if worth(pattern):
                count = (step.people & universe.conditions[added].people).bit_count()
                found.append((pattern, count))
        if most is not None and (len(found) > most or number > 10 * most):
            return Uncovered(tuple(found[:most]), complete=False)
    return Uncovered(tuple(found))


def walk(
    universe: Universe,
    threshold: int = 1,
    level: int | None = None,
    worth: Worth = lambda _pattern: True,
    progress: Progress = lambda _done, _total: None,
) -> Iterator[Step]:
    """Yield every covered pattern of fewer than `level` conditions, shorter ones first."""
    deepest = len({condition.facet for condition in universe.conditions})
    deepest = deepest if level is None else min(level, deepest)
    search = _Search(universe, threshold)
    here: list[tuple[Pattern, int]] = [((), universe.everyone)]
    for size in range(deepest):
        behind: list[tuple[Pattern, int]] = []
        for number, step in enumerate(search.steps(here)):
            if not number % _TOLD_EVERY:
                progress(size, deepest)
            if size + 1 < deepest:
                behind.extend(each for each in _longer(universe, step) if worth(each[0]))
            yield step
        here = behind


def _longer(universe: Universe, step: Step) -> Iterator[tuple[Pattern, int]]:
    for added in places_in(step.met):
        yield (*step.pattern, added), step.people & universe.conditions[added].people


class _Search:
    """Takes the steps of one level after another, and remembers those of the last."""

    def __init__(self, universe: Universe, threshold: int) -> None:
        self._universe = universe
        self._threshold = threshold
        self._groups = [condition.group for condition in universe.conditions]
        self._masks = [condition.people for condition in universe.conditions]
        self._shorter: dict[Pattern, int] = {}

    def steps(self, patterns: list[tuple[Pattern, int]]) -> Iterator[Step]:
        """Take the step behind each covered pattern of one size."""
        met: dict[Pattern, int] = {}
        for pattern, people in patterns:
            candidates = self._candidates(pattern, met)
            shown = self._shown(people, candidates) & candidates
            met[pattern] = shown
            yield Step(pattern, people, shown, self._maximal(candidates & ~shown, shown))
        self._shorter = met

    def _candidates(self, pattern: Pattern, met: dict[Pattern, int]) -> int:
        """Return what can be added so that everything more general is covered.

        A more general pattern of the same size has a group in the place of
        its detail, so it stands earlier and its step was taken already.
        """
        if not pattern:
            return (1 << len(self._masks)) - 1 & ~self._universe.excluded(pattern)
        candidates = self._universe.followers[pattern[-1]]
        for place, number in enumerate(pattern):
            before, after = pattern[:place], pattern[place + 1 :]
            candidates &= self._shorter[before + after]
            group = self._groups[number]
            if group is not None:
                candidates &= met[(*before, group, *after)]
        if self._universe.implausible:
            candidates &= ~self._universe.excluded(pattern)
        return candidates

    def _shown(self, people: int, candidates: int) -> int:
        """Return the conditions that at least the threshold of these people meet."""
        if people.bit_count() * self._threshold > candidates.bit_count():
            return self._shown_by_condition(people, candidates)
        if self._threshold == 1:
            return self._shown_by_anybody(people)
        return self._shown_by_several(people)

    def _shown_by_condition(self, people: int, candidates: int) -> int:
        shown = 0
        for number in places_in(candidates):
            if (people & self._masks[number]).bit_count() >= self._threshold:
                shown |= 1 << number
        return shown

    def _shown_by_anybody(self, people: int) -> int:
        shown = 0
        for person in places_in(people):
            shown |= self._universe.profiles[person]
        return shown

    def _shown_by_several(self, people: int) -> int:
        """Count up to the threshold for all conditions at once: the set shown by one, by two..."""
        by_so_many = [0] * self._threshold
        for person in places_in(people):
            carried = self._universe.profiles[person]
            for count, shown in enumerate(by_so_many):
                by_so_many[count], carried = shown | carried, shown & carried
        return by_so_many[-1]

    def _maximal(self, unmet: int, met: int) -> int:
        """Leave out details whose whole group is not met either: the group says it shorter."""
        for number in places_in(unmet & self._universe.details):
            group = self._groups[number]
            if group is not None and not met >> group & 1:
                unmet ^= 1 << number
        return unmet
