"""Combinations of values that too few people of the cast have, although each part is there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from personamap.analysis.aimed import aimed
from personamap.analysis.check import Check, Evidence, Finding, Limit, Limits, Need, Proposal
from personamap.analysis.combination_proposals import bring_together
from personamap.analysis.counted import counted
from personamap.analysis.expected import Expectation, Expecting, Reason
from personamap.analysis.index import ProjectIndex
from personamap.analysis.patterns.cast import cast_universe
from personamap.analysis.patterns.search import find_uncovered
from personamap.analysis.proposals import value_label, value_labels
from personamap.analysis.wording import Words, listed
from personamap.domain.facet import ValueRef
from personamap.i18n import N_, _

MOST_FOUND = 2_000

_BOTH = N_("Nobody has both “{first}” and “{second}”")
_ALL = N_("Nobody has all of {values}")
_TOO_FEW = N_("{count} of at least {wanted} with {values}")

_MESSAGES: Mapping[Reason, str] = {
    "chosen": N_(
        "This course aims for these facets to meet, and the cast has each value: {having}. "
        "Is that what you intend?"
    ),
    "audience": N_(
        "{audience} of the {people} people who will take the course do. The cast has each value: "
        "{having}. Is that what you intend?"
    ),
    "starred": N_(
        "Each of them matters for this course, and the cast has each: {having}. "
        "Is that what you intend?"
    ),
    "numbers": N_(
        "The cast has {having}; by these numbers alone, one could expect somebody with both. "
        "Is that what you intend?"
    ),
}
_NUMBERS_ALL = N_(
    "The cast has {having}, and some of these values meet, but never all of them. "
    "By these numbers alone, one could expect it. Is that what you intend?"
)


class _Gap(Struct, frozen=True):
    """Values that should meet, who has them all, why that is too few, and out of what universe."""

    values: Sequence[ValueRef]
    holders: tuple[str, ...]
    wanted: int
    expectation: Expectation
    excluded: int


def _find(index: ProjectIndex, limits: Limits) -> Iterator[Finding]:
    for gap in _gaps(index, limits):
        yield _finding(index, gap)


def _gaps(index: ProjectIndex, limits: Limits) -> Iterator[_Gap]:
    wanted = max(1, round(limits["people"]))
    if len(index.cast) < wanted:
        return
    aim = aimed(index)
    cast = cast_universe(index, aim.facets, aim.joined, starred_details=True)
    audience = limits["audience_share"] * (index.audience.people if index.audience else 0)
    by_numbers = limits["expected"] * wanted
    expecting = Expecting(index, aim, cast, audience, by_numbers)
    universe = cast.universe
    found = find_uncovered(universe, wanted, aim.level, MOST_FOUND, expecting.may_expect)
    joined = (pattern for pattern, _count in found.patterns if len(pattern) > 1)
    expected = dict(each for pattern in joined for each in expecting.expected_in(pattern))
    for pattern, expectation in expected.items():
        holders = universe.everyone
        for number in pattern:
            holders &= universe.conditions[number].people
        yield _Gap(
            sorted((cast.values[number] for number in pattern), key=lambda ref: ref.node),
            index.people_in(holders),
            wanted,
            expectation,
            len(universe.implausible),
        )


def _finding(index: ProjectIndex, gap: _Gap) -> Finding:
    nodes = tuple(value.node for value in gap.values)
    people = index.audience.people if index.audience else 0
    counts = [len(index.count(ref.facet).of(ref.value)) for ref in gap.values]
    evidence: Evidence = {
        "count": len(gap.holders),
        "wanted": gap.wanted,
        "having": tuple(f"{node}: {count}" for node, count in zip(nodes, counts, strict=True)),
        "audience": gap.expectation.audience,
        "cast": len(index.cast),
        "people": people,
        "excluded": gap.excluded,
    }
    numbers = {name: value for name, value in evidence.items() if isinstance(value, int)}
    return Finding(
        key=f"uncovered-combinations:{'+'.join(nodes)}",
        check="uncovered-combinations",
        severity="note" if gap.expectation.reason == "numbers" else "gap",
        headline=_headline(gap),
        message=_message(gap),
        summary=_summary(gap),
        subjects=(*nodes, *gap.holders),
        values=_words(index, gap.values, counts)
        | numbers
        | {"everyone": counted("person", len(index.cast))},
        evidence=evidence,
        weight=_weight(gap.expectation, people),
        needs=(Need(values=tuple(gap.values), count=gap.wanted),),
    )


def _headline(gap: _Gap) -> str:
    if gap.wanted > 1:
        return _TOO_FEW
    return _BOTH if len(gap.values) == 2 else _ALL


def _message(gap: _Gap) -> str:
    many = len(gap.values) > 2 or gap.wanted > 1
    reason = gap.expectation.reason
    return _NUMBERS_ALL if reason == "numbers" and many else _MESSAGES[reason]


def _summary(gap: _Gap) -> str:
    if gap.excluded:
        return N_("{count} of {everyone}; left out as implausible: {excluded}")
    return N_("{count} of {everyone}")


def _words(
    index: ProjectIndex, values: Sequence[ValueRef], counts: Sequence[int]
) -> dict[str, Words]:
    named = value_labels(index, values)
    having = _("{count} with {value}")
    labels = [value_label(index.project.facet(ref.facet), ref.value) for ref in values]
    return {
        "first": labels[0],
        "second": labels[1],
        "values": listed(named, most=len(named)),
        "having": listed(
            [having.format(count=n, value=name) for n, name in zip(counts, named, strict=True)],
            most=len(named),
        ),
    }


def _weight(expectation: Expectation, people: int) -> float:
    """Weigh by the share of the audience, then by how surprising the gap is in this cast."""
    share = expectation.audience / people if people else 0.0
    surprise = expectation.by_numbers / (1 + expectation.by_numbers)
    return share + surprise / 2


def _propose(index: ProjectIndex, finding: Finding) -> Iterable[Proposal]:
    (need,) = finding.needs
    holders = [subject for subject in finding.subjects if subject in index.people]
    return bring_together(index, finding.key, need, need.count - len(holders))


UNCOVERED_COMBINATIONS = Check(
    id="uncovered-combinations",
    title=N_("Values that never meet in one person"),
    why=N_(
        "People are several things at once. Where the women are never the team leads, or nobody "
        "over 55 works shifts, those learners meet each half of themselves and never the whole."
    ),
    source=N_(
        "Kimberlé Crenshaw, “Demarginalizing the Intersection of Race and Sex”, University of "
        "Chicago Legal Forum, 1989; Abolfazl Asudeh, Zhongjun Jin and H. V. Jagadish, “Assessing "
        "and Remedying Coverage for a Given Dataset”, ICDE 2019"
    ),
    find=_find,
    propose=_propose,
    limits=(
        Limit("people", 1, N_("People with all of the values, so that a combination is there")),
        Limit(
            "expected",
            1.5,
            N_(
                "People one would expect, by the numbers of each value, before a combination is "
                "told that nobody asked for; 0 tells all"
            ),
        ),
        Limit(
            "audience_share",
            0.05,
            N_("Share of the audience from which a combination is missed although nobody asked"),
        ),
    ),
    most=6,
    area="combinations",
    reads=frozenset(("facets", "cast", "answers", "aim", "audiences")),
)
