"""Groups that alone hide who they are when the course begins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from personamap.analysis.bits import mask_of
from personamap.analysis.chance import chance_of_all
from personamap.analysis.check import Check, Finding, Limit, Limits
from personamap.analysis.group_wording import group_words
from personamap.analysis.index import ProjectIndex
from personamap.analysis.watched import Group, by_people
from personamap.i18n import N_

_GUARDED = frozenset(("minimisation", "reclusiveness"))
"""The two places in which people show little of themselves."""

_ONLY = N_("{facet}: only people with “{value}” start in minimisation or reclusiveness")
_ONLY_IS = N_("Only people who are {value} start in minimisation or reclusiveness")


def _find(index: ProjectIndex, limits: Limits) -> Iterator[Finding]:
    starts = {p.id: p.belonging.start.quadrant for p in index.cast if p.belonging.start}
    told = mask_of(starts, index.places)
    guarded = mask_of((p for p, place in starts.items() if place in _GUARDED), index.places)
    if guarded.bit_count() >= limits["people"]:
        groups = (g for g in index.watched if _holds_all(g, guarded, told, limits))
        for same in by_people(groups):
            yield _finding(index, same, guarded, told)


def _holds_all(group: Group, guarded: int, told: int, limits: Limits) -> bool:
    """Tell whether all of them are of one group, and that is hardly how it would just happen."""
    if guarded & ~group.people or not group.others & told:
        return False
    pool, inside = (group.known & told).bit_count(), (group.people & told).bit_count()
    return chance_of_all(pool, inside, guarded.bit_count()) <= limits["chance"]


def _finding(index: ProjectIndex, groups: Sequence[Group], guarded: int, told: int) -> Finding:
    group = groups[0]
    others = (group.others & told).bit_count()
    return Finding(
        key=f"guarded-starts:{group.node}",
        check="guarded-starts",
        severity="imbalance",
        headline=_ONLY_IS if group.reads_as_is else _ONLY,
        message=N_(
            "It is {names}. The {beside} with other values whose start is told show themselves "
            "from the beginning. Is that what you intend?"
        ),
        summary=N_("{count} of {count} people"),
        subjects=(*(same.node for same in groups), *index.people_in(guarded)),
        values=group_words(groups)
        | {"names": index.names_in(guarded), "count": guarded.bit_count(), "beside": others},
        evidence={"count": guarded.bit_count(), "beside": others, "cast": len(index.cast)},
        weight=0.4 + others / (2 * max(1, len(index.cast))),
    )


GUARDED_STARTS = Check(
    id="guarded-starts",
    title=N_("Who hides at the start"),
    why=N_(
        "To mute who one is costs strength that learning would need. If only people of one kind "
        "do so, the course tells that hiding is theirs to unlearn, and not the others' to end."
    ),
    source=N_("Kenji Yoshino, Covering: The Hidden Assault on Our Civil Rights, 2006"),
    find=_find,
    limits=(
        Limit("people", 2, N_("People who start in minimisation or reclusiveness, at least")),
        Limit("chance", 0.1, N_("How likely it may be by pure chance and still be told, 0 to 1")),
    ),
    most=3,
    area="belonging",
    reads=frozenset(("facets", "cast", "answers", "arcs")),
)
