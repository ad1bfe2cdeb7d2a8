"""Courses at whose end nobody stands in belonging."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from personamap.analysis.check import Check, Finding, Limit, Limits
from personamap.analysis.counted import counted
from personamap.analysis.index import ProjectIndex
from personamap.domain.persona import Quadrant
from personamap.i18n import N_


def _find(index: ProjectIndex, limits: Limits) -> Iterator[Finding]:
    ends = Counter(end.quadrant for persona in index.cast if (end := persona.belonging.end))
    if ends.total() >= limits["people"] and not ends["belonging"]:
        yield _finding(index, ends)


def _finding(index: ProjectIndex, ends: Counter[Quadrant]) -> Finding:
    numbers = {
        "minimisation": ends["minimisation"],
        "reclusiveness": ends["reclusiveness"],
        "overbearing": ends["overbearing"],
    }
    return Finding(
        key="nobody-belongs:cast",
        check="nobody-belongs",
        severity="gap",
        headline=N_("Nobody arrives in belonging"),
        message=N_(
            "Of those whose end is told: {minimisation} in minimisation, "
            "{reclusiveness} in reclusiveness and {overbearing} in overbearing. "
            "Is that what you intend?"
        ),
        summary=N_("0 of {people}"),
        subjects=tuple(persona.id for persona in index.cast if persona.belonging.end),
        values={"people": counted("person", ends.total()), **numbers},
        evidence={"belonging": 0, **numbers, "cast": len(index.cast)},
        weight=0.6,
    )


NOBODY_BELONGS = Check(
    id="nobody-belongs",
    title=N_("Nobody arrives in belonging"),
    why=N_(
        "People learn where they belong. If at the end nobody both shows who they are and accepts "
        "others, learners see what is wrong and never what it could be like."
    ),
    source=N_(
        "“Creating Belonging to Foster a Culture of Learning”, Training Industry Magazine, "
        "Summer 2024"
    ),
    find=_find,
    limits=(Limit("people", 2, N_("People whose end must be told")),),
    area="belonging",
    reads=frozenset(("cast", "arcs")),
)
