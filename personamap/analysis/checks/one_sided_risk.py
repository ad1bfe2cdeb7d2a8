"""Groups, or single people, who alone take the risks of a story."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from personamap.analysis.chance import chance_of_all
from personamap.analysis.check import Check, Evidence, Finding, Limit, Limits, Proposal
from personamap.analysis.counted import counted
from personamap.analysis.group_wording import group_words
from personamap.analysis.index import ProjectIndex
from personamap.analysis.proposals import ALTERNATIVES
from personamap.analysis.risks import Risk, chances, find_risks, present_in, takers_of, times
from personamap.analysis.story_proposals import take_risk
from personamap.analysis.watched import Group, by_people
from personamap.i18n import N_

_ONLY = N_("{facet}: only people with “{value}” take a risk")
_ONLY_IS = N_("Only people who are {value} take a risk")


def _find(index: ProjectIndex, limits: Limits) -> Iterator[Finding]:
    risks = find_risks(index.project.scenes, index.places)
    takers = takers_of(risks)
    if times(risks, takers) < limits["risks"] or not chances(risks, ~takers):
        return
    if takers.bit_count() == 1:
        yield _only_person(index, risks, takers)
        return
    groups = (g for g in index.watched if _takes_all(g, risks, takers, limits))
    for same in by_people(groups):
        yield _only_group(index, same, risks, takers)


def _takes_all(group: Group, risks: Sequence[Risk], takers: int, limits: Limits) -> bool:
    """Tell whether all risks are those of a group while others are there to take them."""
    if takers & ~group.people or not chances(risks, group.others):
        return False
    pool, inside = chances(risks, group.known), chances(risks, group.people)
    return chance_of_all(pool, inside, times(risks, takers)) <= limits["chance"]


def _only_group(
    index: ProjectIndex, groups: Sequence[Group], risks: Sequence[Risk], takers: int
) -> Finding:
    group = groups[0]
    return Finding(
        key=f"one-sided-risk:{group.node}",
        check="one-sided-risk",
        severity="imbalance",
        headline=_ONLY_IS if group.reads_as_is else _ONLY,
        message=N_(
            "In {scenes} somebody dares something, and it is {names} every time. People "
            "with other values were there {chances}. Is that what you intend?"
        ),
        summary=N_("{count} of {risks}"),
        subjects=(*(same.node for same in groups), *index.people_in(takers)),
        values=group_words(groups)
        | {
            "names": index.names_in(takers),
            "scenes": counted("scene", len(risks)),
            "count": times(risks, takers),
            "risks": counted("risk", times(risks, takers)),
            "chances": counted("time", chances(risks, group.others)),
        },
        evidence=_evidence(index, risks, takers),
        weight=0.5,
    )


def _only_person(index: ProjectIndex, risks: Sequence[Risk], taker: int) -> Finding:
    (name,) = index.names_in(taker)
    (persona_id,) = index.people_in(taker)
    return Finding(
        key=f"one-sided-risk:{persona_id}",
        check="one-sided-risk",
        severity="imbalance",
        headline=N_("Only {name} takes a risk"),
        message=N_(
            "In {scenes} somebody dares something, and it is {name} every time. Others "
            "were there {chances}. Is that what you intend?"
        ),
        summary=N_("all of {risks}"),
        subjects=(persona_id,),
        values={
            "name": name,
            "scenes": counted("scene", len(risks)),
            "risks": counted("risk", len(risks)),
            "chances": counted("time", chances(risks, ~taker)),
        },
        evidence=_evidence(index, risks, taker),
        weight=0.5,
    )


def _evidence(index: ProjectIndex, risks: Sequence[Risk], takers: int) -> Evidence:
    return {
        "risks": times(risks, takers),
        "takers": takers.bit_count(),
        "cast": len(index.cast),
    }


def _propose(index: ProjectIndex, finding: Finding) -> Iterator[Proposal]:
    risks = find_risks(index.project.scenes, index.places)
    group = next((g for g in index.watched if g.node == finding.subjects[0]), None)
    beside = group.others if group else ~takers_of(risks)
    able = index.people_in(present_in(risks) & beside)
    scenes = [risk.scene for risk in risks]
    offers = (offer for who in able for offer in take_risk(index, who, scenes))
    yield from islice(offers, ALTERNATIVES)


ONE_SIDED_RISK = Check(
    id="one-sided-risk",
    title=N_("Who takes the risks"),
    why=N_(
        "Speaking up is a risk, and a team is safe when everyone may take it. If always the same "
        "people do, learners see courage as a trait of theirs, or as a duty."
    ),
    source=N_(
        "Amy C. Edmondson, “Psychological Safety and Learning Behavior in Work Teams”, "
        "Administrative Science Quarterly 44 (2), 1999"
    ),
    find=_find,
    propose=_propose,
    limits=(
        Limit("risks", 3, N_("Risks taken in the whole course, at least")),
        Limit("chance", 0.1, N_("How likely it may be by pure chance and still be told, 0 to 1")),
    ),
    most=3,
    area="belonging",
    reads=frozenset(("facets", "cast", "answers", "scenes")),
)
