"""The first half of UAX #9: the base direction, and the explicit embeddings and isolates."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

ISOLATE_STARTS = frozenset(("LRI", "RLI", "FSI"))
EMBEDDINGS = frozenset(("RLE", "LRE", "RLO", "LRO"))
REMOVED = frozenset((*EMBEDDINGS, "PDF", "BN"))
_MAX_DEPTH = 125


def matching_isolates(types: Sequence[str]) -> dict[int, int]:
    """Map each isolate initiator to its terminator, and back (BD9)."""
    matches: dict[int, int] = {}
    open_isolates: list[int] = []
    for position, kind in enumerate(types):
        if kind in ISOLATE_STARTS:
            open_isolates.append(position)
        elif kind == "PDI" and open_isolates:
            start = open_isolates.pop()
            matches[start], matches[position] = position, start
        elif kind == "B":
            open_isolates.clear()
    return matches


def base_level(
    types: Sequence[str], matches: dict[int, int], start: int, end: int, default: int
) -> int:
    """Return 0 or 1 after the first strong letter outside isolates (P2, P3)."""
    position = start
    while position < end:
        kind = types[position]
        if kind == "L":
            return 0
        if kind in ("R", "AL"):
            return 1
        if kind in ISOLATE_STARTS:
            if matches.get(position, end) >= end:
                break
            position = matches[position]
        position += 1
    return default


class _Status(Struct, frozen=True):
    level: int
    override: str
    isolate: bool


class Embedding:
    """Walks a paragraph once and gives each character its explicit level (X1 to X8).

    Afterwards `levels` and `types` hold the result; `types` differs from
    the original only under an override.
    """

    def __init__(self, types: Sequence[str], matches: dict[int, int], base: int) -> None:
        self._original = types
        self._matches = matches
        self._stack = [_Status(base, "", isolate=False)]
        self._lost_isolates = self._lost_embeddings = self._open_isolates = 0
        self.levels = [base] * len(types)
        self.types = list(types)
        for position, kind in enumerate(types):
            self._step(position, kind)

    def _step(self, position: int, kind: str) -> None:
        self.levels[position] = self._stack[-1].level
        if kind in EMBEDDINGS:
            self._embed(kind)
        elif kind in ISOLATE_STARTS:
            self._override(position)
            self._isolate(position, kind)
        elif kind == "PDI":
            self._end_isolate()
            self.levels[position] = self._stack[-1].level
            self._override(position)
        elif kind == "PDF":
            self._end_embedding()
        elif kind == "B":
            self.levels[position] = self._stack[0].level
        elif kind != "BN":
            self._override(position)

    def _override(self, position: int) -> None:
        if self._stack[-1].override:
            self.types[position] = self._stack[-1].override

    def _next_level(self, *, rtl: bool) -> int:
        level = self._stack[-1].level
        return (level + 1) | 1 if rtl else (level + 2) & ~1

    def _fits(self, level: int) -> bool:
        return level <= _MAX_DEPTH and not self._lost_isolates and not self._lost_embeddings

    def _embed(self, kind: str) -> None:
        level = self._next_level(rtl=kind[0] == "R")
        if self._fits(level):
            override = {"RLO": "R", "LRO": "L"}.get(kind, "")
            self._stack.append(_Status(level, override, isolate=False))
        elif not self._lost_isolates:
            self._lost_embeddings += 1

    def _isolate(self, position: int, kind: str) -> None:
        rtl = kind == "RLI"
        if kind == "FSI":
            end = self._matches.get(position, len(self._original))
            rtl = base_level(self._original, self._matches, position + 1, end, 0) == 1
        level = self._next_level(rtl=rtl)
        if self._fits(level):
            self._open_isolates += 1
            self._stack.append(_Status(level, "", isolate=True))
        else:
            self._lost_isolates += 1

    def _end_isolate(self) -> None:
        if self._lost_isolates:
            self._lost_isolates -= 1
        elif self._open_isolates:
            self._lost_embeddings = 0
            while not self._stack[-1].isolate:
                self._stack.pop()
            self._stack.pop()
            self._open_isolates -= 1

    def _end_embedding(self) -> None:
        if self._lost_isolates:
            return
        if self._lost_embeddings:
            self._lost_embeddings -= 1
        elif not self._stack[-1].isolate and len(self._stack) > 1:
            self._stack.pop()
