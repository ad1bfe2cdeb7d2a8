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


def default_pairs(facets: Sequence[str], wanted: Sequence[FacetPair]) -> tuple[FacetPair, ...]:
    """Return crossings without a ring: the wanted ones first, then the first facet with each."""
    pairs: list[FacetPair] = []
    hub = [(facets[0], facet) for facet in facets[1:]]
    for pair in (*(pair for pair in wanted if set(pair) <= set(facets)), *hub):
        if closes_ring([*pairs, pair]) is None:
            pairs.append(pair)
    return tuple(pairs)


def _end(facet: str, ends: dict[str, str]) -> str:
    while facet in ends:
        facet = ends[facet]
    return facet
