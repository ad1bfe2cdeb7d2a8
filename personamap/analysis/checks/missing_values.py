"""Values that matter for this course and that too few of the cast have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from personamap.analysis.check import Check, Evidence, Finding, Limit, Limits, Need, Proposal
from personamap.analysis.counted import counted
from personamap.analysis.facet_counts import FacetCount
from personamap.analysis.index import ProjectIndex
from personamap.analysis.proposals import (
    ALTERNATIVES,
    add_people,
    fill,
    free_blanks,
    parse_value,
)
from personamap.analysis.wording import Words
from personamap.domain.facet import FacetValue, ValueRef
from personamap.i18n import N_

MOST_ADDED = 5

_NOBODY = N_("{facet}: nobody has “{value}”")
_NOBODY_IS = N_("Nobody is {value}")
_TOO_FEW = N_("{facet}: {count} of at least {wanted} with “{value}”")
_AUDIENCE = N_(
    "{audience} of the {people} people who will take the course do. Is that what you intend?"
)
_AUDIENCE_IS = N_(
    "{audience} of the {people} people who will take the course are. Is that what you intend?"
)
_STARRED = N_(
    "It matters for this course, and none of the {cast} people in the cast has it. "
    "Is that what you intend?"
)
_STARRED_ALONE = N_(
    "It matters for this course, and the one person in the cast does not have it. "
    "Is that what you intend?"
)
_AIM = N_("This course aims for {wanted}. Is that still what you intend?")
_ACROSS = {
    _STARRED: N_(
        "It matters for these courses, and none of the {cast} people in them has it. "
        "Is that what you intend?"
    ),
    _STARRED_ALONE: N_(
        "It matters for these courses, and the one person in them does not have it. "
        "Is that what you intend?"
    ),
    _AIM: N_("One of these courses aims for {wanted}. Is that still what you intend?"),
}


class _Want(Struct, frozen=True):
    """One value, how many should have it, how many do, and how many of the audience.

    A star weighs more the fewer values of its facet are empty: the last
    empty seat of a row says more than one of many.
    """

    facet: FacetCount
    value: FacetValue
    wanted: int
    audience: int
    starring: float

    @property
    def count(self) -> int:
        return len(self.facet.of(self.value.id))


def wanted_values(index: ProjectIndex, limits: Limits) -> Iterator[tuple[Need, float]]:
    """Yield the values that matter, in how many people, and how much each weighs."""
    for want in _wants(index, limits):
        value = ValueRef(facet=want.facet.facet.id, value=want.value.id)
        yield Need((value,), count=want.wanted), _weight(index, want)


def _find(index: ProjectIndex, limits: Limits) -> Iterator[Finding]:
    if not index.cast:
        return
    for want in _wants(index, limits):
        if want.count < want.wanted:
            yield _finding(index, want)


def _wants(index: ProjectIndex, limits: Limits) -> Iterator[_Want]:
    minimums = {(m.value.facet, m.value.value): m.count for m in index.project.aim.minimums}
    audience = index.audience
    least = limits["audience_share"] * (audience.people if audience else 0)
    for count in index.counts.values():
        facet = count.facet
        empty = sum(not people for people in count.people.values())
        for value in facet.values:
            present = audience.of(facet.id, value.id) if audience else 0
            is_group = value.id in count.people
            starred = value.starred or (facet.starred and is_group)
            mirrored = is_group and present > 0 and present >= least
            wanted = minimums.get((facet.id, value.id), int(starred or mirrored))
            if wanted:
                weight = 1.0 if value.starred else 0.5 / max(1, empty) if starred else 0.0
                yield _Want(count, value, wanted, present, weight)


def _finding(index: ProjectIndex, want: _Want) -> Finding:
    facet, value = want.facet.facet, want.value
    people = index.audience.people if index.audience else 0
    node = ValueRef(facet=facet.id, value=value.id).node
    holders = want.facet.of(value.id)
    evidence: Evidence = {
        "count": want.count,
        "wanted": want.wanted,
        "audience": want.audience,
        "cast": len(index.cast),
        "people": people,
    }
    values: dict[str, Words] = {
        "facet": facet.label,
        "value": value.label,
        "present": counted("person", want.count),
        "everyone": counted("person", len(index.cast)),
    }
    values |= {name: number for name, number in evidence.items() if isinstance(number, int)}
    return Finding(
        key=f"missing-values:{node}",
        check="missing-values",
        severity="gap",
        headline=_headline(want),
        message=_message(want, len(index.cast)),
        summary=N_("{present}, {audience} in the audience")
        if want.audience
        else N_("{count} of {everyone}"),
        subjects=(node, *holders),
        values=values,
        evidence=evidence,
        weight=_weight(index, want),
        needs=(Need((ValueRef(facet=facet.id, value=value.id),), count=want.wanted),),
    )


def _weight(index: ProjectIndex, want: _Want) -> float:
    people = index.audience.people if index.audience else 0
    return (want.audience / people if people else 0.0) + want.starring


def _headline(want: _Want) -> str:
    if want.count:
        return _TOO_FEW
    return _NOBODY_IS if _reads_as_is(want) else _NOBODY


def _message(want: _Want, cast: int) -> str:
    if want.wanted > 1:
        return _AIM
    if not want.audience:
        return _STARRED if cast > 1 else _STARRED_ALONE
    return _AUDIENCE_IS if _reads_as_is(want) else _AUDIENCE


def _reads_as_is(want: _Want) -> bool:
    """Tell whether "somebody is …" reads well: it does for ages and other single scales."""
    facet = want.facet.facet
    return facet.ordered and facet.kind == "identity" and not facet.many


def _propose(index: ProjectIndex, finding: Finding) -> Iterable[Proposal]:
    value = parse_value(finding.subjects[0])
    wanted = finding.evidence["wanted"]
    missing = int(wanted if isinstance(wanted, int) else 1) - len(finding.subjects) + 1
    able = free_blanks(index, value)
    if missing == 1:
        for persona_id in able[:ALTERNATIVES]:
            yield fill(index, [(persona_id, value)])
    elif len(able) >= missing:
        yield fill(index, [(persona_id, value) for persona_id in able[:missing]])
    if missing <= MOST_ADDED:
        yield add_people(index, finding.key, [[value]] * missing)


MISSING_VALUES = Check(
    id="missing-values",
    title=N_("Values nobody has"),
    why=N_(
        "Learners look for somebody like themselves. A value that matters for the course and that "
        "nobody in the cast has tells some of them that it was made with others in mind."
    ),
    source=N_(
        "Rudine Sims Bishop, “Mirrors, Windows, and Sliding Glass Doors”, Perspectives 6 (3), 1990"
    ),
    find=_find,
    propose=_propose,
    limits=(
        Limit(
            "audience_share",
            0.05,
            N_("Share of the audience from which a value is missed although nobody starred it"),
        ),
    ),
    area="values",
    reads=frozenset(("facets", "cast", "answers", "aim", "audiences")),
    across=True,
    words_across=_ACROSS,
)
