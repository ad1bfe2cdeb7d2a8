"""What somebody else has saved is written over only once it is kept and was seen."""

import errno

import pytest

from personamap.edits.course import set_course
from personamap.errors import ChangedElsewhere, NoCopyKept
from personamap.services.overwriting import overwrite
from personamap.services.projects import open_project, save_project
from personamap.storage import backups
from personamap.storage.backups import older_copies, read_copy
from personamap.storage.files import digest
from personamap.storage.standing import digest_at


@pytest.fixture
def path(project, tmp_path):
    theirs = tmp_path / "harbour.personamap"
    save_project(set_course(project, title="Theirs"), theirs)
    return theirs


def test_their_version_is_kept_and_then_written_over(project, path):
    theirs = path.read_bytes()
    written = overwrite(project, path, digest(theirs))
    assert open_project(path).project == project
    assert digest_at(path) == written
    (kept,) = older_copies(path)
    assert kept.reason == "overwriting"
    assert read_copy(kept) == theirs


def test_a_version_nobody_has_seen_is_not_written_over(project, path):
    seen = digest_at(path)
    save_project(set_course(project, title="Later still"), path)
    with pytest.raises(ChangedElsewhere) as raised:
        overwrite(project, path, seen)
    assert raised.value.found == digest_at(path)
    assert open_project(path).project.course.title == "Later still"


def test_without_a_copy_of_it_their_version_stays(project, path, monkeypatch):
    def full(_place, _data, _mode):
        raise OSError(errno.ENOSPC, "")

    monkeypatch.setattr(backups, "write_and_sync", full)
    with pytest.raises(NoCopyKept):
        overwrite(project, path, digest_at(path))
    assert open_project(path).project.course.title == "Theirs"


def test_what_cannot_be_opened_is_kept_as_it_is(project, path):
    path.write_bytes(b"torn")
    overwrite(project, path, digest(b"torn"))
    assert read_copy(older_copies(path)[0]) == b"torn"
    assert open_project(path).project == project


def test_what_holds_nothing_needs_no_copy(project, path):
    path.write_bytes(b"")
    overwrite(project, path, digest(b""))
    assert open_project(path).project == project
    assert older_copies(path) == ()
