"""How long a million people take to count, beside the engine's own grouping, and the mirror.

Our import reads a CSV with the standard library alone and ends with counts
that may be kept; the peer is duckdb's GROUP BY over the same columns, with
nothing suppressed. Each runs in a process of its own, which tells its peak
memory; times are those of the processor, on all its cores together, and
include what each has to load.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import tempfile
import time
from itertools import accumulate
from pathlib import Path
from statistics import median

import numpy as np

from personamap.analysis.mirror.table import rows_met

ROWS, COMBINATIONS = 1_000_000, 18_000
SIZES = (4, 6, 2, 5, 3, 4, 3, 2, 4, 4)
"""How many values each of the ten columns has."""
MEMORY_TARGET_MB, MIRROR_TARGET_MS = 100, 150
MIRRORS = ((60, 16_000), (200, 16_000), (200, 20_000))
AGREEING = 6

TOLD = """
import json, time
status = open("/proc/self/status").read()
peak = int(status.partition("VmHWM:")[2].split()[0]) / 1024
print(json.dumps({"seconds": time.process_time(), "megabytes": peak}))
"""

OURS = """
import sys
from pathlib import Path
from personamap.domain.facet import Facet, FacetValue
from personamap.importers.audience.counting import Wishes, count_audience
from personamap.importers.audience.mapping import AudienceMapping, CountedColumn
sizes = [int(size) for size in sys.argv[2].split(",")]
facets = {
    f"c{n}": Facet(
        id=f"c{n}",
        label=f"C{n}",
        values=tuple(FacetValue(id=f"v{v}", label=f"Value {v}") for v in range(size)),
    )
    for n, size in enumerate(sizes)
}
columns = tuple(CountedColumn(column=facet, facet=facet) for facet in facets)
mapping = AudienceMapping(columns=columns)
found = count_audience(Path(sys.argv[1]), mapping, facets, Wishes(), lambda done, total: None)
assert found.audience.people == 1_000_000
"""

ENGINE = """
import sys
import duckdb
read = {"csv": "read_csv(?, all_varchar=true)", "parquet": "read_parquet(?)"}
query = f"select *, count(*) from {read[sys.argv[1].rpartition('.')[2]]} group by all"
assert sum(row[-1] for row in duckdb.execute(query, [sys.argv[1]]).fetchall()) == 1_000_000
"""


def write_table(path: Path) -> None:
    """Write a million people, many of whom answer alike."""
    chance = random.Random(7)
    rows = [
        ",".join(f"Value {chance.randrange(size)}" for size in SIZES)
        for _row in range(COMBINATIONS)
    ]
    weights = list(accumulate(chance.random() ** 4 for _row in rows))
    with path.open("w", encoding="utf-8") as stream:
        stream.write(",".join(f"c{n}" for n in range(len(SIZES))) + "\n")
        for _part in range(10):
            drawn = chance.choices(rows, cum_weights=weights, k=ROWS // 10)
            stream.write("\n".join(drawn) + "\n")


def write_parquet(table: Path, path: Path) -> None:
    """Write the same table as Parquet."""
    import duckdb

    duckdb.read_csv(str(table), all_varchar=True).write_parquet(str(path))


def measured(script: str, table: Path) -> tuple[float, float]:
    """Return seconds of the processor and megabytes at the peak of a process of its own."""
    command = [sys.executable, "-c", script + TOLD, str(table), ",".join(map(str, SIZES))]
    told = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return told["seconds"], told["megabytes"]


def tell_import(table: Path, *, limited: bool) -> None:
    """Print our import beside the engine's grouping of the same file."""
    seconds, megabytes = measured(OURS, table)
    engine_seconds, engine_megabytes = measured(ENGINE, table)
    memory = f", target {MEMORY_TARGET_MB} {met(megabytes <= MEMORY_TARGET_MB)}" if limited else ""
    print(
        f"{table.suffix[1:]}: import {seconds:.2f} s, {megabytes:.0f} MB{memory}; "
        f"GROUP BY alone {engine_seconds:.2f} s, {engine_megabytes:.0f} MB; "
        f"ratio {seconds / engine_seconds:.2f}, target 1 {met(seconds <= engine_seconds)}"
    )


def tell_mirror(people: int, combinations: int) -> None:
    """Print how long it takes to hold so many personas against so many combinations."""
    chance = np.random.default_rng(3)
    codes = [chance.integers(0, size, combinations) for size in SIZES]
    alike = [(chance.random((size, people)) < 1 / size).astype(np.uint8) for size in SIZES]
    times = []
    for _round in range(5):
        start = time.process_time()
        rows_met(codes, alike, AGREEING)
        times.append((time.process_time() - start) * 1000)
    took = median(times)
    print(
        f"mirror of {people} personas on {combinations:,} combinations of {len(SIZES)} facets: "
        f"{took:.0f} ms, target {MIRROR_TARGET_MS} {met(took <= MIRROR_TARGET_MS)}"
    )


def met(reached: bool) -> str:
    """Say whether a target was reached."""
    return "met" if reached else "MISSED"


def main() -> None:
    """Print a line for each kind of file and each size of mirror."""
    with tempfile.TemporaryDirectory() as folder:
        table, parquet = Path(folder) / "staff.csv", Path(folder) / "staff.parquet"
        write_table(table)
        write_parquet(table, parquet)
        print(f"A million people in ten columns, {table.stat().st_size / 1e6:.0f} MB as CSV")
        tell_import(table, limited=True)
        tell_import(parquet, limited=False)
    for people, combinations in MIRRORS:
        tell_mirror(people, combinations)


if __name__ == "__main__":
    main()
