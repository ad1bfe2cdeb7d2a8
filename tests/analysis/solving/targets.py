"""What the tests ask rows to show: everything there is, and what is still missing of it."""

from itertools import combinations, product

from personamap.analysis.solving.covering import Covering


def all_together(sizes, level=2):
    """Return every combination of values of so many facets."""
    facets = Covering(tuple(sizes), ()).facets
    return tuple(
        combination for chosen in combinations(facets, level) for combination in product(*chosen)
    )


def missing_from(targets, rows):
    """Return the targets that none of `rows` shows; a row may have several values of a facet."""
    shown = [frozenset(row) for row in rows]
    return tuple(t for t in targets if not any(row.issuperset(t) for row in shown))
