"""Relationships in which those of one group always decide over others, or never do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from personamap.analysis.check import Check, Finding, Limit, Limits
from personamap.analysis.counted import counted
from personamap.analysis.index import ProjectIndex
from personamap.analysis.watched import Group, by_facet
from personamap.i18n import N_

_NEVER = N_("People with “{value}” never decide over anybody else")
_ALWAYS = N_("People with “{value}” are always the ones who decide")
_NEVER_MESSAGE = N_(
    "{facet}: wherever one side decides over the other, it is the other side. "
    "Is that what you intend?"
)
_ALWAYS_MESSAGE = N_(
    "{facet}: wherever one side decides over the other, it is theirs. Is that what you intend?"
)


class _Power(Struct, frozen=True):
    """One relationship with power in it: its number, who holds it and over whom, as masks."""

    number: int
    holder: int
    other: int


def _find(index: ProjectIndex, limits: Limits) -> Iterator[Finding]:
    powers = _powers(index)
    for groups in by_facet(index.watched):
        if groups[0].facet.kind == "identity":
            yield from _in_facet(index, groups, powers, limits)


def _powers(index: ProjectIndex) -> tuple[_Power, ...]:
    places = index.places
    sides = [
        (tie.source, tie.target) if tie.power == "source" else (tie.target, tie.source)
        for tie in index.project.relationships
        if tie.power in ("source", "target") and tie.source != tie.target
    ]
    return tuple(
        _Power(number, 1 << places[holder], 1 << places[other])
        for number, (holder, other) in enumerate(sides)
        if holder in places and other in places
    )


def _in_facet(
    index: ProjectIndex, groups: Sequence[Group], powers: tuple[_Power, ...], limits: Limits
) -> Iterator[Finding]:
    """Tell each side once: where two values share a facet, the one below says it for both."""
    told: set[tuple[int, ...]] = set()
    for headline, message, is_above in (
        (_NEVER, _NEVER_MESSAGE, False),
        (_ALWAYS, _ALWAYS_MESSAGE, True),
    ):
        for group in groups:
            ties = _one_way(group, powers, is_above=is_above)
            numbers = tuple(tie.number for tie in ties)
            if _is_told(group, ties, limits) and numbers not in told:
                told.add(numbers)
                yield _finding(index, group, (headline, message), len(ties))


def _one_way(group: Group, powers: Iterable[_Power], *, is_above: bool) -> list[_Power]:
    """Return the relationships that leave a group if all of them point the same way."""
    same: list[_Power] = []
    for power in powers:
        below, above = (power.other, power.holder) if is_above else (power.holder, power.other)
        if above & group.people and below & group.others:
            same.append(power)
        elif above & group.others and below & group.people:
            return []
    return same


def _is_told(group: Group, ties: Sequence[_Power], limits: Limits) -> bool:
    """Tell whether there are enough ties, of enough people: one person is no group."""
    inside = 0
    for tie in ties:
        inside |= (tie.holder | tie.other) & group.people
    return len(ties) >= limits["ties"] and inside.bit_count() >= limits["people"]


def _finding(index: ProjectIndex, group: Group, words: tuple[str, str], count: int) -> Finding:
    headline, message = words
    way = "always" if headline == _ALWAYS else "never"
    return Finding(
        key=f"power-one-way:{group.node}:{way}",
        check="power-one-way",
        severity="imbalance",
        headline=headline,
        message=message,
        summary=N_("{count} of {ties}"),
        subjects=(group.node, *index.people_in(group.people)),
        values={
            "facet": group.facet.label,
            "value": group.value.label,
            "count": count,
            "ties": counted("power", count),
        },
        evidence={"relationships": count, "cast": len(index.cast)},
        weight=min(0.9, 0.3 + count / 20),
    )


POWER_ONE_WAY = Check(
    id="power-one-way",
    title=N_("Power that points one way"),
    why=N_(
        "Who decides over whom is learnt from what one sees. Where power always lies on the same "
        "side, it begins to look as if it belonged there. Facets of work life are not asked: a "
        "level is there to say who decides."
    ),
    source=N_(
        "Cecilia L. Ridgeway, “Why Status Matters for Inequality”, American Sociological Review "
        "79 (1), 2014"
    ),
    find=_find,
    limits=(
        Limit("ties", 4, N_("Relationships with power between a group and others, at least")),
        Limit("people", 2, N_("People of the group who have one of them, at least")),
    ),
    most=10,
    area="connection",
    reads=frozenset(("facets", "cast", "answers", "relationships")),
)
