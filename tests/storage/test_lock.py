"""Who else has a project open: told when it may matter, and never a reason not to open it."""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime

import pytest

from personamap.storage.lock import Holder, Mark, holder_of, take
from personamap.storage.processes import Process, this_process

MINE = this_process()


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "course.personamap"
    made.touch()
    return made


def mark_of(path):
    return path.with_name(f".{path.name}.lock")


def marked_by(path, **told):
    usual = {"computer": MINE.computer, "name": "studio", "number": MINE.number, "began": "0-0"}
    mark_of(path).write_text(json.dumps(usual | told))


OTHER_WINDOW = """
import sys
from pathlib import Path
from personamap.storage.lock import take
print(type(take(Path(sys.argv[1]))).__name__, flush=True)
input()
"""


@pytest.fixture
def other_window(path):
    """Another process that has the project open until it is killed."""
    with subprocess.Popen(
        [sys.executable, "-c", OTHER_WINDOW, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout.readline().strip() == "Mark"
        yield other
        other.kill()


def test_the_first_marks_and_takes_the_mark_away_again(path):
    mark = take(path)
    assert isinstance(mark, Mark)
    assert mark_of(path).exists()
    mark.release()
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_the_mark_names_no_person(path):
    take(path)
    told = json.loads(mark_of(path).read_text())
    assert set(told) == {"computer", "name", "number", "began", "since"}


def test_the_second_window_learns_who_has_it_open(path, other_window):
    holder = take(path)
    assert isinstance(holder, Holder)
    assert holder.process.number == other_window.pid
    assert holder.is_here
    assert not holder.has_ended


def test_who_has_it_open_is_told_without_touching_their_mark(path, other_window):
    before = mark_of(path).read_bytes()
    assert holder_of(path).process.number == other_window.pid
    assert mark_of(path).read_bytes() == before


def test_nobody_has_it_open_without_a_mark_or_with_our_own(path):
    assert holder_of(path) is None
    take(path)
    assert holder_of(path) is None


def test_a_killed_window_has_nothing_open_and_its_mark_is_left_to_the_next(path, other_window):
    other_window.kill()
    other_window.wait()
    assert holder_of(path) is None
    assert mark_of(path).exists()


def test_a_mark_that_says_nothing_names_nobody(path):
    mark_of(path).write_bytes(b"{")
    assert holder_of(path) is None


def test_the_mark_of_a_killed_window_is_replaced_without_a_word(path, other_window):
    other_window.kill()
    other_window.wait()
    assert isinstance(take(path), Mark)
    assert json.loads(mark_of(path).read_text())["number"] == MINE.number
    assert sorted(p.name for p in path.parent.iterdir()) == [mark_of(path).name, path.name]


def test_the_same_process_just_keeps_its_mark(path):
    assert take(path) == take(path)


def test_a_number_that_now_belongs_to_another_process_holds_nothing(path):
    marked_by(path, began="0-0")
    assert isinstance(take(path), Mark)


def test_another_computer_is_asked_about_and_passed_only_when_a_person_says_so(path):
    marked_by(path, computer="01234567", name="studio-3\n")
    holder = take(path)
    assert holder == Holder(Process("01234567", MINE.number, "0-0"), "studio-3")
    assert not holder.is_here
    assert isinstance(take(path, past=holder), Mark)


@pytest.mark.parametrize(
    ("told", "time"),
    [
        ("2026-03-04T09:12:00+00:00", datetime(2026, 3, 4, 9, 12, tzinfo=UTC)),
        ("2026-03-04T09:12:00", None),
        ("this morning", None),
        (12, None),
    ],
)
def test_since_when_is_told_where_it_is_said(path, told, time):
    marked_by(path, computer="01234567", since=told)
    assert take(path).since == time


def test_somebody_new_is_not_passed_in_the_place_of_another(path):
    marked_by(path, computer="01234567")
    seen = take(path)
    marked_by(path, computer="89abcdef")
    assert isinstance(take(path, past=seen), Holder)


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b'{"number": -1}', b"\xff\xfe", b"[" * 3000, b"x" * 100_000],
    ids=["empty", "torn", "a list", "no process", "no text", "deep", "large"],
)
def test_a_mark_that_says_nothing_is_replaced(path, content):
    mark_of(path).write_bytes(content)
    assert isinstance(take(path), Mark)
    assert json.loads(mark_of(path).read_text())["number"] == MINE.number


def test_a_lost_mark_is_not_missed(path):
    mark = take(path)
    mark_of(path).unlink()
    mark.release()
    assert isinstance(take(path), Mark)
    assert mark_of(path).exists()


def test_the_mark_of_somebody_else_is_never_taken_away(path):
    mark = take(path)
    marked_by(path, computer="01234567")
    mark.release()
    assert mark_of(path).exists()


@pytest.mark.parametrize("call", ["open", "write"])
def test_where_no_mark_can_be_written_the_project_opens_all_the_same(path, monkeypatch, call):
    def fail(*_arguments, **_options):
        raise OSError(28, "")

    monkeypatch.setattr(os, call, fail)
    mark = take(path)
    monkeypatch.undo()
    assert isinstance(mark, Mark)
    mark.release()
    assert not mark_of(path).exists()


def test_a_folder_in_the_place_of_the_mark_is_left_alone(path):
    mark_of(path).mkdir()
    assert isinstance(take(path), Mark)
    assert mark_of(path).is_dir()


def test_a_link_in_the_place_of_the_mark_is_not_followed(path, tmp_path):
    precious = tmp_path / "precious"
    precious.write_bytes(b"kept")
    mark_of(path).symlink_to(precious)
    take(path).release()
    assert precious.read_bytes() == b"kept"


def test_a_link_and_what_it_points_at_are_one_project(path, tmp_path):
    link = tmp_path / "link.personamap"
    link.symlink_to(path)
    assert take(link) == take(path)
