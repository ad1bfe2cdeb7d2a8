"""The combinations a table lacks, as text and as data."""

import json
import os
import random
import re
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from personamap.cli.patterns import PatternsAnswer

ROOT = Path(__file__).parents[2]
STAFF = "gender,level\nwoman,member\nwoman,member\nman,member\nman,lead\n"


@pytest.fixture
def staff(tmp_path):
    path = tmp_path / "staff.csv"
    path.write_text(STAFF, "utf-8")
    return path


def mups(said):
    return [(pattern, count) for pattern, count in json.loads(said)["mups"]]


def test_what_no_row_shows_is_told_with_what_one_would_expect(run, staff):
    status, said, _ = run("patterns", staff)
    assert status == 0
    assert "staff.csv: 4 rows, 2 columns" in said
    assert "1 combination of at most 3 values that no row shows" in said
    assert re.search(r"gender: woman, level: lead +0 +0\.5", said)


def test_data_is_the_combinations_and_their_rows_and_nothing_else(run, staff):
    _, said, _ = run("patterns", staff, "--json")
    assert json.loads(said) == {"mups": [[{"gender": "woman", "level": "lead"}, 0]]}
    assert PatternsAnswer.model_validate_json(said)


def test_a_higher_threshold_tells_single_values_too(run, staff):
    _, said, _ = run("patterns", staff, "--threshold", 2, "--json")
    assert mups(said) == [({"level": "lead"}, 1), ({"gender": "man", "level": "member"}, 1)]
    _, said, _ = run("patterns", staff, "--threshold", 5, "--json")
    assert mups(said) == [({}, 4)]


def test_only_the_named_columns_are_looked_at_up_to_the_level(run, staff):
    assert mups(run("patterns", staff, "--columns", "level", "--json")[1]) == []
    assert mups(run("patterns", staff, "--level", 1, "--json")[1]) == []
    status, said, _ = run("patterns", staff, "--level", 1)
    assert (status, "Every combination" in said) == (0, True)


def test_a_column_with_a_comma_in_its_name_can_be_named(run, tmp_path):
    path = tmp_path / "staff.tsv"
    path.write_text("site, floor\tlevel\nA\tlead\nB\tmember\n", "utf-8")
    _, said, _ = run("patterns", path, "--columns", '"site, floor",level', "--json")
    assert {tuple(pattern) for pattern, _count in mups(said)} == {("site, floor", "level")}


def test_an_empty_cell_is_a_value_and_is_called_so(run, tmp_path):
    path = tmp_path / "staff.csv"
    path.write_text("gender,level\nwoman,\nman,lead\n", "utf-8")
    assert "gender: man, level: (empty)" in run("patterns", path)[1]


def test_a_list_too_long_to_read_is_cut_and_its_length_told(run, tmp_path):
    path = tmp_path / "pairs.csv"
    path.write_text("a,b\n" + "".join(f"{n},{n}\n" for n in range(9)), "utf-8")
    _, said, _ = run("patterns", path)
    assert "72 combinations" in said
    assert "50 of 72 are shown; --json lists them all." in said


def test_sixty_thousand_rows_are_taken(run, tmp_path):
    chance = random.Random(3)
    rows = [",".join(chance.choices("abcd", k=8)) for _ in range(60_000)]
    path = tmp_path / "large.csv"
    path.write_text("\n".join(["a,b,c,d,e,f,g,h", *rows]), "utf-8")
    status, said, _ = run("patterns", path)
    assert status == 0
    assert "60,000 rows, 8 columns" in said


def test_a_workbook_larger_than_any_cast_is_taken(run, tmp_path):
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    for number in range(20_002):
        sheet.append(["gender", "level"] if number == 0 else ["woman", "lead"])
    path = tmp_path / "staff.xlsx"
    book.save(path)
    assert "20,001 rows" in run("patterns", path)[1]


@pytest.mark.parametrize(
    ("content", "options", "reason"),
    [
        (STAFF, ("--columns", "gendre"), "no column “gendre”. Choose among: gender, level"),
        ("a,b\n", (), "no rows"),
        ("", (), "empty"),
        ("id\n" + "".join(f"{n}\n" for n in range(21)), (), "“id” holds 21 different values"),
        ("id,x\n" + "".join(f"{n // 3},a\n" for n in range(3_003)), (), "more than the 1,000"),
        (
            ",".join(f"c{n}" for n in range(70)) + ("\n" + "a," * 69 + "b") * 2 + "\nb" * 2,
            ("--level", "70"),
            "too many values",
        ),
    ],
)
def test_a_table_that_has_no_answer_is_refused_in_one_sentence(
    run, tmp_path, content, options, reason
):
    path = tmp_path / "table.csv"
    path.write_text(content, "utf-8")
    status, said, complaint = run("patterns", path, *options)
    assert (status, said) == (2, "")
    assert reason in complaint
    assert complaint.count("\n") == 1


INTERRUPTED = """
import os, signal, sys, threading, time
from personamap.cli.main import main

def searching():
    frame = sys._current_frames()[threading.main_thread().ident]
    while frame and frame.f_code.co_name != "_crossing":
        frame = frame.f_back
    return frame is not None

def press_ctrl_c():
    # Pressed while modules are still being loaded, Python itself may lose it.
    while not searching():
        time.sleep(0.01)
    os.kill(os.getpid(), signal.SIGINT)

# A shell that runs the tests in the background has them ignore it, and what they start as well.
signal.signal(signal.SIGINT, signal.default_int_handler)
threading.Thread(target=press_ctrl_c, daemon=True).start()
sys.exit(main(["patterns", sys.argv[1], "--level", "18", "--json"]))
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows sends no SIGINT to one process")
def test_ctrl_c_ends_a_long_search_with_130_and_prints_nothing(tmp_path):
    path = tmp_path / "wide.csv"
    chance = random.Random(5)
    rows = [",".join(chance.choices("ab", k=18)) for _ in range(20_000)]
    path.write_text("\n".join([",".join(f"c{n}" for n in range(18)), *rows]), "utf-8")
    ended = subprocess.run(
        [sys.executable, "-c", INTERRUPTED, path],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    assert ended.returncode == 130, ended.stderr
    assert ended.stdout == ""
    assert "Traceback" not in ended.stderr
