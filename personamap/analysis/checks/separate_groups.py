"""Groups of the cast that never, or hardly ever, meet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from personamap.analysis.bits import mask_of
from personamap.analysis.check import Check, Finding, Limit, Limits, Proposal
from personamap.analysis.counted import counted
from personamap.analysis.index import ProjectIndex
from personamap.analysis.mixing import Meeting, Mixing
from personamap.analysis.story_proposals import bring_together
from personamap.analysis.watched import Group, by_facet
from personamap.i18n import N_

CIRCLES = "separate-groups:cast"

_NEVER = N_("People with “{value}” and people with {others} never meet")
_HARDLY = N_("People with “{value}” and people with {others} hardly ever meet")


def _find(index: ProjectIndex, limits: Limits) -> Iterator[Finding]:
    company = index.company
    circles = [circle for circle in company.circles(company.everyone) if circle.bit_count() > 1]
    if len(circles) > 1:
        yield _circles(index, circles)
    for groups in by_facet(index.watched):
        yield from _in_facet(index, groups, limits)


def _in_facet(index: ProjectIndex, groups: Sequence[Group], limits: Limits) -> Iterator[Finding]:
    """Tell first who keeps away from everyone, then which others keep away from each other."""
    rarely = {"expected": limits["expected"], "share": limits["share"]}
    large = [group for group in groups if group.people.bit_count() >= limits["people"]]
    mixing = Mixing(index.company, groups[0].known if large else 0)
    alone: set[str] = set()
    for group in large:
        others = [one for one in groups if one.people & group.others]
        enough = len(others) > 1 and group.others.bit_count() >= limits["people"]
        met = mixing.rare_meeting(group.people, group.others, **rarely) if enough else None
        if met:
            alone.add(group.node)
            yield _apart(index, group, others, met)
    for one, other in combinations(large, 2):
        if not (one.people & other.people or alone & {one.node, other.node}):
            met = mixing.rare_meeting(one.people, other.people, **rarely)
            if met:
                yield _apart(index, one, [other], met)


def _apart(index: ProjectIndex, group: Group, others: Sequence[Group], met: Meeting) -> Finding:
    second = others[0].value.id if len(others) == 1 else "others"
    return Finding(
        key=f"separate-groups:{group.node}:{second}",
        check="separate-groups",
        severity="imbalance",
        headline=_HARDLY if met.joining else _NEVER,
        message=N_(
            "{facet}: people have {ties} – a scene in common or a relationship. Between these "
            "groups: {joining}. If everyone met everyone alike, it would be about {expected}. "
            "Is that what you intend?"
        ),
        summary=N_("{joining} of {ties}"),
        subjects=(group.node, *index.people_in(group.people)),
        values={
            "facet": group.facet.label,
            "value": group.value.label,
            "others": tuple(f"“{other.value.label}”" for other in others),
            "ties": counted("tie", met.ties),
            "joining": met.joining,
            "expected": round(met.expected),
        },
        evidence={
            "joining": met.joining,
            "others": tuple(other.value.id for other in others),
            "cast": len(index.cast),
        },
        weight=0.3 + min(0.6, (met.expected - met.joining) / max(1, met.ties)),
    )


def _circles(index: ProjectIndex, circles: Sequence[int]) -> Finding:
    first, second = circles[:2]
    return Finding(
        key=CIRCLES,
        check="separate-groups",
        severity="imbalance",
        headline=N_("The cast falls into {count} circles that never meet"),
        message=N_(
            "{names} meet each other in scenes or relationships, and so do {others}. Nothing "
            "joins the two. Who could?"
        ),
        summary=N_("{count} circles among {cast} people"),
        subjects=index.people_in(second),
        values={
            "names": index.names_in(first),
            "others": index.names_in(second),
            "count": len(circles),
            "cast": len(index.cast),
        },
        evidence={"circles": len(circles), "cast": len(index.cast)},
        weight=0.5,
    )


def _propose(index: ProjectIndex, finding: Finding) -> Iterable[Proposal]:
    ones = [subject for subject in finding.subjects if subject in index.places]
    if finding.key == CIRCLES:
        others = index.company.everyone & ~mask_of(ones, index.places)
    else:
        others = _others(index, finding)
    return bring_together(index, ones, index.people_in(others))


def _others(index: ProjectIndex, finding: Finding) -> int:
    facet_id = finding.subjects[0].partition(".")[0]
    named = finding.evidence["others"]
    masks = index.count(facet_id).masks
    people = 0
    for value in named if isinstance(named, tuple) else ():
        people |= masks.get(value, 0)
    return people


SEPARATE_GROUPS = Check(
    id="separate-groups",
    title=N_("Groups that never meet"),
    why=N_(
        "Where groups meet, prejudice becomes less; where they only stand side by side, it stays. "
        "A cast in which they never meet has nothing to show about working together."
    ),
    source=N_(
        "Thomas F. Pettigrew and Linda R. Tropp, “A Meta-Analytic Test of Intergroup Contact "
        "Theory”, Journal of Personality and Social Psychology 90 (5), 2006"
    ),
    find=_find,
    propose=_propose,
    limits=(
        Limit("people", 2, N_("People a group needs to be looked at")),
        Limit("expected", 2, N_("Ties to expect if everyone met alike, from which it is told")),
        Limit("share", 0.2, N_("Share of them that may be there and still be told")),
    ),
    most=10,
    area="connection",
    reads=frozenset(("facets", "cast", "answers", "scenes", "relationships")),
)
