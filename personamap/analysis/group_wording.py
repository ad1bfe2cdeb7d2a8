"""How a group of people stands in a sentence: its value, its facet, and what else is true of it."""

from __future__ import annotations

from collections.abc import Sequence

from personamap.analysis.watched import Group
from personamap.analysis.wording import Words


def group_words(groups: Sequence[Group]) -> dict[str, Words]:
    """Return the words for groups of the same people: the first is named, the others listed."""
    first = groups[0]
    return {
        "facet": first.facet.label,
        "value": first.value.label,
        "others": tuple(group.value.label for group in groups[1:]),
    }
