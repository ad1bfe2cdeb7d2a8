import json
import random
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from personamap.importers.apart import door
from personamap.importers.apart.door import read_apart
from personamap.importers.apart.refusal import NotRead
from personamap.importers.apart.task import MEGABYTE, Task
from tests.importers.test_pictures import encoded
from tests.importers.workbooks import row, workbook

SMALL = workbook(row("Name") + row("Ann"))
STAFF = {"limits": "staff"}


def task(reader="workbook", seconds=20, memory=400, answer=MEGABYTE, options=STAFF):
    return Task(reader, seconds, memory * MEGABYTE, answer, options)


@pytest.fixture(scope="module")
def endless():
    """A workbook that takes longer to read than anybody waits."""
    numbers = random.Random(1).choices(range(1000), k=90_000)
    cells = [f"<c><v>{number}</v></c>" for number in numbers]
    rows = ["<row>" + "".join(cells[at : at + 450]) + "</row>" for at in range(0, 90_000, 450)]
    return workbook("".join(rows) * 20)


def test_what_another_process_read_comes_back_as_plain_data():
    facts, rows = read_apart(task(), SMALL)
    assert facts == {"notes": []}
    assert json.loads(rows) == [[1, ["Name"]], [2, ["Ann"]]]


def test_a_refusal_comes_back_in_its_own_words():
    with pytest.raises(NotRead, match="damaged"):
        read_apart(task(), SMALL[:-40])


def test_what_takes_too_long_is_ended(endless):
    with pytest.raises(NotRead, match="too long"):
        read_apart(task(seconds=1), endless)


def test_what_takes_too_much_memory_is_ended():
    picture = encoded(Image.new("RGBA", (4000, 4000)))
    with pytest.raises(NotRead, match="memory"):
        read_apart(task("picture", memory=60, options={"side": 64}), picture)


def test_an_answer_without_end_is_not_taken():
    with pytest.raises(NotRead, match="too much"):
        read_apart(task(answer=10), SMALL)


def test_nobody_waiting_ends_the_process(endless, monkeypatch):
    started = []

    def start():
        started.append(begin())
        return started[-1]

    begin = door._started
    monkeypatch.setattr(door, "_started", start)
    with pytest.raises(NotRead, match="stopped"):
        read_apart(task(), endless, lambda: False)
    assert started[0].returncode is not None


def test_a_computer_that_starts_no_process_is_told_so(monkeypatch):
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with pytest.raises(NotRead, match="could not be started"):
        read_apart(task(), SMALL)


def test_neither_a_folder_nor_a_variable_decides_what_is_imported(tmp_path, monkeypatch):
    for name in ("json", "zipfile", "sitecustomize", "codecs"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit(1)")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setenv("PYTHONSTARTUP", str(tmp_path / "json.py"))
    assert read_apart(task(), SMALL)[1]


def run(code):
    return subprocess.run(
        [sys.executable, "-c", code],
        check=False,
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[3],
    )


BUILD = "from personamap.importers.apart import walls\nwalls.build_walls(5, 10**9)\n"


@pytest.mark.parametrize(
    "attempt",
    [
        "open('/etc/passwd')",
        "open('new', 'w')",
        "s = __import__('socket')",
        "__import__('os').system('true')",
        "__import__('os').listdir('/')",
        "__import__('_posixsubprocess')",
    ],
)
def test_behind_the_walls_nothing_is_opened_or_started(attempt):
    ended = run(f"import os\n{BUILD}{attempt}\nprint('through')")
    assert "Forbidden" in ended.stderr
    assert "through" not in ended.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="Windows gives no such limits to a process")
@pytest.mark.parametrize(
    "attempt", ["open('/etc/passwd')", "socket.socket()", "b'x' * (2 * 10**9)", "os.pipe()"]
)
def test_the_operating_system_refuses_as_well(attempt):
    limit = "from personamap.importers.apart import walls\nwalls._limit_resources(5, 10**9)\n"
    ended = run(f"import os, socket\n{limit}{attempt}\nprint('through')")
    assert "OSError" in ended.stderr or "MemoryError" in ended.stderr
    assert "through" not in ended.stdout


@pytest.mark.parametrize("reader", ["picture", "workbook"])
def test_whatever_reads_apart_loads_nothing_it_can_do_without(reader):
    code = "import sys\nfrom personamap.importers.apart import child\n"
    code += f"child._do_without(child.WITHOUT.get({reader!r}, ()))\nchild._reader({reader!r})\n"
    loaded = run(f"{code}print(*(name for name, module in sys.modules.items() if module))").stdout
    assert not set(loaded.split()) & {"pydantic", "PySide6", "numpy", "lxml", "socket", "orjson"}
