"""Facets on which people of the cast have no answer yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from personamap.analysis.check import Check, Evidence, Finding, Limit, Limits, Proposal
from personamap.analysis.counted import counted
from personamap.analysis.facet_counts import FacetCount
from personamap.analysis.index import ProjectIndex
from personamap.analysis.proposals import ALTERNATIVES, Fill, fill, free_blanks
from personamap.analysis.wording import Words
from personamap.domain.facet import FacetValue, ValueRef
from personamap.i18n import N_

MOST_FILLED = 6

_ONE = N_("{names} has no answer on {facet} yet")
_MANY = N_("{names} have no answer on {facet} yet")
_ALL = N_("Nobody has an answer on {facet} yet")
_KINDS = N_(
    "{undecided} undecided and {open} open. Blanks are no values: what stays open now will be "
    "decided by whoever draws and speaks the part."
)


def _find(index: ProjectIndex, limits: Limits) -> Iterator[Finding]:
    for count in index.counts.values():
        free = count.may_still_say()
        share = limits["starred_share" if count.facet.starred else "share"]
        if free and len(free) >= share * len(index.cast):
            yield _finding(index, count, free)


def _finding(index: ProjectIndex, count: FacetCount, free: Sequence[str]) -> Finding:
    numbers = {str(state): len(people) for state, people in count.blanks.items()}
    evidence: Evidence = {**numbers, "cast": len(index.cast)}
    values: dict[str, Words] = {
        "facet": count.facet.label,
        "names": tuple(index.name(persona_id) for persona_id in free),
        "people": counted("person", len(index.cast)),
        "count": len(free),
        **numbers,
    }
    everyone = len(free) == len(index.cast) > 1
    return Finding(
        key=f"blanks:{count.facet.id}",
        check="blanks",
        severity="note",
        headline=_ALL if everyone else _ONE if len(free) == 1 else _MANY,
        message=_KINDS,
        summary=N_("{count} of {people}"),
        subjects=(count.facet.id, *free),
        values=values,
        evidence=evidence,
        weight=float(count.facet.starred) + len(free) / max(1, len(index.cast)),
    )


def _propose(index: ProjectIndex, finding: Finding) -> Iterable[Proposal]:
    count = index.count(finding.subjects[0])
    rarest = sorted(count.groups, key=lambda v: (len(count.of(v.id)), not v.starred))
    people = finding.subjects[1:]
    if len(people) == 1:
        for value in rarest[:ALTERNATIVES]:
            yield from _fill(index, count, people, [value])
    elif len(people) <= MOST_FILLED:
        yield from _fill(index, count, people, rarest)


def _fill(
    index: ProjectIndex, count: FacetCount, people: Sequence[str], values: Sequence[FacetValue]
) -> Iterator[Proposal]:
    fills: list[Fill] = []
    for number, persona_id in enumerate(people):
        if not values:
            return
        value = ValueRef(facet=count.facet.id, value=values[number % len(values)].id)
        if persona_id in free_blanks(index, value):
            fills.append((persona_id, value))
    if fills:
        yield fill(index, fills)


BLANKS = Check(
    id="blanks",
    title=N_("Answers still blank"),
    why=N_(
        "What nobody decides is decided by habit, and habit picks what is usual. Withheld and "
        "undisclosed answers are decisions and are not counted here."
    ),
    source=N_("Donald B. Rubin, “Inference and Missing Data”, Biometrika 63 (3), 1976"),
    find=_find,
    propose=_propose,
    limits=(
        Limit("starred_share", 0.0, N_("Share of the cast that may be blank on a starred facet")),
        Limit("share", 0.5, N_("Share of the cast from which blanks on other facets are told")),
    ),
    area="values",
    reads=frozenset(("facets", "cast", "answers")),
)
