"""What a killed process left behind is told from what somebody is writing just now."""

import subprocess
import sys

import pytest

from personamap.storage import processes
from personamap.storage.processes import Process, this_process
from personamap.storage.temporary import sweep_temporaries, temporary_beside
from personamap.storage.turns import my_turn

KILLED_WHILE_SAVING = """
import os, signal, sys
from pathlib import Path
from personamap.storage import files
os.replace = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
files.write_atomically(Path(sys.argv[1]), b"new")
"""


def saved_by_one_who_was_killed(path):
    said = subprocess.run([sys.executable, "-c", KILLED_WHILE_SAVING, str(path)], check=False)
    assert said.returncode < 0


def test_what_a_killed_save_left_is_swept_and_the_old_file_stays(tmp_path):
    target = tmp_path / "course.personamap"
    target.write_bytes(b"old")
    saved_by_one_who_was_killed(target)
    assert len(list(tmp_path.iterdir())) == 2
    sweep_temporaries(tmp_path)
    assert list(tmp_path.iterdir()) == [target]
    assert target.read_bytes() == b"old"


def test_what_is_being_written_now_stays(tmp_path):
    temporary = temporary_beside(tmp_path / "course.personamap")
    temporary.touch()
    sweep_temporaries(tmp_path)
    assert temporary.exists()


MINE = this_process()


@pytest.mark.parametrize(
    ("name", "swept"),
    [
        (f".a.{MINE.computer}.{MINE.number}.1-1.0123456789ab.tmp", True),
        (f".a.{MINE.computer}.999999999.{MINE.began}.0123456789ab.tmp", True),
        (f".a.01234567.{MINE.number}.1-1.0123456789ab.tmp", False),
        (f".a.{MINE.computer}.{MINE.number}..0123456789ab.tmp", False),
        (".a.0123456789ab.tmp", False),
        ("a.tmp", False),
        (".personamap", False),
    ],
    ids=["number reused", "ended", "another computer", "cannot be known", "old", "foreign", "dot"],
)
def test_only_what_surely_belongs_to_nobody_is_swept(tmp_path, name, swept):
    (tmp_path / name).touch()
    sweep_temporaries(tmp_path)
    assert (tmp_path / name).exists() != swept


@pytest.mark.parametrize("letter", ["x", "ä", "漢", "🙂"])
def test_every_name_leaves_room_for_its_temporary(tmp_path, letter):
    longest = letter * (240 // len(letter.encode()))
    temporary_beside(tmp_path / longest).touch()


def test_a_place_that_cannot_be_listed_is_left_alone(tmp_path):
    sweep_temporaries(tmp_path / "gone")


def test_a_process_runs_until_it_has_ended():
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as other:
        began = processes._began(other.pid)
        assert Process(MINE.computer, other.pid, began).runs
        assert not Process(MINE.computer, other.pid, "0-0").runs
        other.kill()
    assert not Process(MINE.computer, other.pid, began).runs


def test_whoever_asks_is_here_and_runs():
    assert MINE.is_here
    assert MINE.is_this
    assert MINE.runs


def test_turns_are_taken_and_given_back(tmp_path):
    target = tmp_path / "a"
    target.touch()
    for _ in range(2):
        with my_turn(target):
            pass
    with my_turn(tmp_path / "not there yet"):
        pass
