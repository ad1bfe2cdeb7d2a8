"""Words on offer for relationships; authors may write any others.

They are offered in the language the window speaks, and go into the
project as the author's own text.
"""

from __future__ import annotations

import json
from functools import lru_cache

from personamap.domain.base import Entity, Id, ShortText, Text
from personamap.domain.experience import Power
from personamap.i18n import _, language
from personamap.resources import resource


class RelationshipType(Entity):
    """One kind of relationship, read from either side."""

    id: Id
    label: ShortText
    reciprocal: ShortText
    power: Power = "unclear"
    definition: Text = ""


def relationship_types() -> tuple[RelationshipType, ...]:
    """Return the kinds of relationship in the order they are offered."""
    return _spoken(language())


@lru_cache(maxsize=2)
def _spoken(_language: str) -> tuple[RelationshipType, ...]:
    rows = json.loads(resource("vocabulary", "relationships.json").read_text(encoding="utf-8"))
    kinds = (RelationshipType.model_validate(row) for row in rows)
    return tuple(
        kind.evolve(
            label=_(kind.label), reciprocal=_(kind.reciprocal), definition=_(kind.definition)
        )
        for kind in kinds
    )


def reciprocal_of(label: str) -> str:
    """Return how a label reads from the other side; empty if it is not one of ours."""
    sides = ((kind.label, kind.reciprocal) for kind in relationship_types())
    pairs = [pair for here, there in sides for pair in ((here, there), (there, here))]
    return dict(pairs).get(label.strip().casefold(), "")
