"""What was read beside the writing counts only if nobody has touched the file since."""

import os
import time

import pytest

from personamap.storage.files import digest
from personamap.storage.standing import ANYTHING, NOTHING, read_meanwhile

OLD, ODD = b"old", b"odd"


@pytest.fixture
def place(tmp_path):
    path = tmp_path / "course.personamap"
    path.write_bytes(OLD)
    return path


@pytest.fixture
def a_minute_later(monkeypatch):
    """The file was written long before anybody looks at it."""
    now = time.time_ns
    monkeypatch.setattr(time, "time_ns", lambda: now() + 60 * 10**9)


def of_same_time(path, change):
    """Change a file, and set its time back to what it was."""
    before = path.stat()
    change()
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def replaced(path):
    other = path.with_name("other")
    other.write_bytes(ODD)
    other.replace(path)


def test_what_stands_there_is_told(place):
    with read_meanwhile(place, digest(OLD)) as found:
        assert found() == digest(OLD)


def test_where_nothing_stands_that_is_told(tmp_path):
    with read_meanwhile(tmp_path / "new", NOTHING) as found:
        assert found() == NOTHING


@pytest.mark.parametrize(
    "change", [lambda path: path.write_bytes(ODD), replaced], ids=["written", "replaced"]
)
def test_a_file_that_was_changed_after_it_was_read_is_read_again(place, change):
    with read_meanwhile(place, digest(OLD)) as found:
        assert found() == digest(OLD)
        of_same_time(place, lambda: change(place))
        assert found() == digest(ODD)


@pytest.mark.usefixtures("a_minute_later")
def test_a_file_that_nobody_touches_is_read_once(place, monkeypatch):
    with read_meanwhile(place, digest(OLD)) as found:
        assert found() == digest(OLD)
        monkeypatch.setattr(type(place), "open", None)
        assert found() == digest(OLD)


@pytest.mark.usefixtures("a_minute_later")
def test_a_file_that_took_the_place_of_another_is_read(place):
    with read_meanwhile(place, digest(OLD)) as found:
        assert found() == digest(OLD)
        of_same_time(place, lambda: replaced(place))
        assert found() == digest(ODD)


def test_a_file_that_came_or_went_after_the_look_is_noticed(place):
    with read_meanwhile(place, digest(OLD)) as found:
        found()
        place.unlink()
        assert found() == NOTHING
        place.write_bytes(ODD)
        assert found() == digest(ODD)


def test_what_cannot_be_read_is_said_when_it_is_asked_for(tmp_path):
    with read_meanwhile(tmp_path, digest(OLD)) as found, pytest.raises(IsADirectoryError):
        found()


def test_where_anything_may_stand_nothing_is_read(place, monkeypatch):
    monkeypatch.setattr(type(place), "open", None)
    with read_meanwhile(place, ANYTHING) as found:
        assert found() == ANYTHING
