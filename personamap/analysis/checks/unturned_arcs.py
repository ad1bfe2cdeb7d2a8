"""Belonging arcs that go somewhere although no scene turned them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from personamap.analysis.check import Check, Finding, Limit, Limits, Proposal
from personamap.analysis.index import ProjectIndex
from personamap.analysis.story_proposals import turn_in
from personamap.domain.persona import BelongingArc, Persona
from personamap.i18n import N_

ALL = "unturned-arcs:cast"


def moves(arc: BelongingArc, distance: float) -> bool:
    """Tell whether an arc ends in another of the four places, or that far from where it began."""
    start, end = arc.start, arc.end
    if start is None or end is None:
        return False
    across = abs(end.authenticity - start.authenticity)
    up = abs(end.acceptance - start.acceptance)
    return start.quadrant != end.quadrant or max(across, up) >= distance


def _find(index: ProjectIndex, limits: Limits) -> Iterator[Finding]:
    if not index.project.scenes:
        return
    moving = [p for p in index.cast if moves(p.belonging, limits["distance"])]
    unturned = [p for p in moving if not p.belonging.turning_points]
    if len(unturned) == len(moving) >= max(2, limits["together"]):
        yield _nothing_turns(unturned)
        return
    for persona in unturned:
        yield _finding(index, persona)


def _finding(index: ProjectIndex, persona: Persona) -> Finding:
    return Finding(
        key=f"unturned-arcs:{persona.id}",
        check="unturned-arcs",
        severity="note",
        headline=N_("Nothing says what turns {name}"),
        message=N_(
            "{name} stands elsewhere in the belonging square at the end than at the start, and no "
            "scene is named as a turning point. What happens in between?"
        ),
        summary=N_("0 turning points"),
        subjects=(persona.id,),
        values={"name": index.name(persona.id)},
        evidence={"turning_points": 0},
        weight=0.4,
    )


def _nothing_turns(unturned: Sequence[Persona]) -> Finding:
    return Finding(
        key=ALL,
        check="unturned-arcs",
        severity="note",
        headline=N_("Nothing says what turns anybody"),
        message=N_(
            "{count} people stand elsewhere in the belonging square at the end than at the start, "
            "and no scene is named as a turning point for any of them. What happens in between?"
        ),
        summary=N_("0 turning points for {count} people"),
        subjects=tuple(persona.id for persona in unturned),
        values={"count": len(unturned)},
        evidence={"turning_points": 0},
        weight=0.5,
    )


def _propose(index: ProjectIndex, finding: Finding) -> Iterable[Proposal]:
    return turn_in(index, finding.subjects[0])


UNTURNED_ARCS = Check(
    id="unturned-arcs",
    title=N_("Arcs without a turning point"),
    why=N_(
        "Nobody becomes somebody else between two scenes. What turned them is what learners can "
        "take with them."
    ),
    source=N_(
        "Robert McKee, Story: Substance, Structure, Style, and the Principles of Screenwriting, "
        "1997"
    ),
    find=_find,
    propose=_propose,
    limits=(
        Limit("distance", 0.15, N_("How far start and end must lie apart in the square, 0 to 1")),
        Limit("together", 3, N_("Arcs from which they are told together if nothing turns any")),
    ),
    most=5,
    area="belonging",
    reads=frozenset(("cast", "arcs", "scenes")),
)
