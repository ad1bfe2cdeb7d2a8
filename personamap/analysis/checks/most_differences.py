"""One person who differs on nearly everything, among others who hardly differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from personamap.analysis.bits import places_in
from personamap.analysis.check import Check, Finding, Limit, Limits, Proposal
from personamap.analysis.counted import counted
from personamap.analysis.facet_counts import FacetCount
from personamap.analysis.index import ProjectIndex
from personamap.analysis.proposals import (
    Fill,
    add_people,
    fill,
    free_blanks,
    parse_value,
    value_label,
)
from personamap.domain.facet import ValueRef
from personamap.i18n import N_


def _find(index: ProjectIndex, limits: Limits) -> Iterator[Finding]:
    if len(index.cast) < limits["smallest_cast"]:
        return
    carried = _carried(index)
    total = sum(len(values) for values in carried.values())
    for place, values in carried.items():
        if len(values) >= limits["facets"] and len(values) > limits["share"] * total:
            yield _finding(index, index.cast[place].id, values, total)


def _carried(index: ProjectIndex) -> Mapping[int, list[ValueRef]]:
    """Return for each place in the cast the values in which somebody differs from most."""
    carried: dict[int, list[ValueRef]] = {}
    for count in index.counts.values():
        if count.facet.kind == "identity" and not count.facet.ordered:
            for place in places_in(_apart(count)):
                carried.setdefault(place, []).append(_value_of(count, place))
    return carried


def _apart(count: FacetCount) -> int:
    """Return who has none of a value that more than half of those who answer have."""
    known = most = 0
    for mask in count.masks.values():
        known |= mask
        most = max(most, mask, key=int.bit_count)
    return known & ~most if 2 * most.bit_count() > known.bit_count() else 0


def _value_of(count: FacetCount, place: int) -> ValueRef:
    value = next(value for value, mask in count.masks.items() if mask >> place & 1)
    return ValueRef(facet=count.facet.id, value=value)


def _finding(
    index: ProjectIndex, persona_id: str, values: Sequence[ValueRef], total: int
) -> Finding:
    return Finding(
        key=f"most-differences:{persona_id}",
        check="most-differences",
        severity="imbalance",
        headline=N_("{name} carries {count} of the {total} in the cast"),
        message=N_(
            "{values}: there most others are alike. Should one person do nearly all the work of "
            "being different?"
        ),
        summary=N_("{count} of {total}"),
        subjects=(persona_id, *(value.node for value in values)),
        values={
            "name": index.name(persona_id),
            "values": tuple(value_label(index.project.facet(v.facet), v.value) for v in values),
            "count": len(values),
            "total": counted("difference", total),
        },
        evidence={"count": len(values), "total": total},
        weight=len(values) / total,
    )


def _propose(index: ProjectIndex, finding: Finding) -> Iterable[Proposal]:
    values = [parse_value(node) for node in finding.subjects[1:]]
    fills: list[Fill] = [
        (persona_id, value) for value in values for persona_id in free_blanks(index, value)[:1]
    ]
    if fills:
        yield fill(index, fills)
    yield add_people(index, finding.key, [values])


MOST_DIFFERENCES = Check(
    id="most-differences",
    title=N_("One person does all the work of being different"),
    why=N_(
        "When one person is to show all the difference there is, they are asked to stand for "
        "everything at once and for nothing of their own, and everyone else stays the rule."
    ),
    source=N_(
        "Amado M. Padilla, “Ethnic Minority Scholars, Research, and Mentoring: Current and Future "
        "Issues”, Educational Researcher 23 (4), 1994"
    ),
    find=_find,
    propose=_propose,
    limits=(
        Limit("facets", 3, N_("Facets on which somebody differs from most others")),
        Limit("share", 0.5, N_("Share of all differences in the cast")),
        Limit("smallest_cast", 4, N_("Casts smaller than this are not asked")),
    ),
    area="carriers",
    reads=frozenset(("facets", "cast", "answers")),
)
