"""Values that very few of a large cast have."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from personamap.analysis.check import Check, Finding, Limit, Limits, Need, Proposal
from personamap.analysis.group_wording import group_words
from personamap.analysis.index import ProjectIndex
from personamap.analysis.proposals import add_people, fill, free_blanks
from personamap.analysis.watched import Group
from personamap.i18n import N_

_MOST_CHANGED = 3


def _find(index: ProjectIndex, limits: Limits) -> Iterator[Finding]:
    if len(index.cast) < limits["smallest_cast"]:
        return
    for group in index.watched:
        if group.value.starred or (group.facet.kind == "identity" and not group.facet.ordered):
            least = _least(index, group, limits)
            if group.people.bit_count() <= least * group.known.bit_count():
                yield _finding(index, group, least)


def _least(index: ProjectIndex, group: Group, limits: Limits) -> float:
    """Return the share up to which a group is small.

    Where a facet has many values, most are rare: there it is a part of
    what everyone would have if all were equally common. Where one value
    takes nearly everything, that value is told and not each of the few.
    """
    masks = [mask for mask in index.count(group.facet.id).masks.values() if mask]
    largest = max((mask.bit_count() for mask in masks), default=0)
    if largest >= limits["skewed"] * group.known.bit_count():
        return 0.0
    return min(limits["share"], limits["part"] / max(1, len(masks)))


def _finding(index: ProjectIndex, group: Group, least: float) -> Finding:
    count, known = group.people.bit_count(), group.known.bit_count()
    return Finding(
        key=f"few-of-a-kind:{group.node}",
        check="few-of-a-kind",
        severity="imbalance",
        headline=N_("{facet}: {count} of {known} with “{value}”")
        if count > 1
        else N_("{names} is the only one of {known} with “{value}”"),
        message=N_(
            "{facet}: that is {share} in a hundred. Whoever is of so few easily stands for all "
            "of them. Is that what you intend?"
        ),
        summary=N_("{count} of {known} people"),
        subjects=(group.node, *index.people_in(group.people)),
        values=group_words((group,))
        | {
            "names": index.names_in(group.people),
            "count": count,
            "known": known,
            "share": max(1, round(100 * count / known)),
        },
        evidence={"count": count, "people": known},
        weight=0.5 * group.value.starred + 0.3 * group.facet.starred + 0.2 / count,
        needs=(Need(values=(group.ref,), count=_enough(count, known, least)),),
    )


def _enough(count: int, known: int, least: float) -> int:
    """Return how many must have a value so that they are more than `least` of all who answer."""
    if least >= 1:
        return count + known
    return count + max(1, math.floor((least * known - count) / (1 - least)) + 1)


def _propose(index: ProjectIndex, finding: Finding) -> Iterable[Proposal]:
    (need,) = finding.needs
    (value,) = need.values
    more = need.count - len(index.count(value.facet).of(value.value))
    if more <= _MOST_CHANGED:
        able = free_blanks(index, value)
        if len(able) >= more:
            yield fill(index, [(persona_id, value) for persona_id in able[:more]])
        yield add_people(index, finding.key, [[value]] * more)


FEW_OF_A_KIND = Check(
    id="few-of-a-kind",
    title=N_("Few of a kind in a large cast"),
    why=N_(
        "Up to about fifteen in a hundred, people are seen as tokens: as what such people are "
        "like, and not as themselves."
    ),
    source=N_(
        "Rosabeth Moss Kanter, “Some Effects of Proportions on Group Life: Skewed Sex Ratios and "
        "Responses to Token Women”, American Journal of Sociology 82 (5), 1977"
    ),
    find=_find,
    propose=_propose,
    limits=(
        Limit("smallest_cast", 10, N_("Casts smaller than this are counted one by one instead")),
        Limit("share", 0.15, N_("Share up to which people are few")),
        Limit("part", 0.5, N_("Part of an even share, where a facet has many values")),
        Limit("skewed", 0.85, N_("Share of one value from which only that value is told")),
    ),
    most=10,
    area="values",
    reads=frozenset(("facets", "cast", "answers")),
)
