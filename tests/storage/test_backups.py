"""Older copies are whole, private, not kept twice, and never in the way."""

import errno
import os
import stat
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from personamap.domain.project import Course, Project
from personamap.errors import DamagedProject, NoCopyKept
from personamap.storage import backups
from personamap.storage.backups import (
    backups_folder,
    bytes_used,
    folder_of,
    keep_copy,
    older_copies,
    read_copy,
)
from personamap.storage.codec import encode
from personamap.storage.files import read_bounded
from personamap.storage.temporary import temporary_beside
from personamap.storage.thinning import LAST, MOST_DAMAGED
from personamap.storage.turns import my_turn

NO_ROOT = pytest.mark.skipif(
    os.name == "nt" or os.geteuid() == 0, reason="whoever may do anything is refused nothing"
)


@pytest.fixture
def of(tmp_path):
    return tmp_path / "course.personamap"


def titled(title):
    return encode(Project(course=Course(title=title)))


def test_a_kept_copy_comes_back_as_it_was(project, of):
    data = encode(project)
    kept = keep_copy(data, of, "import")
    (copy,) = older_copies(of)
    assert (copy.path, copy.reason, copy.people, copy.size) == (kept, "import", 3, len(data))
    assert read_copy(copy) == data


def test_the_newest_copy_comes_first(of):
    for title in "abc":
        keep_copy(titled(title), of, "first-save")
    assert [read_copy(copy) for copy in older_copies(of)] == [titled(t) for t in "cba"]


def test_copies_kept_at_once_by_one_window_get_a_number_each(of):
    together = threading.Barrier(8)

    def keep(title):
        together.wait()
        return keep_copy(titled(title), of, "import")

    with ThreadPoolExecutor(8) as threads:
        kept = set(threads.map(keep, "abcdefgh"))
    copies = older_copies(of)
    assert [copy.number for copy in copies] == list(range(8, 0, -1))
    assert {copy.path for copy in copies} == kept


@pytest.mark.skipif(os.name != "posix", reason="only there does a folder keep a queue")
def test_a_copy_waits_for_its_number_while_another_gets_one(of):
    keep_copy(titled("a"), of, "import")
    with ThreadPoolExecutor(1) as aside:
        with my_turn(folder_of(of)):
            later = aside.submit(keep_copy, titled("b"), of, "import")
            with pytest.raises(TimeoutError):
                later.result(timeout=0.2)
            assert len(older_copies(of)) == 1
        assert later.result().name.startswith("000002_")


def test_what_equals_the_newest_copy_is_not_kept_twice(of):
    first = keep_copy(titled("a"), of, "first-save")
    assert keep_copy(titled("a"), of, "import") == first
    assert len(older_copies(of)) == 1


def test_what_equals_a_newest_copy_that_was_damaged_since_is_kept_again(of):
    first = keep_copy(titled("a"), of, "first-save")
    spoilt = bytearray(first.read_bytes())
    spoilt[100] ^= 1
    first.write_bytes(spoilt)
    assert keep_copy(titled("a"), of, "import") != first
    assert read_copy(older_copies(of)[0]) == titled("a")
    with pytest.raises(DamagedProject):
        read_copy(older_copies(of)[1])


def test_of_an_empty_file_or_one_of_zeros_there_is_no_copy(of):
    assert keep_copy(b"", of, "first-save") is None
    assert keep_copy(bytes(4096), of, "first-save") is None
    assert older_copies(of) == ()


def test_a_file_that_does_not_open_is_kept_aside_and_counts_as_no_generation(of):
    keep_copy(titled("good"), of, "first-save")
    for at in range(30):
        keep_copy(titled(f"bad {at}")[:-30], of, "first-save")
    copies = older_copies(of)
    assert [copy.opens for copy in copies] == [False] * MOST_DAMAGED + [True]
    assert read_copy(copies[-1]) == titled("good")


def test_beyond_the_last_ten_of_one_day_copies_go(of):
    for at in range(LAST + 5):
        keep_copy(titled(str(at)), of, "first-save")
    copies = older_copies(of)
    assert len(copies) == LAST
    assert [copy.number for copy in copies] == list(range(LAST + 5, 5, -1))


def test_each_file_has_copies_of_its_own_whatever_its_name(tmp_path, of):
    other = tmp_path / "other" / of.name
    keep_copy(titled("a"), of, "first-save")
    assert older_copies(other) == ()
    assert folder_of(other) != folder_of(of)


def test_a_link_to_a_file_has_the_copies_of_the_file(tmp_path, of):
    of.write_bytes(titled("a"))
    link = tmp_path / "link.personamap"
    link.symlink_to(of)
    keep_copy(titled("a"), of, "first-save")
    assert folder_of(link) == folder_of(of)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
def test_nobody_else_can_read_a_copy(of):
    kept = keep_copy(titled("a"), of, "first-save")
    modes = [stat.S_IMODE(path.stat().st_mode) for path in (kept, kept.parent, backups_folder())]
    assert modes == [0o600, 0o700, 0o700]


def test_the_copies_of_all_files_together_stay_within_the_room(tmp_path, monkeypatch):
    size = len(titled("0"))
    monkeypatch.setattr(backups, "ROOM", 7 * size + size // 2)
    much, little = tmp_path / "much.personamap", tmp_path / "little.personamap"
    keep_copy(titled("l"), little, "first-save")
    for at in range(10):
        keep_copy(titled(str(at)), much, "first-save")
    keep_copy(titled("m"), little, "first-save")
    assert bytes_used() <= backups.ROOM
    assert len(older_copies(little)) == 2
    assert read_copy(older_copies(much)[0]) == titled("9")


def test_a_project_larger_than_the_room_keeps_its_newest_copy(monkeypatch, of):
    monkeypatch.setattr(backups, "ROOM", 10)
    keep_copy(titled("a"), of, "first-save")
    keep_copy(titled("b"), of, "first-save")
    assert [read_copy(copy) for copy in older_copies(of)] == [titled("b")]


def test_a_copy_that_cannot_be_kept_says_so_and_leaves_the_others(of):
    keep_copy(titled("a"), of, "first-save")
    folder = folder_of(of)
    kept = sorted(path.name for path in folder.iterdir())
    elsewhere = folder.rename(folder.with_name("elsewhere"))
    folder.write_bytes(b"in the way")
    with pytest.raises(NoCopyKept, match="No older copy of “course"):
        keep_copy(titled("b"), of, "first-save")
    assert sorted(path.name for path in elsewhere.iterdir()) == kept


def test_where_the_copies_cannot_be_counted_none_is_put_behind_them(of, monkeypatch):
    for title in "ab":
        keep_copy(titled(title), of, "first-save")

    def fails(_folder):
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with monkeypatch.context() as broken:
        broken.setattr(os, "scandir", fails)
        with pytest.raises(NoCopyKept):
            keep_copy(titled("c"), of, "first-save")
    assert [read_copy(copy) for copy in older_copies(of)] == [titled("b"), titled("a")]


@NO_ROOT
def test_where_copies_may_not_be_written_none_is_kept_and_why_is_said(of):
    backups_folder().mkdir(parents=True, mode=0o500)
    with pytest.raises(NoCopyKept, match="you may not do that there"):
        keep_copy(titled("a"), of, "first-save")


def test_strange_files_among_the_copies_are_left_alone(of):
    keep_copy(titled("a"), of, "first-save")
    strange = folder_of(of) / "000009_20269999T000000Z_import_3_0123456789abcdef.personamap"
    for path in (strange, folder_of(of) / "notes.txt"):
        path.write_bytes(b"mine")
    assert len(older_copies(of)) == 1
    assert strange.read_bytes() == b"mine"


def test_what_a_killed_program_left_behind_is_swept_with_the_next_copy(of):
    kept = keep_copy(titled("a"), of, "first-save")
    mine = temporary_beside(kept)
    ended = mine.with_name(mine.name.replace(f".{os.getpid()}.", ".999999999."))
    for path in (mine, ended):
        path.write_bytes(b"half")
    keep_copy(titled("b"), of, "first-save")
    assert mine.exists()
    assert not ended.exists()


@given(st.text(min_size=1, max_size=80).filter(lambda name: "\0" not in name and "/" not in name))
def test_any_name_of_a_file_gives_a_folder_inside_the_one_for_copies(name):
    folder = folder_of(backups_folder() / name)
    assert folder.parent == backups_folder()
    assert len(os.fsencode(folder.name)) <= 255


def test_a_copy_reads_back_through_the_usual_limits(of):
    kept = keep_copy(titled("a"), of, "first-save")
    assert read_bounded(kept, 10) == titled("a")[:11]
