"""People who work from afar and are only ever met on screens."""

from __future__ import annotations

from collections.abc import Iterator

from personamap.analysis.bits import places_in
from personamap.analysis.check import Check, Finding, Limit, Limits
from personamap.analysis.counted import counted
from personamap.analysis.index import ProjectIndex
from personamap.i18n import N_

_AFAR = frozenset(("remote", "home-based"))


def _find(index: ProjectIndex, limits: Limits) -> Iterator[Finding]:
    elsewhere = [s for s in index.project.scenes if s.setting.space in ("physical", "hybrid")]
    people = tuple(p for p in _from_afar(index) if _only_on_screens(index, p, limits))
    if not people or not elsewhere:
        return
    yield Finding(
        key="only-on-screens:cast",
        check="only-on-screens",
        severity="note",
        headline=N_("People who work from afar are only met on screens"),
        message=N_(
            "{names}: virtual in every scene. The course has {scenes} elsewhere or in both. "
            "Do the others ever come to them, or they to the others?"
        ),
        summary=N_("{people}"),
        subjects=people,
        values={
            "names": tuple(index.name(persona_id) for persona_id in people),
            "scenes": counted("scene", len(elsewhere)),
            "people": counted("person", len(people)),
        },
        evidence={"elsewhere": len(elsewhere)},
        weight=0.35,
    )


def _from_afar(index: ProjectIndex) -> Iterator[str]:
    """Yield who works from afar and never on site, as they say themselves."""
    afar, near = 0, 0
    count = index.counts.get("arrangement")
    for value_id, mask in count.masks.items() if count else ():
        afar, near = (afar | mask, near) if value_id in _AFAR else (afar, near | mask)
    yield from (index.cast[place].id for place in places_in(afar & ~near))


def _only_on_screens(index: ProjectIndex, persona_id: str, limits: Limits) -> bool:
    there = [s for s, a in index.appearances_of(persona_id) if a.presence != "mentioned"]
    return len(there) >= limits["scenes"] and all(s.setting.space == "virtual" for s in there)


ONLY_ON_SCREENS = Check(
    id="only-on-screens",
    title=N_("Only ever on screens"),
    why=N_(
        "Who works from afar is easily left out of what happens in corridors and kitchens. A "
        "course that shows them on screens alone makes that look natural."
    ),
    source=N_(
        "Pamela J. Hinds and Diane E. Bailey, “Out of Sight, Out of Sync: Understanding Conflict "
        "in Distributed Teams”, Organization Science 14 (6), 2003"
    ),
    find=_find,
    limits=(Limit("scenes", 2, N_("Scenes somebody is in, at least")),),
    most=1,
    area="spaces",
    reads=frozenset(("facets", "cast", "answers", "scenes")),
)
