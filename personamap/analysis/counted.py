"""Numbers with the word that belongs to them, for sentences that hold for one as for many."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from personamap.analysis.wording import Counted
from personamap.i18n import N_

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
    "answer": (N_("{count} answer"), N_("{count} answers")),
    "difference": (N_("{count} difference"), N_("{count} differences")),
    "experience": (N_("{count} experience"), N_("{count} experiences")),
    "facet": (N_("{count} facet"), N_("{count} facets")),
    "goal": (N_("{count} goal"), N_("{count} goals")),
    "other": (N_("{count} other"), N_("{count} others")),
    "person": (N_("{count} person"), N_("{count} people")),
    "piece": (N_("{count} piece of a life"), N_("{count} pieces of a life")),
    "power": (N_("{count} relationship with power"), N_("{count} relationships with power")),
    "risk": (N_("{count} risk"), N_("{count} risks")),
    "scene": (N_("{count} scene"), N_("{count} scenes")),
    "tie": (N_("{count} tie"), N_("{count} ties")),
    "time": (N_("{count} time"), N_("{count} times")),
    "value": (N_("{count} value"), N_("{count} values")),
    "woman": (N_("{count} woman"), N_("{count} women")),
}


def counted(thing: Thing, count: int) -> Counted:
    """Return so many of a thing, to be worded where it is read."""
    one, many = _FORMS[thing]
    return Counted(one, many, count)
