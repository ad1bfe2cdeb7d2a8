"""People who alone join others that would never meet without them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from personamap.analysis.bits import mask_of, places_in
from personamap.analysis.check import Check, Finding, Limit, Limits, Proposal
from personamap.analysis.counted import counted
from personamap.analysis.index import ProjectIndex
from personamap.analysis.story_proposals import bring_together
from personamap.analysis.watched import Group, by_facet
from personamap.i18n import N_


def _find(index: ProjectIndex, limits: Limits) -> Iterator[Finding]:
    company = index.company
    for place, sides in company.joints().items():
        large = [side for side in sides if side.bit_count() >= limits["people"]]
        if len(large) > 1:
            yield _between_sides(index, index.cast[place].id, large[0], large[1])
    for groups in by_facet(index.watched):
        many = [g for g in groups if g.people.bit_count() >= limits["group"]]
        reach = {group.node: company.reach(group.people) for group in many}
        for one, other in combinations(many, 2):
            if not one.people & other.people:
                met = (reach[other.node] & one.people, reach[one.node] & other.people)
                yield from _between_groups(index, (one, other), met, limits)


def _between_groups(
    index: ProjectIndex, groups: tuple[Group, Group], met: tuple[int, int], limits: Limits
) -> Iterator[Finding]:
    """Tell who alone of a group is met by the other, if several of the other meet them."""
    few, many = sorted(met, key=int.bit_count)
    if few.bit_count() == 1 and many.bit_count() >= limits["ties"]:
        for place in places_in(few):
            yield _between_values(index, index.cast[place].id, groups, many.bit_count())


def _between_values(
    index: ProjectIndex, persona_id: str, groups: tuple[Group, Group], ties: int
) -> Finding:
    one, other = groups
    return Finding(
        key=f"only-link:{persona_id}:{one.node}:{other.value.id}",
        check="only-link",
        severity="note",
        headline=N_("Only {name} joins people with “{value}” and people with “{other}”"),
        message=N_(
            "{facet}: the two have {ties} – a scene in common or a relationship – and none without "
            "{name}. Who else could know both?"
        ),
        summary=N_("{count} of {ties}"),
        subjects=(persona_id, one.node, f"{other.facet.id}.{other.value.id}"),
        values={
            "name": index.name(persona_id),
            "facet": one.facet.label,
            "value": one.value.label,
            "other": other.value.label,
            "count": ties,
            "ties": counted("tie", ties),
        },
        evidence={"links": 1, "cast": len(index.cast)},
        weight=0.3,
    )


def _between_sides(index: ProjectIndex, persona_id: str, one: int, other: int) -> Finding:
    return Finding(
        key=f"only-link:{persona_id}",
        check="only-link",
        severity="note",
        headline=N_("Only {name} joins {others} with the rest of the cast"),
        message=N_(
            "{others} and {rest} meet through {name} alone, in scenes and in relationships. If "
            "{name} were cut, the story would fall apart. Who else could know both?"
        ),
        summary=N_("1 person between {others_count} and {rest_count}"),
        subjects=(persona_id, *index.people_in(other)),
        values={
            "name": index.name(persona_id),
            "others": index.names_in(other),
            "rest": index.names_in(one),
            "others_count": other.bit_count(),
            "rest_count": one.bit_count(),
        },
        evidence={"links": 1, "cast": len(index.cast)},
        weight=0.4,
    )


def _propose(index: ProjectIndex, finding: Finding) -> Iterable[Proposal]:
    link, *apart = finding.subjects
    if any(subject not in index.places for subject in apart):
        return _between(index, link, *apart)
    linked = 1 << index.places[link]
    side = mask_of(apart, index.places)
    rest = index.company.circle(linked, index.company.everyone) & ~(side | linked)
    return bring_together(index, apart, index.people_in(rest))


def _between(index: ProjectIndex, link: str, one: str, other: str) -> Iterable[Proposal]:
    facet_id, _dot, value = one.partition(".")
    masks = index.count(facet_id).masks
    linked = 1 << index.places[link]
    ones = masks[value] & ~linked
    others = masks[other.partition(".")[2]] & ~linked
    return bring_together(index, index.people_in(ones), index.people_in(others))


ONLY_LINK = Check(
    id="only-link",
    title=N_("One person between two sides"),
    why=N_(
        "Whoever is the only bridge carries everything that passes, and has to explain one side "
        "to the other. If they are cut, two stories are left that know nothing of each other."
    ),
    source=N_(
        "Mark S. Granovetter, “The Strength of Weak Ties”, American Journal of Sociology 78 (6), "
        "1973"
    ),
    find=_find,
    propose=_propose,
    limits=(
        Limit("people", 2, N_("People each side needs if anyone is looked at")),
        Limit("group", 3, N_("People each side needs if they share a value")),
        Limit("ties", 3, N_("Ties between people of two values from which one link is told")),
    ),
    most=5,
    area="connection",
    reads=frozenset(("facets", "cast", "answers", "scenes", "relationships")),
)
