"""The cast that opening, saving and typing are measured with."""

from __future__ import annotations

from personamap.domain.facet import Facet, FacetValue
from personamap.domain.persona import Answer, Persona, StatedValue
from personamap.domain.project import Project

FACETS, VALUES = 15, 6


def large_cast(people: int, notes: str = "") -> Project:
    """So many people, each with an answer on every facet and these notes."""
    values = tuple(FacetValue(id=f"v{v}", label=f"Value {v}") for v in range(VALUES))
    facets = tuple(Facet(id=f"facet_{f}", label=f"Facet {f}", values=values) for f in range(FACETS))
    return Project(
        facets=facets,
        personas=tuple(
            Persona(
                id=f"per-{p}",
                name=f"Person {p}",
                brief="Knows every chart on three wards. " * 4,
                notes=notes,
                answers=tuple(
                    Answer(
                        facet=facet.id,
                        state="stated",
                        values=(StatedValue(value=f"v{(p + f) % VALUES}"),),
                    )
                    for f, facet in enumerate(facets)
                ),
            )
            for p in range(people)
        ),
    )
