"""How likely something is by pure chance. It decides what is worth telling, and is never shown."""

from __future__ import annotations

from math import comb


def chance_of_all(pool: int, group: int, drawn: int) -> float:
    """Return how likely it is that all `drawn` of a pool fall into a group of it.

    The end of the hypergeometric distribution, as in R. A. Fisher, The
    Design of Experiments, 1935. A cast is chosen by people and not drawn
    from an urn, so this ranks and keeps quiet, and proves nothing.
    """
    return comb(group, drawn) / comb(pool, drawn)
