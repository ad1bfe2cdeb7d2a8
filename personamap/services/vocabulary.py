"""Words on offer for relationships; authors may write any others.

The words go into the project as the author's own text, in the language
of the course, so they are data and not part of the translation.
"""

from __future__ import annotations

import json
from functools import lru_cache

from personamap.domain.base import Entity, Id, ShortText, Text
from personamap.domain.experience import Power
from personamap.resources import resource


class RelationshipType(Entity):
    """One kind of relationship, read from either side."""

    id: Id
    label: ShortText
    reciprocal: ShortText
    power: Power = "unclear"
    definition: Text = ""


@lru_cache(maxsize=1)
def relationship_types() -> tuple[RelationshipType, ...]:
    """Return the kinds of relationship in the order they are offered."""
    rows = json.loads(resource("vocabulary", "relationships.json").read_text(encoding="utf-8"))
    return tuple(RelationshipType.model_validate(row) for row in rows)


def reciprocal_of(label: str) -> str:
    """Return how a label reads from the other side; empty if it is not one of ours."""
    sides = ((kind.label, kind.reciprocal) for kind in relationship_types())
    pairs = [pair for here, there in sides for pair in ((here, there), (there, here))]
    return dict(pairs).get(label.strip().casefold(), "")
