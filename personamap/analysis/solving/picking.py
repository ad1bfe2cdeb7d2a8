"""The fewest of several ready changes that close as much as all of them would."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from personamap.analysis.solving.effort import Budget
from personamap.analysis.solving.sat import Question

Offer = tuple[int, frozenset[str]]
"""How large a kind of change is, as a rank, and the keys of what it closes."""


def pick(offers: Sequence[Offer], wanted: Collection[str], budget: Budget) -> tuple[int, ...]:
    """Return the places of offers that close every wanted key any offer closes.

    They are an exact set cover: fewest of the largest kind first, then
    fewest of the next smaller one. If the budget runs out, the best so far.
    """
    within = [key for key in wanted if any(key in closes for _rank, closes in offers)]
    if not within:
        return ()
    clauses = [[n for n, (_r, closes) in enumerate(offers, 1) if key in closes] for key in within]
    question = Question(clauses)
    try:
        held = question.ask(budget) or frozenset(range(1, len(offers) + 1))
        for rank in sorted({rank for rank, _closes in offers}, reverse=True):
            kind = [n for n, (other, _closes) in enumerate(offers, 1) if other == rank]
            held, _proven = question.lessen(kind, held, budget)
    finally:
        question.close()
    return tuple(place for place in range(len(offers)) if place + 1 in held)
