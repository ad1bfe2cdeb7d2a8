"""How few people show every pair of values, and how soon, beside allpairspy in the same run.

allpairspy gets the same facets and the same people who are there already.
Times are those of the processor, so that others who work on the machine
matter little. Rows are counted at two efforts: a quick one that is
measured out by the number of pairs, and the usual one, which goes on to
look for fewer. Nothing stops a search because the peer has more.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable

from allpairspy import AllPairs
from msgspec import Struct

from personamap.analysis.solving.cover import cover
from personamap.analysis.solving.covering import Covering
from personamap.analysis.solving.effort import Effort
from tests.analysis.solving.targets import all_together, missing_from

QUICK_SECONDS_A_PAIR = 5e-6
USUAL = Effort(seconds=5.0)

Sizes = tuple[int, ...]
ARRAYS: tuple[tuple[str, Sizes, int | None], ...] = (
    ("3^13", (3,) * 13, None),
    ("4^15 3^17 2^29", (4,) * 15 + (3,) * 17 + (2,) * 29, 38),
    ("2^100", (2,) * 100, 16),
    ("10^20", (10,) * 20, 213),
    ("4^100", (4,) * 100, 57),
)
"""The usual inputs, and how many rows PICT makes of them, as measured elsewhere."""

CASTS: tuple[tuple[Sizes, int, int], ...] = (
    ((2, 4, 6, 5, 2), 12, 594),
    ((2, 4, 7, 7, 3, 4), 12, 488),
    ((9, 5, 5, 5, 2, 4, 3, 4), 20, 2418),
    ((2, 3, 2, 7, 3, 2, 9, 3, 2, 4), 20, 375),
    ((4, 4, 6, 7, 5, 7, 7, 3, 6, 4, 2, 2), 20, 2445),
)
"""How many values each facet has, how many people are there, and the seed of their answers."""


class Timed(Struct, frozen=True):
    """How many rows something found, and in how many milliseconds."""

    rows: int
    milliseconds: float


def timed(work: Callable[[], int]) -> Timed:
    """Return what a piece of work found, and its processor time."""
    start = time.process_time()
    rows = work()
    return Timed(rows, (time.process_time() - start) * 1000)


def peer(sizes: Sizes, present: list[list[int]]) -> Timed:
    """Let allpairspy do the same."""
    values = [list(facet) for facet in Covering(sizes, ()).facets]
    return timed(lambda: sum(1 for _row in AllPairs(values, previously_tested=present)))


def people(sizes: Sizes, count: int, seed: int) -> list[list[int]]:
    """Return people who answer at random, one value on each facet."""
    chance = random.Random(seed)
    facets = Covering(sizes, ()).facets
    return [[chance.choice(values) for values in facets] for _person in range(count)]


def tell_array(name: str, sizes: Sizes, picts: int | None) -> None:
    """Print one covering array from nothing, at both efforts."""
    problem = Covering(sizes, all_together(sizes))
    quick = Effort(seconds=QUICK_SECONDS_A_PAIR * len(problem.targets))
    theirs = peer(sizes, [])
    ours = timed(lambda: cover(problem, quick).found)
    longer = timed(lambda: cover(problem, USUAL).found)
    least = min(theirs.rows, picts or theirs.rows)
    said = met(ours.rows <= least and ours.milliseconds < theirs.milliseconds)
    print(
        f"  {name:>14}: allpairspy {theirs.rows:>3} in {theirs.milliseconds:6.0f} ms, "
        f"PICT {picts or '-':>3}; quick {ours.rows:>3} in {ours.milliseconds:5.0f} ms, "
        f"{theirs.milliseconds / ours.milliseconds:5.1f} x, no more and sooner: {said}; "
        f"usual {longer.rows:>3} in {longer.milliseconds / 1000:.1f} s"
    )


def tell_cast(sizes: Sizes, count: int, seed: int) -> None:
    """Print how many more people a cast needs for all pairs."""
    present = people(sizes, count, seed)
    missing = missing_from(all_together(sizes), present)
    theirs = peer(sizes, present)
    covered = cover(Covering(sizes, missing), USUAL)
    ours = timed(lambda: cover(Covering(sizes, missing), USUAL).found)
    sure = "proven" if covered.proven else f"at least {covered.at_least}"
    print(
        f"  {len(sizes):>2} facets, {count} people, {len(missing):>3} pairs missing: "
        f"{ours.rows} more ({sure}) in {ours.milliseconds:5.0f} ms; "
        f"allpairspy {theirs.rows} in {theirs.milliseconds:3.0f} ms; "
        f"never more {met(ours.rows <= theirs.rows)}"
    )


def met(is_met: bool) -> str:
    """Say whether what should be reached is reached."""
    return "met" if is_met else "MISSED"


def main() -> None:
    """Print all of it."""
    timed(lambda: cover(Covering((3, 3, 2), all_together((3, 3, 2))), USUAL).found)
    print("Every pair of values, from nothing")
    for name, sizes, picts in ARRAYS:
        tell_array(name, sizes, picts)
    print("Every pair of values, beside people who are there")
    for sizes, count, seed in CASTS:
        tell_cast(sizes, count, seed)


if __name__ == "__main__":
    main()
