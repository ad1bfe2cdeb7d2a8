"""The definition of maximal uncovered patterns, written down as it stands and nothing else."""

from __future__ import annotations

from itertools import combinations, product

from personamap.analysis.patterns.universe import Universe


def by_definition(universe: Universe, threshold: int, level: int) -> set[tuple[tuple, int]]:
    """Return every maximal uncovered pattern, by trying them all on everyone."""
    facets: dict[int, list[int]] = {}
    for number, condition in enumerate(universe.conditions):
        facets.setdefault(condition.facet, []).append(number)
    found = set()
    for size in range(level + 1):
        for chosen in combinations(facets.values(), size):
            for pattern in product(*chosen):
                count = people_of(universe, pattern)
                if (
                    count < threshold
                    and is_plausible(universe, pattern)
                    and all(people_of(universe, p) >= threshold for p in lifted(universe, pattern))
                ):
                    found.add((pattern, count))
    return found


def people_of(universe, pattern) -> int:
    return sum(
        all(universe.conditions[number].people >> person & 1 for number in pattern)
        for person in range(universe.size)
    )


def is_plausible(universe, pattern) -> bool:
    said = set(pattern) | {universe.conditions[number].group for number in pattern}
    return not any(
        all(number in said for number in range(len(universe.conditions)) if whole >> number & 1)
        for whole in universe.implausible
    )


def lifted(universe, pattern):
    """Every pattern one step more general: a condition less, or a group for its detail."""
    for place, number in enumerate(pattern):
        yield pattern[:place] + pattern[place + 1 :]
        group = universe.conditions[number].group
        if group is not None:
            yield (*pattern[:place], group, *pattern[place + 1 :])
