"""What a table of people leaves behind: counts, and nothing else anywhere."""

from __future__ import annotations

import getpass
import shutil
import socket
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from personamap.exporters.formats import EXPORTERS
from personamap.resources import example
from personamap.services.projects import open_project
from tests.torture.audience_tables import TOKENS, write_table
from tests.torture.row import Row
from tests.torture.watched import connections, handed_over, kept, watch

KINDS = ("csv", "xlsx", "parquet")
HOMES = ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME")
COMMAND = ("-m", "personamap")
ABORTING = """
import os, resource, sys
from pathlib import Path
from personamap.importers.audience.counting import Wishes
from personamap.services.audiences import propose_audience, read_audience
from personamap.services.projects import new_project
hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))
project, table = new_project(), Path(sys.argv[1])
mapping = propose_audience(project, table).mapping
read_audience(project, table, mapping, Wishes())
os.abort()
"""


def run() -> Iterator[Row]:
    """Import by command line and by window, and go through every byte that was written."""
    with tempfile.TemporaryDirectory(prefix="privacy-") as folder:
        traces, found = [], set[str]()
        for kind in KINDS:
            for way in (_by_command, _by_window):
                trace, left = _imported(Path(folder), kind, way)
                traces.append(trace)
                found |= left
        yield _tokens(found, len(traces))
        calls = [line for trace in traces for line in connections(trace)]
        print(*calls[:4], sep="\n", end="")
        yield Row("audience: 0 connects", "only AF_UNIX", f"{len(calls)} others", not calls)
    yield _core_files()
    yield _who_wrote()


def _imported(folder: Path, kind: str, way) -> tuple[bytes, set[str]]:
    place = folder / f"{kind}-{way.__name__}"
    table = write_table(place / "tables", kind)
    work = place / "work"
    work.mkdir()
    homes = {name: str(work / name.lower()) for name in (*HOMES, "TMPDIR")}
    for home in homes.values():
        Path(home).mkdir()
    trace = way(table, work, homes)
    assert handed_over(trace, ["course.personamap"]), "the trace shows nothing"
    found = handed_over(trace, TOKENS) | kept([work], TOKENS)
    if found:
        print(f"    {kind} {way.__name__}: {sorted(found)[:5]}", flush=True)
    (audience,) = open_project(work / "course.personamap").project.audiences
    assert audience.groups, "nothing was counted"
    return trace, found


def _by_command(table: Path, work: Path, homes: dict[str, str]) -> bytes:
    project = work / "course.personamap"
    shutil.copy(example("onboarding.personamap"), project)
    commands = [
        ("import", "audience", str(table), "--into", str(project), "--json"),
        ("import", "audience", str(table), "--into", str(project)),
        ("check", str(project), "--fail-on", "never"),
    ]
    for exporter in EXPORTERS:
        to = ("--to", exporter.id, "--what", exporter.makes[0], "--out", f"cast{exporter.suffix}")
        commands.append(("export", str(project), *to))
    return b"".join(watch((*COMMAND, *command), work, homes) for command in commands)


def _by_window(table: Path, work: Path, homes: dict[str, str]) -> bytes:
    project = work / "course.personamap"
    shutil.copy(example("onboarding.personamap"), project)
    return watch(("-m", "tests.torture.audience_by_window", str(table), str(project)), work, homes)


def _tokens(found: set[str], ways: int) -> Row:
    outcome = f"{len(found)} of {len(TOKENS)} in any byte written, {ways} imports"
    figure = "0 of 100 tokens, CSV, XLSX, Parquet"
    return Row("audience: what is left of people", figure, outcome, not found)


def _core_files() -> Row:
    import subprocess
    import sys

    left = 0
    for kind in KINDS:
        with tempfile.TemporaryDirectory(prefix="core-") as folder:
            table = write_table(Path(folder) / "tables", kind)
            work = Path(folder) / "work"
            work.mkdir()
            subprocess.run([sys.executable, "-c", ABORTING, str(table)], cwd=work, check=False)
            left += len(list(work.iterdir()))
    pattern = Path("/proc/sys/kernel/core_pattern").read_text().strip()
    outcome = f"{left} core files of {len(KINDS)} aborts (cores go to “{pattern}”)"
    return Row("audience: core files", "0", outcome, left == 0)


def _who_wrote() -> Row:
    """Look for the person, the computer and its folders in every document."""
    with tempfile.TemporaryDirectory(prefix="Mallory-") as folder:
        work = Path(folder) / "Jane Roe"
        work.mkdir()
        told = {"USER": "janeroe", "LOGNAME": "janeroe", "HOME": str(work)}
        for exporter in EXPORTERS:
            out = f"cast{exporter.suffix}"
            to = ("--to", exporter.id, "--what", exporter.makes[0], "--out", out)
            watch((*COMMAND, "export", str(example("onboarding.personamap")), *to), work, told)
        words = ("janeroe", "Jane Roe", Path(folder).name, *_of_this_computer())
        # The path of a document itself says where it lies; only what is in it counts.
        found = {word for word in words if word in _inside(work, words)}
    outcome = f"{len(found)} words in {len(EXPORTERS)} formats"
    return Row("documents: user, computer, path", "0", outcome, not found)


def _inside(work: Path, words: Sequence[str]) -> set[str]:
    with tempfile.TemporaryDirectory() as elsewhere:
        shutil.copytree(work, Path(elsewhere) / "w")
        return kept([Path(elsewhere) / "w"], words)


def _of_this_computer() -> tuple[str, ...]:
    # Words as short as "root" or "box" stand in documents by themselves.
    told = (getpass.getuser(), socket.gethostname(), str(Path.cwd()))
    return tuple(word for word in told if len(word) > 6)
