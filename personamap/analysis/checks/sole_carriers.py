"""People whose leaving would take several values out of the cast."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from personamap.analysis.check import Check, Finding, Limit, Limits, Proposal
from personamap.analysis.counted import counted
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
    shown, carried = _carried(index)
    enough = max(limits["values"], limits["share"] * shown)
    for persona in index.cast:
        values = carried.get(persona.id, [])
        if len(values) >= enough:
            yield _finding(index, persona.id, values, shown)


def _carried(index: ProjectIndex) -> tuple[int, dict[str, list[ValueRef]]]:
    """Return how many values the cast shows, and which of them hang on one person each."""
    shown = 0
    carried: dict[str, list[ValueRef]] = {}
    for count in index.counts.values():
        if not index.matters(count.facet):
            continue
        for value_id, people in count.people.items():
            shown += bool(people)
            if len(people) == 1:
                value = ValueRef(facet=count.facet.id, value=value_id)
                carried.setdefault(people[0], []).append(value)
    return shown, carried


def _finding(
    index: ProjectIndex, persona_id: str, values: Sequence[ValueRef], shown: int
) -> Finding:
    labels = tuple(value_label(index.project.facet(v.facet), v.value) for v in values)
    return Finding(
        key=f"sole-carriers:{persona_id}",
        check="sole-carriers",
        severity="imbalance",
        headline=N_("Without {name} the cast loses {count} of its {shown}"),
        message=N_(
            "Nobody else has {values}. Should one person carry all of this, and would the course "
            "still work if they were cut?"
        ),
        summary=N_("{lost} with nobody else"),
        subjects=(persona_id, *(value.node for value in values)),
        values={
            "name": index.name(persona_id),
            "values": labels,
            "count": len(values),
            "lost": counted("value", len(values)),
            "shown": counted("value", shown),
        },
        evidence={"values": tuple(v.node for v in values), "cast": len(index.cast)},
        weight=len(values) / max(1, shown),
    )


def _propose(index: ProjectIndex, finding: Finding) -> Iterable[Proposal]:
    values = [parse_value(node) for node in finding.subjects[1:]]
    fills: list[Fill] = []
    for value in values:
        taken = {(person, filled.facet) for person, filled in fills}
        able = [p for p in free_blanks(index, value) if (p, value.facet) not in taken]
        fills.extend((persona_id, value) for persona_id in able[:1])
    if fills:
        yield fill(index, fills)
    firsts = [next(group) for _facet, group in groupby(values, key=lambda v: v.facet)]
    yield add_people(index, finding.key, [firsts])


SOLE_CARRIERS = Check(
    id="sole-carriers",
    title=N_("Much hangs on one person"),
    why=N_(
        "Casts are cut late. If one person carries much of what makes the cast varied, one cut "
        "takes it all, and until then that person does all the work of being different."
    ),
    source=N_("Rosabeth Moss Kanter, Men and Women of the Corporation, 1977, chapter 8"),
    find=_find,
    propose=_propose,
    limits=(
        Limit("values", 3, N_("Values that hang on one person")),
        Limit("share", 0.2, N_("Share of all values the cast shows")),
        Limit("smallest_cast", 3, N_("Casts smaller than this are not asked")),
    ),
    area="carriers",
    reads=frozenset(("facets", "cast", "answers")),
)
