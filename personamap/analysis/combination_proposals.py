"""The edits that bring several values together in one person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from personamap.analysis.check import Need, Proposal
from personamap.analysis.index import ProjectIndex
from personamap.analysis.plausible import is_plausible, stated_values
from personamap.analysis.proposals import ALTERNATIVES, Fill, add_people, fill, free_blanks
from personamap.domain.facet import ValueRef

MOST_ADDED = 5


def bring_together(index: ProjectIndex, seed: str, need: Need, missing: int) -> Iterator[Proposal]:
    """Propose to let so many more people have all values of a need.

    First by blanks that are free: of those who lack the fewest values, and
    never so that somebody says what the team holds to be implausible. Then
    by new people.
    """
    able = _able(index, need.values)
    if missing == 1:
        for fills in able[:ALTERNATIVES]:
            yield fill(index, fills)
    elif len(able) >= missing:
        yield fill(index, [each for fills in able[:missing] for each in fills])
    if missing <= MOST_ADDED and is_plausible(index.project, need.values):
        yield add_people(index, seed, [need.values] * missing)


def _able(index: ProjectIndex, values: Sequence[ValueRef]) -> list[list[Fill]]:
    """Return what to fill in for each person who can have all values, fewest blanks first."""
    free = {value.node: frozenset(free_blanks(index, value)) for value in values}
    have = {value.node: frozenset(index.count(value.facet).of(value.value)) for value in values}
    able: list[list[Fill]] = []
    for persona in index.cast:
        lacking = [value for value in values if persona.id not in have[value.node]]
        is_free = all(persona.id in free[value.node] for value in lacking)
        if lacking and is_free and is_plausible(index.project, [*stated_values(persona), *lacking]):
            able.append([(persona.id, value) for value in lacking])
    return sorted(able, key=len)
