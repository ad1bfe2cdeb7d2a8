"""Mistakes, harm and help that fall to one kind of people only, or mostly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from personamap.analysis.check import Check, Finding, Limit, Limits, Need, Proposal
from personamap.analysis.group_wording import group_words
from personamap.analysis.index import ProjectIndex
from personamap.analysis.part_proposals import pass_on
from personamap.analysis.watched import Group, by_people
from personamap.domain.facet import ValueRef
from personamap.domain.scene import NarrativeFunction
from personamap.i18n import N_


class _Part(Struct, frozen=True):
    """How one function reads when it falls to a group only, or mostly, and how it is counted."""

    only: str
    only_is: str
    mostly: str
    mostly_is: str
    counted: str


_PARTS: Mapping[NarrativeFunction, _Part] = {
    "errs": _Part(
        N_("{facet}: only people with “{value}” make mistakes"),
        N_("Only people who are {value} make mistakes"),
        N_("{facet}: it is mostly people with “{value}” who make mistakes"),
        N_("It is mostly people who are {value} who make mistakes"),
        N_("{count} of {doers} who err; scenes: {scenes}"),
    ),
    "harms": _Part(
        N_("{facet}: only people with “{value}” harm others"),
        N_("Only people who are {value} harm others"),
        N_("{facet}: it is mostly people with “{value}” who harm others"),
        N_("It is mostly people who are {value} who harm others"),
        N_("{count} of {doers} who harm; scenes: {scenes}"),
    ),
    "is_harmed": _Part(
        N_("{facet}: only people with “{value}” are harmed"),
        N_("Only people who are {value} are harmed"),
        N_("{facet}: it is mostly people with “{value}” who are harmed"),
        N_("It is mostly people who are {value} who are harmed"),
        N_("{count} of {doers} who are harmed; scenes: {scenes}"),
    ),
    "is_helped": _Part(
        N_("{facet}: only people with “{value}” are helped"),
        N_("Only people who are {value} are helped"),
        N_("{facet}: it is mostly people with “{value}” who are helped"),
        N_("It is mostly people who are {value} who are helped"),
        N_("{count} of {doers} who are helped; scenes: {scenes}"),
    ),
}
_EASED: tuple[NarrativeFunction, ...] = ("errs", "is_helped")
"""What anybody may do once more: nobody should be harmed only to make a cast look even."""


class _Cast(Struct, frozen=True):
    """Who does something, and groups of the very same people to which it falls.

    A blank may be anything: whoever does it and does not say on the facet
    keeps “only” from being said, and is not counted among the others.
    """

    function: NarrativeFunction
    doers: int
    known: int
    groups: tuple[Group, ...]

    @property
    def inside(self) -> int:
        return self.doers & self.groups[0].people

    @property
    def is_only(self) -> bool:
        return self.inside == self.doers


def _find(index: ProjectIndex, limits: Limits) -> Iterator[Finding]:
    for function in _PARTS:
        told = [c for c in _casts(index, function) if _is_telling(c, limits)]
        only = tuple(group for cast in told if cast.is_only for group in cast.groups)
        if only:
            widest = next(cast for cast in told if cast.is_only)
            yield _finding(index, _Cast(function, widest.doers, widest.known, only))
        for cast in told:
            if not cast.is_only:
                yield _finding(index, cast)


def _casts(index: ProjectIndex, function: NarrativeFunction) -> Iterator[_Cast]:
    deeds = index.deeds
    doing = deeds.doing[function]
    for groups in by_people(g for g in index.watched if g.people & doing):
        known = groups[0].known & deeds.seen
        yield _Cast(function, doing, known, groups)


def _is_telling(cast: _Cast, limits: Limits) -> bool:
    inside, doers = cast.inside.bit_count(), cast.doers.bit_count()
    group, known = (cast.groups[0].people & cast.known).bit_count(), cast.known.bit_count()
    least = max(1, limits["people"])
    enough = inside >= least and known - group >= least
    often = inside * known >= limits["times"] * doers * group
    return enough and often and (inside == doers or doers >= limits["most"])


def _finding(index: ProjectIndex, cast: _Cast) -> Finding:
    group, part = cast.groups[0], _PARTS[cast.function]
    others = cast.known & ~group.people
    inside, doers = cast.inside.bit_count(), cast.doers.bit_count()
    known = cast.known.bit_count()
    return Finding(
        key=_key(cast),
        check="typecast-parts",
        severity="imbalance",
        headline=_headline(part, group, cast.is_only),
        message=_message(cast),
        summary=part.counted,
        subjects=(*(same.node for same in cast.groups), *index.people_in(cast.inside)),
        values=group_words(cast.groups)
        | {
            "names": index.names_in(cast.inside),
            "count": inside,
            "doers": doers,
            "size": known - others.bit_count(),
            "known": known,
            "scenes": _scenes(index, cast),
        },
        evidence={"function": cast.function, "count": inside, "doers": doers, "people": known},
        weight=inside / doers - (known - others.bit_count()) / known,
        needs=_needs(index, cast),
    )


def _key(cast: _Cast) -> str:
    """One key for everything that is true of the same people: what they share may change."""
    return f"typecast-parts:{cast.function}" + ("" if cast.is_only else f":{cast.groups[0].node}")


def _headline(part: _Part, group: Group, is_only: bool) -> str:
    if group.reads_as_is:
        return part.only_is if is_only else part.mostly_is
    return part.only if is_only else part.mostly


def _message(cast: _Cast) -> str:
    if not cast.is_only:
        return N_("They are {size} of the {known} people in the scenes. Is that what you intend?")
    if len(cast.groups) > 1:
        return N_(
            "It is {names} every time, and nobody else of the {known} people in the scenes. "
            "They also share {others}. Is that what you intend?"
        )
    return N_(
        "It is {names} every time, and nobody else of the {known} people in the scenes. "
        "Is that what you intend?"
    )


def _scenes(index: ProjectIndex, cast: _Cast) -> tuple[str, ...]:
    where = index.deeds.scenes[cast.function]
    bits = cast.inside
    numbers = {n for place, there in where.items() if bits >> place & 1 for n in there}
    return tuple(str(number) for number in sorted(numbers))


def _needs(index: ProjectIndex, cast: _Cast) -> tuple[Need, ...]:
    """Name for each facet another value to do the same, where one more person ends it.

    Where people may have several values, nobody can be sure to have only the other one.
    """
    shared = any(group.facet.many for group in cast.groups)
    if cast.function not in _EASED or shared or not cast.is_only:
        return ()
    needs = {}
    for group in cast.groups:
        others = [
            (len(people), value_id)
            for value_id, people in index.count(group.facet.id).people.items()
            if people and value_id != group.facet.group_of(group.value.id)
        ]
        if others:
            value = ValueRef(facet=group.facet.id, value=max(others)[1])
            needs[value] = Need(values=(value,), functions=(cast.function,))
    return tuple(needs.values())


def _propose(index: ProjectIndex, finding: Finding) -> Iterable[Proposal]:
    function = next(f for f in _PARTS if f == finding.evidence["function"])
    people = [subject for subject in finding.subjects if subject in index.people]
    others = _without(index, finding.subjects)
    return pass_on(index, function, people, others)


def _without(index: ProjectIndex, subjects: Sequence[str]) -> list[str]:
    """Return who shares none of the values a finding is about, and says so."""
    groups = [group for group in index.watched if group.node in subjects]
    mask = index.deeds.seen
    for group in groups:
        mask &= group.known & ~group.people
    return list(index.people_in(mask))


TYPECAST_PARTS = Check(
    id="typecast-parts",
    title=N_("Parts that fall to one kind of people"),
    why=N_(
        "Who errs, who harms and who needs help is how a story says what kind of people do so. "
        "One mistake is a story; mistakes by the same kind of people only are a rule."
    ),
    source=N_(
        "George Gerbner and Larry Gross, “Living with Television: The Violence Profile”, Journal "
        "of Communication 26 (2), 1976"
    ),
    find=_find,
    propose=_propose,
    limits=(
        Limit("people", 2, N_("People to whom it falls, and people to whom it does not")),
        Limit("times", 2, N_("Times as often as the group's numbers in the scenes")),
        Limit("most", 6, N_("People who do it from which “mostly” is told, and not only “only”")),
    ),
    most=10,
    area="position",
    reads=frozenset(("facets", "cast", "answers", "scenes")),
)
