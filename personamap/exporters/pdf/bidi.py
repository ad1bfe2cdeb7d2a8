"""Which way each letter runs: Unicode's bidirectional algorithm (UAX #9).

Written out in Python because neither the standard library nor the text
engine offers it: HarfBuzz shapes one run of one direction and leaves it to
its caller to find the runs. It agrees with all of Unicode's
BidiCharacterTest. The levels come from `unicodedata`, so letters newer
than this Python are taken as left-to-right.
"""

from __future__ import annotations

from collections.abc import Sequence
from unicodedata import bidirectional

from personamap.exporters.pdf.bidi_embedding import (
    ISOLATE_STARTS,
    REMOVED,
    Embedding,
    base_level,
    matching_isolates,
)
from personamap.exporters.pdf.bidi_resolving import resolve

_NEEDS_WORK = frozenset(("R", "AL", "AN", "RLE", "RLO", "RLI", "FSI", "LRE", "LRO", "LRI"))
_TRAILING = frozenset(("WS", "PDI", *ISOLATE_STARTS, *REMOVED))


def levels(text: str, base: int | None = None, default: int = 0) -> tuple[list[int], int]:
    """Return one embedding level per character, and the base level of the first paragraph.

    Without a `base` each paragraph finds its own from its first strong
    letter, and takes `default` where there is none.
    """
    types = [bidirectional(letter) or "L" for letter in text]
    if base == 0 and _NEEDS_WORK.isdisjoint(types):
        return [0] * len(text), 0
    result: list[int] = []
    bases: list[int] = []
    start = 0
    for position, kind in enumerate(types):
        if kind == "B" or position == len(types) - 1:
            end = position + 1
            found, own = _paragraph(text[start:end], types[start:end], base, default)
            result += found
            bases.append(own)
            start = end
    return result, bases[0] if bases else (base or default)


def visual_order(run_levels: Sequence[int]) -> list[int]:
    """Return the order in which runs stand on the line, from left to right (rule L2)."""
    order = list(range(len(run_levels)))
    for level in range(max(run_levels, default=0), 0, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and run_levels[order[end]] >= level:
                end += 1
            order[start:end] = order[start:end][::-1]
            start = max(end, start + 1)
    return order


def _paragraph(
    text: str, types: list[str], base: int | None, default: int
) -> tuple[list[int], int]:
    matches = matching_isolates(types)
    own = base_level(types, matches, 0, len(types), default) if base is None else base
    embedding = Embedding(types, matches, own)
    explicit = embedding.levels
    final = list(explicit)
    kept = [i for i, kind in enumerate(types) if kind not in REMOVED]
    for sequence in _run_sequences(types, explicit, kept, matches):
        edges = _edges(sequence, types, explicit, kept, (own, matches))
        resolved = resolve(
            "".join(text[i] for i in sequence),
            [types[i] for i in sequence],
            [embedding.types[i] for i in sequence],
            edges,
            explicit[sequence[0]],
        )
        for i, level in zip(sequence, resolved, strict=True):
            final[i] = level
    for i, kind in enumerate(types):
        if kind in REMOVED:
            final[i] = final[i - 1] if i else own
    _reset_trailing(types, final, own)
    return final, own


def _run_sequences(
    types: Sequence[str], explicit: Sequence[int], kept: Sequence[int], matches: dict[int, int]
) -> list[list[int]]:
    """Join the level runs that isolates interrupt (X10)."""
    runs: list[list[int]] = []
    for i in kept:
        if runs and explicit[runs[-1][-1]] == explicit[i]:
            runs[-1].append(i)
        else:
            runs.append([i])
    by_start = {run[0]: run for run in runs}
    sequences = []
    for run in runs:
        if types[run[0]] == "PDI" and run[0] in matches:
            continue
        sequence = list(run)
        while types[sequence[-1]] in ISOLATE_STARTS and matches.get(sequence[-1]) in by_start:
            sequence += by_start[matches[sequence[-1]]]
        sequences.append(sequence)
    return sequences


def _edges(
    sequence: Sequence[int],
    types: Sequence[str],
    explicit: Sequence[int],
    kept: Sequence[int],
    paragraph: tuple[int, dict[int, int]],
) -> tuple[str, str]:
    base, matches = paragraph
    rank = {position: i for i, position in enumerate(kept)}
    level, first, last = explicit[sequence[0]], rank[sequence[0]] - 1, rank[sequence[-1]] + 1
    before = explicit[kept[first]] if first >= 0 else base
    cut_off = types[sequence[-1]] in ISOLATE_STARTS and sequence[-1] not in matches
    after = base if cut_off or last >= len(kept) else explicit[kept[last]]
    return "LR"[max(level, before) & 1], "LR"[max(level, after) & 1]


def _reset_trailing(types: Sequence[str], final: list[int], base: int) -> None:
    """Give separators, and white space before them or at the end, the base level (L1)."""
    trailing = True
    for i in range(len(types) - 1, -1, -1):
        if types[i] in ("B", "S"):
            final[i] = base
            trailing = True
        elif types[i] not in _TRAILING:
            trailing = False
        elif trailing:
            final[i] = base
