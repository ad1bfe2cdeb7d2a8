"""What findings need, as a puzzle; and its solution, as proposals.

A newcomer has one value on each facet, also where a facet takes many:
else the fewest people would always be one person who is everything. Only
where a need itself asks for several values of a facet may one have them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import count

from personamap.analysis.check import Need, Proposal
from personamap.analysis.facet_counts import roots_of
from personamap.analysis.index import ProjectIndex
from personamap.analysis.proposals import fill, takes
from personamap.analysis.solving.changes import NOBODY, Part, bring_in, part_for, take_part
from personamap.analysis.solving.effort import Budget
from personamap.analysis.solving.fewest import fewest
from personamap.analysis.solving.puzzle import Choice, Condition, Puzzle, Seat, Solution, Wish
from personamap.domain.audience import Implausible
from personamap.domain.facet import ValueRef
from personamap.domain.persona import Persona
from personamap.domain.scene import NarrativeFunction

EVERY_WAY = frozenset(("fill", "function", "add"))


def meet(
    index: ProjectIndex,
    needs: Sequence[Sequence[Need]],
    most_new: int,
    budget: Budget,
    seed: int = 1,
    ways: Collection[str] = EVERY_WAY,
) -> tuple[tuple[Proposal, ...], Solution] | None:
    """Return the smallest changes that meet groups of needs; nothing if the budget is too small."""
    board = Board(index, needs, ways)
    solution = fewest(board.puzzle, most_new if "add" in ways else 0, budget, seed)
    return None if solution is None else (tuple(board.proposals(solution)), solution)


class Board:
    """Numbers values and functions as atoms, and knows who may take which."""

    def __init__(
        self,
        index: ProjectIndex,
        needs: Sequence[Sequence[Need]],
        ways: Collection[str] = EVERY_WAY,
    ) -> None:
        self._index = index
        self._ways = ways
        self._needs = [need for group in needs for need in group]
        numbers = count(1)
        self._values: dict[ValueRef, int] = {
            ValueRef(facet=facet_id, value=value.id): next(numbers)
            for facet_id in dict.fromkeys((*self._facets(), *self._barring_facets()))
            for value in index.counts[facet_id].facet.values
        }
        functions = dict.fromkeys(f for need in self._needs for f in need.functions)
        self._functions: dict[NarrativeFunction, int] = {f: next(numbers) for f in functions}
        self._named = {value for need in self._needs for value in need.values}
        self._several = {facet: self._at_once(facet) for facet in self._facets()}
        self.puzzle = self._puzzle(needs)

    def proposals(self, solution: Solution) -> Iterator[Proposal]:
        """Yield what a solution asks for, smallest kind first."""
        index = self._index
        taken = list(zip(index.cast, solution.taken, strict=True))
        for persona, atoms in taken:
            values = list(self._values_of(atoms))
            if values:
                yield fill(index, [(persona.id, value) for value in values])
        for persona, atoms in taken:
            for part in self._parts(atoms, persona.id):
                yield take_part(index, persona.id, part)
        for number, atoms in enumerate(solution.newcomers):
            values = list(self._values_of(atoms))
            seed = "/".join([str(number), *(value.node for value in values)])
            yield bring_in(index, seed, values, list(self._parts(atoms, NOBODY)))

    def _puzzle(self, needs: Sequence[Sequence[Need]]) -> Puzzle:
        choices = (
            Choice(
                frozenset(n for ref, n in self._values.items() if ref.facet == facet),
                self._several[facet],
            )
            for facet in self._facets()
        )
        barred = (self._barred(one) for one in self._index.project.aim.implausible)
        return Puzzle(
            present=tuple(self._seat(persona) for persona in self._index.cast),
            newcomer=self._newcomer(),
            choices=tuple(choices),
            barred=tuple(conditions for conditions in barred if conditions),
            wishes=tuple(tuple(self._wish(need) for need in group) for group in needs),
            doing=frozenset(self._functions.values()),
        )

    def _facets(self) -> Iterable[str]:
        named = (value.facet for need in self._needs for value in need.values)
        return [facet for facet in dict.fromkeys(named) if facet in self._index.counts]

    def _barring_facets(self) -> Iterable[str]:
        """Return the facets that are not asked for, but may make a change implausible."""
        named = (v.facet for one in self._index.project.aim.implausible for v in one.values)
        return [facet for facet in named if facet in self._index.counts]

    def _at_once(self, facet: str) -> int:
        """Return how many values of a facet one person may be given."""
        if not self._index.counts[facet].facet.many:
            return 1
        return max(sum(v.facet == facet for v in need.values) for need in self._needs)

    def _wish(self, need: Need) -> Wish:
        conditions = [self._condition(value) for value in need.values]
        if need.functions:
            conditions.append(frozenset(self._functions[f] for f in need.functions))
        return Wish(tuple(conditions), need.count)

    def _condition(self, value: ValueRef) -> Condition:
        """Return every value that counts as this one: itself, and the details of a group."""
        counted = self._index.counts.get(value.facet)
        if counted is None:
            return frozenset()
        roots = roots_of(counted.facet)
        is_group = roots.get(value.value) == value.value
        return frozenset(
            number
            for ref, number in self._values.items()
            if ref == value
            or (is_group and ref.facet == value.facet and roots[ref.value] == value.value)
        )

    def _barred(self, implausible: Implausible) -> tuple[Condition, ...]:
        """Return what nobody may be; nothing where a facet is not counted at all."""
        conditions = [self._condition(value) for value in implausible.values]
        return tuple(conditions) if all(conditions) else ()

    def _seat(self, persona: Persona) -> Seat:
        has = {
            number
            for ref, number in self._values.items()
            if (said := persona.find_answer(ref.facet)) and ref.value in said.counted_values
        }
        appearances = self._index.appearances_of(persona.id)
        does = {function for _scene, a in appearances for function in a.functions}
        has |= {number for function, number in self._functions.items() if function in does}
        may = set(self._may_say(persona)) if "fill" in self._ways else set()
        if "function" in self._ways:
            may |= {n for f, n in self._functions.items() if part_for(self._index, persona.id, f)}
        return Seat(frozenset(has), frozenset(may - has))

    def _may_say(self, persona: Persona) -> Iterator[int]:
        for ref, number in self._values.items():
            said = persona.find_answer(ref.facet)
            noted = said.values if said else ()
            wanted = ref in self._named or any(one.value == ref.value for one in noted)
            if wanted and self._several.get(ref.facet) == 1 and self._is_free(persona, ref):
                yield number

    def _is_free(self, persona: Persona, ref: ValueRef) -> bool:
        free = self._index.counts[ref.facet].may_still_say()
        return persona.id in free and takes(persona.find_answer(ref.facet), ref)

    def _newcomer(self) -> Seat:
        may = {number for ref, number in self._values.items() if ref in self._named}
        if self._index.project.scenes:
            may |= set(self._functions.values())
        return Seat(frozenset(), frozenset(may))

    def _values_of(self, atoms: Collection[int]) -> Iterator[ValueRef]:
        return (ref for ref, number in self._values.items() if number in atoms)

    def _parts(self, atoms: Collection[int], persona_id: str) -> Iterator[Part]:
        for function, number in self._functions.items():
            part = part_for(self._index, persona_id, function) if number in atoms else None
            if part:
                yield part
