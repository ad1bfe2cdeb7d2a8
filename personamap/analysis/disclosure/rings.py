"""Which pairs of facets may be crossed together: those that form no ring."""

from __future__ import annotations

from collections.abc import Sequence

FacetPair = tuple[str, str]


def closes_ring(pairs: Sequence[FacetPair]) -> FacetPair | None:
    """Return the first pair that closes a ring of crossings, if one does."""
    ends: dict[str, str] = {}
    for pair in pairs:
        first, second = (_end(facet, ends) for facet in pair)
        if first == second:
            return pair
        ends[first] = second
    return None


def default_pairs(
    facets: Sequence[str], wanted: Sequence[FacetPair], before: Sequence[FacetPair] = ()
) -> tuple[FacetPair, ...]:
    """Return crossings without a ring: the wanted ones first, then the first facet with each.

    Those told `before` of the same people come first of all, the way round
    they were told, and none closes a ring with them.
    """
    pairs: list[FacetPair] = []
    hub = [(facets[0], facet) for facet in facets[1:]]
    for pair in (pair for pair in (*before, *wanted, *hub) if set(pair) <= set(facets)):
        longer = [*pairs, pair]
        if closes_ring(longer) is None and closes_ring_with(before, longer) is None:
            pairs.append(pair)
    return tuple(pairs)


def closes_ring_with(before: Sequence[FacetPair], pairs: Sequence[FacetPair]) -> FacetPair | None:
    """Return the first of `pairs` that closes a ring with those told before."""
    known = {frozenset(pair) for pair in before}
    return closes_ring([*before, *(pair for pair in pairs if frozenset(pair) not in known)])


def as_told_before(
    pairs: Sequence[FacetPair], before: Sequence[FacetPair]
) -> tuple[FacetPair, ...]:
    """Return `pairs`, each the way round it was told before, so that its counts can be compared."""
    return tuple(next((b for b in before if set(b) == set(pair)), pair) for pair in pairs)


def _end(facet: str, ends: dict[str, str]) -> str:
    while facet in ends:
        facet = ends[facet]
    return facet
