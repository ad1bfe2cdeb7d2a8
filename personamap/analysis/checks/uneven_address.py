"""Titles, full names and first names that go by gender or by level."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from personamap.analysis.bits import mask_of
from personamap.analysis.chance import chance_of_all
from personamap.analysis.check import Check, Finding, Limit, Limits
from personamap.analysis.counted import counted
from personamap.analysis.facet_counts import FacetCount
from personamap.analysis.index import ProjectIndex
from personamap.analysis.names import FORMAL, address_of
from personamap.analysis.watched import LEVEL
from personamap.domain.facet import ValueRef
from personamap.i18n import N_

GENDER = "gender"

_FORMAL = N_("{facet}: only people with “{value}” are called by title or family name")
_FAMILIAR = N_("{facet}: only people with “{value}” are called by their first name")
_UPWARDS = N_(
    "From “{value}” upwards people are called by title or family name, and nobody below is"
)
_ONE_FORMAL = N_("Only {name} is called formally: “{called}”")
_ONE_FAMILIAR = N_("Only {name} is called familiarly: “{called}”")


class _Calling(Struct, frozen=True):
    """Who is called formally and who by a first name or nickname, as one bit a person."""

    formal: int
    familiar: int

    @property
    def told(self) -> int:
        return self.formal | self.familiar


def _find(index: ProjectIndex, limits: Limits) -> Iterator[Finding]:
    calling = _calling(index)
    if not (calling.formal and calling.familiar):
        return
    counts = [index.counts[facet] for facet in (GENDER, LEVEL) if facet in index.counts]
    found = [finding for count in counts if (finding := _by_facet(index, count, calling, limits))]
    yield from found or _stands_out(index, calling, limits)


def _calling(index: ProjectIndex) -> _Calling:
    addressed = [(p.id, address) for p in index.cast if (address := address_of(p))]
    return _Calling(
        mask_of((p for p, address in addressed if address in FORMAL), index.places),
        mask_of((p for p, address in addressed if address not in FORMAL), index.places),
    )


def _by_facet(
    index: ProjectIndex, count: FacetCount, calling: _Calling, limits: Limits
) -> Finding | None:
    """Say it of those who are called formally, if that says all."""
    if value_id := _shared(count, calling.formal, calling.told, limits):
        return _finding(index, count, (_FORMAL, value_id), calling.formal)
    if count.facet.ordered and (value_id := _lowest_formal(count, calling, limits)):
        return _finding(index, count, (_UPWARDS, value_id), calling.formal)
    if value_id := _shared(count, calling.familiar, calling.told, limits):
        return _finding(index, count, (_FAMILIAR, value_id), calling.familiar)
    return None


def _shared(count: FacetCount, mask: int, told: int, limits: Limits) -> str | None:
    """Return the value everyone who is called so has."""
    values = (v.id for v in count.groups if _goes_by(count.masks[v.id], mask, told, limits))
    return next(values, None)


def _goes_by(people: int, mask: int, told: int, limits: Limits) -> bool:
    if mask & ~people or mask.bit_count() < limits["people"]:
        return False
    pool, inside = told.bit_count(), (told & people).bit_count()
    return chance_of_all(pool, inside, mask.bit_count()) <= limits["chance"]


def _lowest_formal(count: FacetCount, calling: _Calling, limits: Limits) -> str | None:
    """Return the level from which all and only those above are called formally, if there is one."""
    above = 0
    for value in reversed(count.groups):
        above |= count.masks[value.id]
        if not calling.formal & ~above:
            clean = not calling.familiar & above
            return (
                value.id
                if clean and _goes_by(above, calling.formal, calling.told, limits)
                else None
            )
    return None


def _finding(index: ProjectIndex, count: FacetCount, told: tuple[str, str], mask: int) -> Finding:
    headline, value_id = told
    value = count.facet.find_value(value_id)
    node = ValueRef(facet=count.facet.id, value=value_id).node
    called = tuple(index.people[persona_id].called for persona_id in index.people_in(mask))
    return Finding(
        key=f"uneven-address:{count.facet.id}",
        check="uneven-address",
        severity="imbalance",
        headline=headline,
        message=N_(
            "{called}: the others are addressed differently. Learners read it as who is owed "
            "respect and who may be spoken to like a friend. Is that what you intend?"
        ),
        summary=N_("{people}"),
        subjects=(node, *index.people_in(mask)),
        values={
            "facet": count.facet.label,
            "value": value.label if value else value_id,
            "called": tuple(f"“{name}”" for name in called),
            "people": counted("person", mask.bit_count()),
        },
        evidence={"called": tuple(sorted(called)), "cast": len(index.cast)},
        weight=0.4,
    )


def _stands_out(index: ProjectIndex, calling: _Calling, limits: Limits) -> Iterator[Finding]:
    for headline, one, rest in (
        (_ONE_FORMAL, calling.formal, calling.familiar),
        (_ONE_FAMILIAR, calling.familiar, calling.formal),
    ):
        if one.bit_count() == 1 and rest.bit_count() >= limits["others"]:
            (persona_id,) = index.people_in(one)
            yield _alone(index, persona_id, headline, rest)


def _alone(index: ProjectIndex, persona_id: str, headline: str, rest: int) -> Finding:
    others = tuple(index.people[other].called for other in index.people_in(rest))
    called = index.people[persona_id].called
    return Finding(
        key=f"uneven-address:{persona_id}",
        check="uneven-address",
        severity="note",
        headline=headline,
        message=N_(
            "The others are {others}. A title or family name shows respect and keeps a distance. "
            "Is it how {name} wants to be called?"
        ),
        summary=N_("1 of {count} people"),
        subjects=(persona_id,),
        values={
            "name": index.name(persona_id),
            "called": called,
            "others": tuple(f"“{name}”" for name in others),
            "count": rest.bit_count() + 1,
        },
        evidence={"called": called, "cast": len(index.cast)},
        weight=0.2,
    )


UNEVEN_ADDRESS = Check(
    id="uneven-address",
    title=N_("Titles and first names"),
    why=N_(
        "Women who are doctors are introduced by their first name more often than men who are. "
        "What people are called tells who counts, and writers seldom notice it."
    ),
    source=N_(
        "Julia A. Files and others, “Speaker Introductions at Internal Medicine Grand Rounds: "
        "Forms of Address Reveal Gender Bias”, Journal of Women's Health 26 (5), 2017"
    ),
    find=_find,
    limits=(
        Limit("people", 2, N_("People who are called alike, at least")),
        Limit("chance", 0.1, N_("How likely it may be by pure chance and still be told, 0 to 1")),
        Limit("others", 3, N_("Others beside whom one person who is called otherwise is told")),
    ),
    most=3,
    area="names",
    reads=frozenset(("facets", "cast", "answers")),
)
