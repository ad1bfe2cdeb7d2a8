"""Complete my cast: who else would show what a course aims for, and what each of them adds.

Nobody present is changed. A newcomer states what they are needed for and
nothing else: who they are otherwise, and all of their life, is for people
to write. What each closes and opens is worked out by running the checks,
never guessed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from msgspec import Struct

from personamap.analysis.check import Finding
from personamap.analysis.checked import Checked, run_checks, try_change
from personamap.analysis.checks import CHECKS
from personamap.analysis.completing.gaps import Gap, Scope, find_gaps, said_with
from personamap.analysis.completing.newcomers import find_newcomers
from personamap.analysis.coverage import weigh
from personamap.analysis.index import ProjectIndex
from personamap.analysis.proposals import newcomer
from personamap.analysis.solving.changes import add_newcomer
from personamap.analysis.solving.effort import Effort, Stop, never
from personamap.domain.facet import ValueRef
from personamap.domain.persona import Persona
from personamap.domain.project import Project


class Newcomer(Struct, frozen=True):
    """Somebody who could be added: what they answer, and what that does beside those before.

    `gaps` are what is shown with them and was not before; `closed` and
    `opened` the findings that go and come when they are added.
    """

    persona: Persona
    values: tuple[ValueRef, ...]
    gaps: tuple[Gap, ...]
    closed: tuple[Finding, ...]
    opened: tuple[Finding, ...]


class Tally(Struct, frozen=True):
    """How many single values, and how many combinations."""

    values: int = 0
    combinations: int = 0

    @classmethod
    def of(cls, gaps: Sequence[Gap]) -> Tally:
        """Count some gaps."""
        singles = sum(gap.is_single for gap in gaps)
        return cls(singles, len(gaps) - singles)

    @property
    def all(self) -> int:
        """Both together."""
        return self.values + self.combinations


class Completion(Struct, frozen=True):
    """People to add, in the order in which they add most.

    Of what is `asked` for, they show what is `met`; no `within` people
    more could show more than that. All of it takes `at_least` so many
    people, and `found` are known to be enough, where that was worked out.
    """

    people: tuple[Newcomer, ...]
    asked: Tally
    met: Tally
    within: Tally
    at_least: int
    found: int | None

    @property
    def is_whole(self) -> bool:
        """Whether everything asked for is shown then."""
        return self.met == self.asked

    @property
    def is_proven(self) -> bool:
        """Whether nothing better exists: all of it with the fewest, or as much as can be."""
        if self.is_whole:
            return len(self.people) == self.at_least
        return self.met.all == self.within.all


def complete(project: Project, scope: Scope, effort: Effort, stop: Stop = never) -> Completion:
    """Return who could complete a cast; raises `Stopped` when somebody asks to stop."""
    index = ProjectIndex(project)
    gaps = find_gaps(index, scope)
    if not gaps or not effort.max_new:
        return weigh_people(project, gaps, (), effort.max_new)
    newcomers = find_newcomers(index, gaps, effort, stop)
    told = weigh_people(project, gaps, newcomers.people, effort.max_new)
    return Completion(
        told.people, told.asked, told.met, told.within, newcomers.at_least, newcomers.found
    )


def weigh_people(
    project: Project, gaps: Sequence[Gap], people: Sequence[Sequence[ValueRef]], most: int
) -> Completion:
    """Return what some people would do if all of them were added, one after the other."""
    before = run_checks(project, CHECKS)
    index = before.index
    left = Counter({gap: gap.lacking for gap in gaps})
    told: list[Newcomer] = []
    for persona, values in zip(as_personas(project, people), people, strict=True):
        met = _met(index, left, values)
        after = try_change(add_newcomer(before.project, persona), CHECKS, before)
        told.append(_told(persona, values, met, before, after))
        before = after
    met_at_all = [gap for gap in gaps if not left[gap]]
    within = _within(index, gaps, most)
    return Completion(tuple(told), Tally.of(gaps), Tally.of(met_at_all), within, 0, None)


def weigh_choice(
    project: Project, scope: Scope, people: Sequence[Sequence[ValueRef]], most: int
) -> Completion:
    """Return what people would do whom somebody has chosen or changed by hand."""
    return weigh_people(project, find_gaps(ProjectIndex(project), scope), people, most)


def as_personas(project: Project, people: Sequence[Sequence[ValueRef]]) -> list[Persona]:
    """Return somebody new for each, who states these values and nothing else."""
    index = ProjectIndex(project)
    return [
        newcomer(index, f"complete/{number}/{_nodes(values)}", values)
        for number, values in enumerate(people)
    ]


def add_people(project: Project, people: Sequence[Persona]) -> Project:
    """Return `project` with newcomers added who are not there yet."""
    for persona in people:
        project = add_newcomer(project, persona)
    return project


def _met(index: ProjectIndex, left: Counter[Gap], values: Sequence[ValueRef]) -> list[Gap]:
    """Take what somebody shows off what is left; return what is shown with them at last."""
    said = said_with(index.facets, values)
    met = []
    for gap, lacking in left.items():
        if lacking and said.issuperset((ref.facet, ref.value) for ref in gap.values):
            left[gap] -= 1
            met += [gap] if lacking == 1 else []
    return met


def _told(
    persona: Persona,
    values: Sequence[ValueRef],
    met: Sequence[Gap],
    before: Checked,
    after: Checked,
) -> Newcomer:
    old, new = _open(before), _open(after)
    return Newcomer(
        persona,
        tuple(values),
        tuple(met),
        tuple(finding for key, finding in old.items() if key not in new),
        tuple(finding for key, finding in new.items() if key not in old),
    )


def _within(index: ProjectIndex, gaps: Sequence[Gap], most: int) -> Tally:
    """Return what so many people could show at the most: one value of each facet at a time.

    Of one value, or of one combination of facets, each of them shows one.
    A group costs nobody of its own where a detail of it is wanted too.
    """
    crossed: dict[tuple[str, ...], list[Gap]] = defaultdict(list)
    for gap in gaps:
        crossed[tuple(sorted(ref.facet for ref in gap.values))].append(gap)
    counts = Counter[bool]()
    for facets, alike in crossed.items():
        counts[len(facets) == 1] += _affordable(_costs(index, alike), most)
    return Tally(counts[True], counts[False])


def _costs(index: ProjectIndex, gaps: Sequence[Gap]) -> list[int]:
    above = [
        said_with(index.facets, gap.values) - {(ref.facet, ref.value) for ref in gap.values}
        for gap in gaps
    ]
    free = frozenset[tuple[str, str]]().union(*above)
    return [
        0 if any((ref.facet, ref.value) in free for ref in gap.values) else gap.lacking
        for gap in gaps
    ]


def _affordable(costs: Sequence[int], most: int) -> int:
    paid = 0
    for number, cost in enumerate(sorted(costs)):
        paid += cost
        if paid > most:
            return number
    return len(costs)


def _nodes(values: Sequence[ValueRef]) -> str:
    return "/".join(value.node for value in values)


def _open(checked: Checked) -> dict[str, Finding]:
    return {finding.key: finding for finding in weigh(checked).open}
