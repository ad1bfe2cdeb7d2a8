"""A file is the old one or the new one, whatever the disk does."""

import errno
import os
import stat
import time

import pytest

from personamap.errors import (
    AlreadyThere,
    CannotRead,
    CannotWrite,
    ChangedElsewhere,
    MayNotLast,
)
from personamap.storage.files import (
    digest,
    may_write,
    read_bounded,
    write_atomically,
)
from personamap.storage.several_files import write_all_atomically
from personamap.storage.standing import NOTHING, digest_at

OLD, NEW = b"old", b"new" * 100_000


@pytest.fixture
def target(tmp_path):
    path = tmp_path / "course.personamap"
    path.write_bytes(OLD)
    return path


def siblings(path):
    return [p.name for p in path.parent.iterdir()]


def failing(number):
    def fail(*_arguments, **_options):
        raise OSError(number, os.strerror(number))

    return fail


def test_the_new_content_replaces_the_old(target):
    write_atomically(target, NEW)
    assert target.read_bytes() == NEW
    assert siblings(target) == [target.name]


@pytest.mark.parametrize("call", ["open", "write", "fsync", "replace"])
@pytest.mark.parametrize("number", [errno.EIO, errno.ENOSPC, errno.EACCES, errno.EROFS])
def test_a_failing_disk_leaves_the_old_file_and_no_litter(target, monkeypatch, call, number):
    monkeypatch.setattr(os, call, failing(number))
    with pytest.raises(CannotWrite) as refusal:
        write_atomically(target, NEW)
    monkeypatch.undo()
    assert str(target) in str(refusal.value)
    assert target.read_bytes() == OLD
    assert siblings(target) == [target.name]


@pytest.fixture
def several(target):
    """Two files that are there and one that is not."""
    other = target.with_name("other.personamap")
    other.write_bytes(OLD)
    return [(path, NEW) for path in (target, target.with_name("new"), other)]


def failing_once(call, successes):
    answers = iter([*[True] * successes, False])
    real = getattr(os, call)

    def answer(*arguments, **options):
        if next(answers, True):
            return real(*arguments, **options)
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    return answer


def test_several_files_replace_the_old_ones_together(several):
    write_all_atomically(several)
    assert {path.read_bytes() for path, _data in several} == {NEW}
    assert sorted(siblings(several[0][0])) == sorted(path.name for path, _data in several)


@pytest.mark.parametrize("call", ["open", "write", "fsync", "replace"])
@pytest.mark.parametrize("successes", [0, 1, 2])
def test_of_several_files_all_are_new_or_all_as_before(several, monkeypatch, call, successes):
    monkeypatch.setattr(os, call, failing_once(call, successes))
    with pytest.raises(CannotWrite):
        write_all_atomically(several)
    monkeypatch.undo()
    first, new, other = (path for path, _data in several)
    assert sorted(siblings(first)) == sorted([first.name, other.name])
    assert first.read_bytes() == other.read_bytes() == OLD
    assert not new.exists()


def test_a_disk_without_hard_links_gets_several_files_too(several, monkeypatch):
    monkeypatch.setattr(os, "link", failing(errno.EPERM))
    write_all_atomically(several)
    assert {path.read_bytes() for path, _data in several} == {NEW}


def test_a_disk_that_takes_only_a_part_gets_the_rest_as_well(target, monkeypatch):
    write = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: write(handle, data[:16_384]))
    write_atomically(target, NEW)
    assert target.read_bytes() == NEW


def test_a_disk_that_takes_nothing_is_full(target, monkeypatch):
    monkeypatch.setattr(os, "write", lambda _handle, _data: 0)
    with pytest.raises(CannotWrite, match="the disk is full"):
        write_atomically(target, NEW)
    assert target.read_bytes() == OLD


def test_the_file_and_then_its_folder_reach_the_disk(target, monkeypatch):
    calls = []
    fsync, replace = os.fsync, os.replace

    def sync(handle):
        calls.append("folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "file")
        fsync(handle)

    def rename(*arguments, **options):
        calls.append("replace")
        replace(*arguments, **options)

    monkeypatch.setattr(os, "fsync", sync)
    monkeypatch.setattr(os, "replace", rename)
    write_atomically(target, NEW)
    assert calls == ["file", "replace", "folder"]


def test_the_mode_of_the_old_file_is_kept(target):
    target.chmod(0o640)
    write_atomically(target, NEW)
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_new_file_gets_the_mode_new_files_have(tmp_path):
    usual = tmp_path / "usual"
    usual.touch()
    write_atomically(tmp_path / "made", NEW)
    assert (tmp_path / "made").stat().st_mode == usual.stat().st_mode


def test_a_link_stays_and_what_it_points_at_is_replaced(target, tmp_path):
    link = tmp_path / "link.personamap"
    link.symlink_to(target.name)
    write_atomically(link, NEW)
    assert link.is_symlink()
    assert target.read_bytes() == NEW


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("gone/course.personamap", "its folder is gone"),
        ("a\0b", "Try again, or choose another place"),
        ("x" * 300, "name is too long"),
    ],
)
def test_an_impossible_place_is_refused_in_words(tmp_path, name, advice):
    with pytest.raises(CannotWrite, match=advice):
        write_atomically(tmp_path / name, NEW)
    assert list(tmp_path.iterdir()) == []


def test_a_circle_of_links_is_refused_in_words(tmp_path):
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(CannotWrite):
        write_atomically(tmp_path / "a", NEW)


def test_a_folder_is_neither_read_nor_replaced(tmp_path):
    with pytest.raises(CannotRead, match="it is a folder"):
        read_bounded(tmp_path, 10)
    with pytest.raises(CannotWrite, match="it is a folder"):
        write_atomically(tmp_path, NEW)


def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(CannotRead, match="not a plain file"):
        read_bounded(tmp_path / "pipe", 10)


def test_nothing_takes_the_place_of_a_pipe(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to(tmp_path / "pipe")
    for name in ("pipe", "link"):
        with pytest.raises(CannotWrite, match="not a plain file"):
            write_atomically(tmp_path / name, NEW)
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["link", "pipe"]


def test_no_more_is_read_than_the_limit_needs(target):
    target.write_bytes(NEW)
    assert len(read_bounded(target, 10)) == 11


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_refused_in_words(target):
    target.chmod(0)
    with pytest.raises(CannotRead, match="permissions"):
        read_bounded(target, 10)


class InUse(PermissionError):
    """What Windows says while a virus scanner looks into a file."""

    winerror = 32


def held_for(times, monkeypatch):
    """Let the file be in use for so many tries; return how long each wait was to be."""
    replace, waited = os.replace, []
    left = [InUse(errno.EACCES, "")] * times

    def rename(*arguments, **options):
        if left:
            raise left.pop()
        replace(*arguments, **options)

    monkeypatch.setattr(os, "replace", rename)
    monkeypatch.setattr(time, "sleep", waited.append)
    return waited


@pytest.mark.parametrize("times", range(1, 7))
def test_a_file_that_is_in_use_for_a_moment_is_waited_for(target, monkeypatch, times):
    waited = held_for(times, monkeypatch)
    write_atomically(target, NEW)
    assert target.read_bytes() == NEW
    assert len(waited) == times
    assert sum(waited) <= 2.5
    assert siblings(target) == [target.name]


def test_a_file_that_stays_in_use_is_left_as_it_is(target, monkeypatch):
    held_for(7, monkeypatch)
    with pytest.raises(CannotWrite, match="another program is using it"):
        write_atomically(target, NEW)
    assert target.read_bytes() == OLD
    assert siblings(target) == [target.name]


def test_a_refusal_that_will_not_pass_is_not_waited_for(target, monkeypatch):
    monkeypatch.setattr(os, "replace", failing(errno.EACCES))
    monkeypatch.setattr(time, "sleep", lambda _seconds: pytest.fail("waited for nothing"))
    with pytest.raises(CannotWrite):
        write_atomically(target, NEW)


def test_the_old_file_is_never_removed_to_make_room(target, monkeypatch):
    gone = []
    unlink = os.unlink
    monkeypatch.setattr(os, "replace", failing(errno.EXDEV))
    monkeypatch.setattr(os, "unlink", lambda path, **way: (gone.append(path), unlink(path, **way)))
    with pytest.raises(CannotWrite):
        write_atomically(target, NEW)
    assert target not in gone
    assert target.read_bytes() == OLD


def test_a_failed_sync_is_a_failed_save_and_not_tried_again(target, monkeypatch):
    handles = []

    def sync(handle):
        handles.append(handle)
        raise OSError(errno.EIO, "")

    monkeypatch.setattr(os, "fsync", sync)
    with pytest.raises(CannotWrite, match="the disk reported a fault"):
        write_atomically(target, NEW)
    assert len(handles) == 1
    assert target.read_bytes() == OLD


def test_a_folder_that_does_not_confirm_the_name_is_told_with_what_stands_there(
    target, monkeypatch
):
    fsync = os.fsync

    def sync(handle):
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EIO, "")
        fsync(handle)

    monkeypatch.setattr(os, "fsync", sync)
    with pytest.raises(MayNotLast) as refusal:
        write_atomically(target, NEW)
    assert refusal.value.digest == digest(NEW) == digest_at(target)


def test_a_file_system_that_syncs_no_folders_is_no_fault(target, monkeypatch):
    fsync = os.fsync

    def sync(handle):
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, "")
        fsync(handle)

    monkeypatch.setattr(os, "fsync", sync)
    write_atomically(target, NEW)
    assert target.read_bytes() == NEW


def test_what_is_known_may_be_replaced(target):
    write_atomically(target, NEW, digest(OLD))
    write_atomically(target, OLD, digest(NEW))
    assert target.read_bytes() == OLD


def test_what_somebody_else_wrote_stays_even_with_the_same_size_and_time(target):
    before = target.stat()
    target.write_bytes(b"odd")
    os.utime(target, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert target.stat().st_size == before.st_size
    with pytest.raises(ChangedElsewhere, match="changed by another program") as refusal:
        write_atomically(target, NEW, digest(OLD))
    assert refusal.value.found == digest(b"odd")
    assert not refusal.value.gone
    assert target.read_bytes() == b"odd"
    assert siblings(target) == [target.name]


def test_only_the_content_counts_and_never_the_clock(target):
    os.utime(target, (0, 0))
    write_atomically(target, NEW, digest(OLD))
    os.utime(target, (4_000_000_000, 4_000_000_000))
    write_atomically(target, OLD, digest(NEW))
    assert target.read_bytes() == OLD


def test_a_file_that_went_away_is_not_made_again_without_being_asked(target):
    target.unlink()
    with pytest.raises(ChangedElsewhere, match="no longer there") as refusal:
        write_atomically(target, NEW, digest(OLD))
    assert refusal.value.gone
    assert siblings(target) == []


@pytest.mark.parametrize("links", [True, False], ids=["", "without second names"])
def test_where_nothing_was_expected_nothing_is_replaced(target, monkeypatch, links):
    if not links:
        monkeypatch.setattr(os, "link", failing(errno.EPERM))
    with pytest.raises(AlreadyThere):
        write_atomically(target, NEW, NOTHING)
    assert target.read_bytes() == OLD
    target.unlink()
    write_atomically(target, NEW, NOTHING)
    assert target.read_bytes() == NEW
    assert siblings(target) == [target.name]


def test_a_file_made_at_the_last_moment_is_not_replaced(target, monkeypatch):
    target.unlink()
    link = os.link

    def late(*arguments, **options):
        target.write_bytes(OLD)
        link(*arguments, **options)

    monkeypatch.setattr(os, "link", late)
    with pytest.raises(AlreadyThere):
        write_atomically(target, NEW, NOTHING)
    assert target.read_bytes() == OLD
    assert siblings(target) == [target.name]


def test_a_file_that_may_only_be_read_is_not_replaced_through_its_folder(target, monkeypatch):
    access = os.access
    refused = {target, os.fspath(target)}
    monkeypatch.setattr(os, "access", lambda path, mode: path not in refused and access(path, mode))
    assert not may_write(target)
    with pytest.raises(CannotWrite, match="permissions"):
        write_atomically(target, NEW)
    assert target.read_bytes() == OLD


@pytest.mark.parametrize("name", ["course.personamap", "new.personamap"])
def test_a_file_or_a_place_for_one_may_be_written(target, name):
    assert may_write(target.with_name(name))
    assert not may_write(target.parent / "gone" / name)
