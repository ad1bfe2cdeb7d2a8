"""Somebody who is the only one with a value, in a cast small enough to notice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from personamap.analysis.check import Check, Finding, Limit, Limits, Need, Proposal
from personamap.analysis.counted import counted
from personamap.analysis.index import ProjectIndex
from personamap.analysis.proposals import ALTERNATIVES, add_people, fill, free_blanks, parse_value
from personamap.domain.facet import Facet, FacetValue, ValueRef
from personamap.i18n import N_


def _find(index: ProjectIndex, limits: Limits) -> Iterator[Finding]:
    if not limits["smallest_cast"] <= len(index.cast) < limits["largest_cast"]:
        return
    for count in index.counts.values():
        stated = set().union(*count.people.values())
        for value in count.groups:
            people = count.people[value.id]
            alone = len(people) == 1 and len(stated) > 1
            if alone and _is_watched(index, count.facet, value):
                yield _finding(index, count.facet, value, people[0])


def _is_watched(index: ProjectIndex, facet: Facet, value: FacetValue) -> bool:
    """Tell whether standing alone means something: on a scale, most people do."""
    if value.starred:
        return True
    return index.matters(facet) and facet.kind == "identity" and not facet.ordered


def _finding(index: ProjectIndex, facet: Facet, value: FacetValue, persona_id: str) -> Finding:
    node = ValueRef(facet=facet.id, value=value.id).node
    return Finding(
        key=f"only-one:{node}",
        check="only-one",
        severity="imbalance",
        headline=N_("{name} is the only one with “{value}”"),
        message=N_(
            "{facet}: everyone else of the {cast} answers something else or nothing. One person "
            "easily stands for all of them. Is that what you intend?"
        ),
        summary=N_("{count} of {people}"),
        subjects=(node, persona_id),
        values={
            "name": index.name(persona_id),
            "value": value.label,
            "facet": facet.label,
            "count": 1,
            "cast": len(index.cast),
            "people": counted("person", len(index.cast)),
        },
        evidence={"count": 1, "cast": len(index.cast)},
        weight=float(value.starred) + 0.5 * facet.starred,
        needs=(Need((ValueRef(facet=facet.id, value=value.id),), count=2),),
    )


def _propose(index: ProjectIndex, finding: Finding) -> Iterable[Proposal]:
    value = parse_value(finding.subjects[0])
    for persona_id in free_blanks(index, value)[:ALTERNATIVES]:
        yield fill(index, [(persona_id, value)])
    yield add_people(index, finding.key, [[value]])


ONLY_ONE = Check(
    id="only-one",
    title=N_("The only one"),
    why=N_(
        "Whoever is the only one of a kind is seen as a sign of that kind: everything they do, "
        "good or bad, is read as what such people do."
    ),
    source=N_("Rosabeth Moss Kanter, Men and Women of the Corporation, 1977, chapter 8"),
    find=_find,
    propose=_propose,
    limits=(
        Limit("smallest_cast", 3, N_("Casts smaller than this are not asked")),
        Limit("largest_cast", 10, N_("Casts of this many people or more are not asked")),
    ),
    area="values",
    reads=frozenset(("facets", "cast", "answers")),
    across=True,
)
