"""Numbers with the word that belongs to them, for sentences that hold for one as for many."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from personamap.analysis.wording import Counted
from personamap.i18n import N_plural

Thing = Literal[
    "answer",
    "difference",
    "experience",
    "facet",
    "goal",
    "other",
    "person",
    "piece",
    "power",
    "risk",
    "scene",
    "tie",
    "time",
    "value",
    "woman",
]

_FORMS: Mapping[Thing, tuple[str, str]] = {
    "answer": N_plural("{count} answer", "{count} answers"),
    "difference": N_plural("{count} difference", "{count} differences"),
    "experience": N_plural("{count} experience", "{count} experiences"),
    "facet": N_plural("{count} facet", "{count} facets"),
    "goal": N_plural("{count} goal", "{count} goals"),
    "other": N_plural("{count} other", "{count} others"),
    "person": N_plural("{count} person", "{count} people"),
    "piece": N_plural("{count} piece of a life", "{count} pieces of a life"),
    "power": N_plural("{count} relationship with power", "{count} relationships with power"),
    "risk": N_plural("{count} risk", "{count} risks"),
    "scene": N_plural("{count} scene", "{count} scenes"),
    "tie": N_plural("{count} tie", "{count} ties"),
    "time": N_plural("{count} time", "{count} times"),
    "value": N_plural("{count} value", "{count} values"),
    "woman": N_plural("{count} woman", "{count} women"),
}


def counted(thing: Thing, count: int) -> Counted:
    """Return so many of a thing, to be worded where it is read."""
    one, many = _FORMS[thing]
    return Counted(one, many, count)
