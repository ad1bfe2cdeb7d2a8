"""Tables of a person who means harm, through every door a table comes in by."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from personamap.domain.project import Project
from personamap.errors import PersonamapError
from personamap.services.audiences import propose_audience
from personamap.services.imports import prepare_cast, propose_cast
from tests.importers.hostile_tables import TEXTS, WORKBOOKS, hostile_tables

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """All of them in a folder of their own, with a secret beside it."""
    folder = tmp_path_factory.mktemp("hostile") / "tables"
    folder.mkdir()
    (folder.parent / "treasure").write_text("treasure")
    for name, content, _words in hostile_tables():
        (folder / name).write_bytes(content)
    return folder


EXPECTED = {name: words for name, (_content, words) in (TEXTS | WORKBOOKS).items()}


def cast_of(path):
    proposal = propose_cast(Project(), path)
    return prepare_cast(Project(), proposal, proposal.mapping)


@pytest.mark.parametrize("name", EXPECTED)
def test_a_cast_comes_in_or_is_refused_with_what_to_do(folder, name):
    if not EXPECTED[name]:
        assert cast_of(folder / name).cast.rows
        return
    with pytest.raises(PersonamapError, match=EXPECTED[name]) as refused:
        cast_of(folder / name)
    told = str(refused.value)
    assert name in told
    assert len(told) < 400
    assert told.count(".") >= 2


@pytest.mark.parametrize("name", [*TEXTS, "cells.xlsx", "outside.xlsx", "texts.xlsx"])
def test_an_audience_is_looked_at_or_refused_with_what_to_do(folder, name):
    try:
        survey = propose_audience(Project(), folder / name)
    except PersonamapError as refused:
        told = str(refused)
    else:
        assert len(survey.columns) <= 500
        return
    assert name in told
    assert len(told) < 400


def test_a_table_of_gigabytes_is_not_even_read(tmp_path):
    path = tmp_path / "large.csv"
    with path.open("wb") as stream:
        stream.truncate(3 * 1024**3)
    with pytest.raises(PersonamapError, match="50 megabytes"):
        cast_of(path)


def tree(folder):
    return {path: path.stat().st_mtime_ns for path in sorted(folder.rglob("*"))}


TEMPTING = ("outside.xlsx", "fetched.xlsx", "sheet_outside.xlsx", "sheet_on_the_net.xlsx")
TEMPTING += ("parts_outside.xlsx", "program_inside.xlsm", "formulas.csv", "places.csv")

READ_ALL = """
import sys
from pathlib import Path
from personamap.domain.project import Project
from personamap.errors import PersonamapError
from personamap.services.audiences import propose_audience
from personamap.services.imports import propose_cast

for path in sorted(Path(sys.argv[1]).iterdir()):
    for read in (propose_cast, propose_audience):
        try:
            read(Project(), path)
        except PersonamapError:
            pass
print("read all")
"""


def can_trace():
    trace = shutil.which("strace")
    if trace is None:
        return False
    return subprocess.run([trace, "true"], capture_output=True, check=False).returncode == 0


@pytest.mark.skipif(sys.platform != "linux" or not can_trace(), reason="strace cannot watch here")
def test_nothing_is_fetched_written_or_read_beside_the_tables(folder, tmp_path):
    few = tmp_path / "few"
    few.mkdir()
    for name in TEMPTING:
        shutil.copy(folder / name, few)
    before, watched = tree(few.parent), tmp_path.parent / f"{tmp_path.name}.strace"
    trace = ["strace", "-f", "-qq", "-s", "300", "-o", str(watched)]
    trace += ["-e", "trace=connect,openat,open,creat,unlink,rename,mkdir,sendto,execve"]
    ended = subprocess.run(
        [*trace, sys.executable, "-B", "-c", READ_ALL, str(few)],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"},
    )
    assert "read all" in ended.stdout
    calls = watched.read_text(errors="replace").splitlines()
    assert not [c for c in calls if "connect(" in c or "sendto(" in c]
    assert not [c for c in calls if "/etc/passwd" in c or "evil" in c or "treasure" in c]
    # What Python keeps of our own modules when it first meets them.
    calls = [c for c in calls if "__pycache__" not in c]
    assert not [c for c in calls if "O_CREAT" in c or "unlink(" in c or "rename(" in c]
    started = [c for c in calls if "execve(" in c]
    assert all("python" in call for call in started)
    assert tree(few.parent) == before
