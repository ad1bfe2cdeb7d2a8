"""Values that nearly everybody has."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from msgspec import Struct

from personamap.analysis.check import Check, Finding, Limit, Limits, Need, Proposal, Severity
from personamap.analysis.group_wording import group_words
from personamap.analysis.index import ProjectIndex
from personamap.analysis.proposals import add_people, fill, free_blanks
from personamap.analysis.watched import Group
from personamap.domain.facet import ValueRef
from personamap.i18n import N_

_MOST_CHANGED = 3

_ALL = N_("{facet}: all {known} have “{value}”")
_ALL_ARE = N_("All {known} are {value}")
_MOST = N_("{facet}: {count} of {known} have “{value}”")
_MOST_ARE = N_("{count} of {known} are {value}")
_NOBODY_ELSE = N_("Nobody answers anything else. Is that what you intend?")
_FEW = N_("{names} answer something else. Is that what you intend?")
_SHARE = N_(
    "That is {share} in a hundred. The other {rest} easily stand for their kind. "
    "Is that what you intend?"
)
_AUDIENCE = N_(
    "Of those who will take the course, {audience} of {people} have it. Is that what you intend?"
)


class _Majority(Struct, frozen=True):
    """A value that many have and nothing beside it, and who answers otherwise; bits."""

    group: Group
    people: int
    others: int
    severity: Severity
    share: float

    @property
    def count(self) -> int:
        return self.people.bit_count()

    @property
    def known(self) -> int:
        return self.count + self.others.bit_count()


def _find(index: ProjectIndex, limits: Limits) -> Iterator[Finding]:
    for group in index.watched:
        majority = _majority(index, group, limits)
        if majority is not None and not _is_mirrored(index, majority):
            yield _finding(index, majority)


def _majority(index: ProjectIndex, group: Group, limits: Limits) -> _Majority | None:
    count = index.count(group.facet.id)
    if group.value.id not in count.masks:
        return None
    several = sum(1 << place for place in count.extra)
    people = group.people & ~several
    others = group.known & ~people
    known = group.known.bit_count()
    small = len(index.cast) < limits["large_cast"]
    if known < max(2, limits["smallest"]) or (small and _tells_only_one(group, others)):
        return None
    share = people.bit_count() / known
    for name, severity in _bands(small):
        if 0 < limits[name] <= share:
            return _Majority(group, people, others, severity, limits[name])
    return None


def _bands(small: bool) -> tuple[tuple[str, Severity], ...]:
    """Return the shares that are told, the more serious first: small casts have one only."""
    return (
        (("small_share", "imbalance"),) if small else (("share", "imbalance"), ("tilted", "note"))
    )


def _tells_only_one(group: Group, others: int) -> bool:
    """Tell whether the check of whoever is the only one says the same already."""
    unordered = group.facet.kind == "identity" and not group.facet.ordered
    return unordered and others.bit_count() == 1


def _is_mirrored(index: ProjectIndex, majority: _Majority) -> bool:
    """Tell whether the value is as common among those who will take the course."""
    audience = index.audience
    if audience is None or not audience.people:
        return False
    ref = majority.group.ref
    return audience.of(ref.facet, ref.value) * majority.known >= majority.count * audience.people


def _finding(index: ProjectIndex, majority: _Majority) -> Finding:
    group, share = majority.group, majority.count / majority.known
    audience = index.audience
    return Finding(
        key=f"dominating-value:{group.node}",
        check="dominating-value",
        severity=majority.severity,
        headline=_headline(majority),
        message=_message(index, majority),
        summary=N_("{count} of {known} people"),
        subjects=(group.node, *index.people_in(majority.others)),
        values=group_words((group,))
        | {
            "names": index.names_in(majority.others),
            "count": majority.count,
            "known": majority.known,
            "rest": majority.others.bit_count(),
            "share": int(100 * share),
            "audience": audience.of(group.facet.id, group.value.id) if audience else 0,
            "people": audience.people if audience else 0,
        },
        evidence={"tenths": int(10 * share), "present": majority.count, "people": majority.known},
        weight=share / 2,
        needs=_needs(index, majority),
    )


def _headline(majority: _Majority) -> str:
    if majority.group.reads_as_is:
        return _MOST_ARE if majority.others else _ALL_ARE
    return _MOST if majority.others else _ALL


def _message(index: ProjectIndex, majority: _Majority) -> str:
    ref = majority.group.ref
    if index.audience is not None and index.audience.of(ref.facet, ref.value):
        return _AUDIENCE
    if not majority.others:
        return _NOBODY_ELSE
    return _SHARE if majority.severity == "note" or majority.known >= 10 else _FEW


def _needs(index: ProjectIndex, majority: _Majority) -> tuple[Need, ...]:
    """Ask for so many more people with the rarest other value that this one is no longer told."""
    people = index.count(majority.group.facet.id).people
    others = {v: len(ids) for v, ids in people.items() if v != majority.group.value.id}
    if not others:
        return ()
    rarest = min(others, key=lambda value: others[value])
    more = math.floor(majority.count / majority.share - majority.known) + 1
    value = ValueRef(facet=majority.group.facet.id, value=rarest)
    return (Need(values=(value,), count=others[rarest] + more),)


def _propose(index: ProjectIndex, finding: Finding) -> Iterable[Proposal]:
    for need in finding.needs:
        (value,) = need.values
        more = need.count - len(index.count(value.facet).of(value.value))
        if more <= _MOST_CHANGED:
            able = free_blanks(index, value)
            if len(able) >= more:
                yield fill(index, [(persona_id, value) for persona_id in able[:more]])
            yield add_people(index, finding.key, [[value]] * more)


DOMINATING_VALUE = Check(
    id="dominating-value",
    title=N_("What nearly everybody is"),
    why=N_(
        "Where nearly all are of one kind, that kind becomes what is normal and is no longer "
        "seen, and the few others are seen as nothing else."
    ),
    source=N_(
        "Rosabeth Moss Kanter, “Some Effects of Proportions on Group Life: Skewed Sex Ratios and "
        "Responses to Token Women”, American Journal of Sociology 82 (5), 1977"
    ),
    find=_find,
    propose=_propose,
    limits=(
        Limit("smallest", 5, N_("People whose answer must be known")),
        Limit("large_cast", 10, N_("Casts of this many people or more are held against shares")),
        Limit("small_share", 0.75, N_("Share from which it is told in smaller casts")),
        Limit("share", 0.85, N_("Share from which it is told in larger casts")),
        Limit("tilted", 0.65, N_("Share from which it is noted in larger casts")),
    ),
    most=10,
    area="values",
    reads=frozenset(("facets", "cast", "answers", "aim", "audiences")),
)
