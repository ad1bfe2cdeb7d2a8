"""How long the combinations that a table or a cast lacks take to find, beside plain searches.

Two peers of `pattern_breaker` search the same rows in the same run, and
all answers are compared. Each search starts from what it works on (rows,
bits, numbered columns); what it takes to number the columns is told by
itself. Times are those of the processor, so that others who work on the
machine matter little. Memory is the peak of a process of its own that
reads the file, searches and goes through the answer.
"""

from __future__ import annotations

import csv
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from statistics import median

from personamap.analysis.index import ProjectIndex
from personamap.analysis.patterns.cast import CastUniverse, cast_universe
from personamap.analysis.patterns.cube import find_uncovered_in
from personamap.analysis.patterns.search import find_uncovered
from personamap.analysis.patterns.table import CategoryTable, make_table
from tests.benchmarks.bench_coverage import large_project
from tests.benchmarks.pattern_breaker import ByBits, ByRows, Pattern, Row, bits_of

TABLES = Path(__file__).resolve().parents[3] / "shared" / "data" / "patterns"
SEARCHES = {
    "made up": ((10, 3),),
    "hr12": ((1, 3), (10, 3)),
    "adult8": ((1, 3), (33, 3), (1, 8)),
    "bank10": ((1, 3), (40, 3)),
}
"""Thresholds and levels. `made up` is drawn at random, so that it is there without the files."""
CASTS = ((12, 15, 2, None), (12, 15, 3, None), (200, 12, 2, 2.0), (200, 12, 3, 60.0))
"""People, facets, level and the milliseconds to reach, where a number is set."""
MANY_ROWS, RATIO_TARGET, MEMORY_TARGET_MB, MEMORY_GOAL_MB = 30_000, 20, 300, 100
"""The ratio is for real tables of many rows, in which most rows say what others say too."""

Peer = ByRows | ByBits
Peers = tuple[ByRows, ByBits]

PEAK = """
import sys
from pathlib import Path
from personamap.services.patterns import find_patterns
found = find_patterns(Path(sys.argv[1]), (), int(sys.argv[2]), int(sys.argv[3]))
sum(1 for _pattern in found.patterns())
status = Path("/proc/self/status").read_text()
print(int(status.partition("VmHWM:")[2].split()[0]) / 1024)
"""


def milliseconds(work: Callable[[], object], rounds: int = 1) -> float:
    """Return the median processor time of a piece of work."""
    times = []
    for _round in range(rounds):
        start = time.process_time()
        work()
        times.append((time.process_time() - start) * 1000)
    return median(times)


def read_rows(path: Path) -> tuple[Row, list[Row]]:
    """Return the heading of a table and its rows."""
    with path.open(encoding="utf-8", newline="") as stream:
        heading, *rows = map(tuple, csv.reader(stream))
    return heading, rows


def write_made_up(path: Path) -> None:
    """Write 40,000 rows of ten columns, each with usual values and rare ones."""
    chance = random.Random(11)
    usual = (80, 60, 40, 30, 20, 10, 5, 1)
    sizes = (3 + n % 6 for n in range(10))
    columns = [chance.choices("abcdefgh"[:size], usual[:size], k=40_000) for size in sizes]
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([[f"c{n}" for n in range(10)], *zip(*columns, strict=True)])


def tell_table(path: Path) -> None:
    """Print the times of each search through one table."""
    heading, rows = read_rows(path)
    columns = list(zip(*rows, strict=True))
    table = make_table(heading, columns)
    numbering = milliseconds(lambda: make_table(heading, columns), 3)
    print(
        f"{path.stem}: {len(rows):,} rows, {len(table.weights):,} of them distinct, "
        f"{len(heading)} columns; to number them {numbering:.0f} ms"
    )
    peers = ByRows(rows), ByBits(bits_of(rows), len(rows))
    for threshold, level in SEARCHES[path.stem]:
        tell_search(table, peers, threshold, level)
    threshold, level = SEARCHES[path.stem][-1]
    tell_memory(path, threshold, level)


def tell_search(table: CategoryTable, peers: Peers, threshold: int, level: int) -> None:
    """Print one search beside both peers, once it is clear that all found the same."""
    found = find_uncovered_in(table, threshold, level)
    number = {name: place for place, name in enumerate(table.columns)}
    told = {
        tuple((number[column], value) for column, value in said.items()): count
        for said, count in found.patterns()
    }
    ours = milliseconds(lambda: find_uncovered_in(table, threshold, level), 5)
    rows, bits = (beside(peer, told, threshold, level) for peer in peers)
    many = table.size >= MANY_ROWS and len(table.weights) * 2 < table.size
    target = f", target {RATIO_TARGET} x {met(rows >= RATIO_TARGET * ours)}" if many else ""
    print(
        f"  threshold {threshold:>2}, level {level}: {len(found):>5,} patterns in {ours:6.1f} ms; "
        f"plain rows {rows:6.0f} ms, {rows / ours:5.1f} x{target}; "
        f"bits {bits:6.0f} ms, {bits / ours:5.1f} x"
    )


def beside(peer: Peer, told: Mapping[Pattern, int], threshold: int, level: int) -> float:
    """Return how long a peer takes to find the same."""
    found: dict[Pattern, int] = {}
    taken = milliseconds(lambda: found.update(peer.find(threshold, level)))
    if found != told:
        raise SystemExit(f"{type(peer).__name__} finds something else at level {level}")
    return taken


def tell_memory(path: Path, threshold: int, level: int) -> None:
    """Print the most memory that reading, searching and answering takes."""
    arguments = [sys.executable, "-c", PEAK, str(path), str(threshold), str(level)]
    peak = float(subprocess.run(arguments, check=True, capture_output=True, text=True).stdout)
    print(
        f"  peak memory from file to answer: {peak:.0f} MB (target {MEMORY_TARGET_MB} "
        f"{met(peak < MEMORY_TARGET_MB)}, goal {MEMORY_GOAL_MB} {met(peak < MEMORY_GOAL_MB)})"
    )


def tell_cast(people: int, facets: int, level: int, target: float | None) -> None:
    """Print the times of one search through a cast, in which some people have several values."""
    index = ProjectIndex(large_project(people, facets))
    cast = cast_universe(index, list(index.counts.values()))
    universe = cast.universe
    peer = ByBits(columns_of(cast), people)
    told = {
        tuple((universe.conditions[n].facet, cast.values[n].value) for n in pattern): count
        for pattern, count in find_uncovered(universe, 1, level).patterns
    }
    making = milliseconds(lambda: cast_universe(index, list(index.counts.values())), 9)
    ours = milliseconds(lambda: find_uncovered(universe, 1, level), 9)
    bits = beside(peer, told, 1, level)
    reach = "" if target is None else f" (target {target:.0f} ms {met(ours <= target)})"
    print(
        f"  {people:>3} people x {facets} facets, level {level}: {len(told):>5,} patterns in "
        f"{ours:5.2f} ms{reach}; bits {bits:5.1f} ms, {bits / ours:.1f} x; "
        f"to lay out the cast {making:.2f} ms"
    )


def columns_of(cast: CastUniverse) -> list[dict[str, int]]:
    """Return for each facet who has which of its values."""
    columns: dict[int, dict[str, int]] = {}
    for ref, condition in zip(cast.values, cast.universe.conditions, strict=True):
        columns.setdefault(condition.facet, {})[ref.value] = condition.people
    return list(columns.values())


def met(reached: bool) -> str:
    """Say whether a target was reached."""
    return "met" if reached else "MISSED"


def main() -> None:
    """Print a few lines for each table and one for each cast."""
    print("Maximal uncovered patterns of tables; both peers find the same")
    with tempfile.TemporaryDirectory() as folder:
        made_up = Path(folder) / "made up.csv"
        write_made_up(made_up)
        tell_table(made_up)
    for name in list(SEARCHES)[1:]:
        path = TABLES / f"{name}.csv"
        if path.is_file():
            tell_table(path)
        else:
            print(f"{name}: not on this machine")
    print("Maximal uncovered patterns of casts")
    for cast in CASTS:
        tell_cast(*cast)


if __name__ == "__main__":
    main()
