"""The counts of one facet that may be kept."""

from __future__ import annotations

from collections.abc import Mapping

Category = tuple[str, ...]
"""What somebody says on one facet: a value, several, or nothing at all."""


def safe_counts(counts: Mapping[Category, int], smallest: int) -> dict[Category, int]:
    """Return the counts of `smallest` or more people, fewer if the rest could be worked out.

    `counts` must account for everybody, those without an answer included;
    they are never kept. What is left out together is nobody, or `smallest`
    people or more, so each of its parts may be that large.
    """
    kept = {key: people for key, people in counts.items() if key and people >= smallest}
    rest = sum(counts.values()) - sum(kept.values())
    while kept and 0 < rest < smallest:
        least = min(kept, key=lambda key: (kept[key], key))
        rest += kept.pop(least)
    return kept
