"""Copies kept before something risky, and what there is instead of a file that does not open."""

import errno
import re

import pytest

from personamap.domain.project import Course
from personamap.services.backup_words import kept_words, rescue_words
from personamap.services.backups import (
    keep_file,
    keep_project,
    newest_that_opens,
    open_copy,
    rescue,
    salvage_file,
)
from personamap.services.projects import open_project, save_project
from personamap.storage import backups
from personamap.storage.backups import folder_of, older_copies


@pytest.fixture
def file(tmp_path, project):
    path = tmp_path / "course.personamap"
    save_project(project, path)
    return path


def spoil(path):
    data = bytearray(path.read_bytes())
    data[len(data) // 3] ^= 8
    path.write_bytes(data)


def renamed(project, title):
    return project.with_items(course=Course(title=title))


def test_the_file_that_is_replaced_can_be_had_again(file, project):
    assert keep_file(file, "first-save") == ""
    save_project(renamed(project, "Other"), file)
    (copy,) = older_copies(file)
    assert open_copy(copy).project == project
    assert kept_words(copy) == "before the first save of a session"


def test_of_a_file_that_is_not_there_nothing_is_kept_and_nothing_said(tmp_path):
    assert keep_file(tmp_path / "none.personamap", "first-save") == ""
    assert older_copies(tmp_path / "none.personamap") == ()


def test_a_project_on_screen_is_kept_although_it_was_never_saved_like_that(file, project):
    keep_project(renamed(project, "Unsaved"), file, "import")
    assert newest_that_opens(file).project.course.title == "Unsaved"


def test_a_file_that_is_damaged_and_then_saved_over_thirty_times_leaves_the_good_copy(
    file, project
):
    keep_file(file, "first-save")
    for _time in range(30):
        spoil(file)
        keep_file(file, "first-save")
    assert newest_that_opens(file).project == project


def test_a_damaged_copy_is_passed_over_for_the_one_before(file, project):
    keep_file(file, "first-save")
    keep_project(renamed(project, "Newer"), file, "import")
    spoil(older_copies(file)[0].path)
    assert newest_that_opens(file).project == project


def test_a_full_disk_stops_copies_and_is_told_while_a_save_goes_on(file, project, monkeypatch):
    def full(_place, _data, _mode):
        raise OSError(errno.ENOSPC, "")

    monkeypatch.setattr(backups, "write_and_sync", full)
    told = keep_file(file, "first-save")
    assert told == (
        "No older copy of “course.personamap” could be kept: the disk is full. "
        "Free some space or choose another folder."
    )
    save_project(renamed(project, "Saved"), file)
    assert open_project(file).project.course.title == "Saved"


def test_of_a_damaged_file_the_older_copy_and_what_is_whole_are_told(file):
    keep_file(file, "first-save")
    file.write_bytes(file.read_bytes()[:-40])
    said = list(rescue_words(rescue(file)))
    told = r"An older copy of \d+ \w+ \d{4}, \d\d:\d\d opens: 3 people, 1 experience, .*, 1 scene\."
    assert re.fullmatch(told, said[0])
    assert said[1:] == [
        "Whole in the file itself: 3 people, 1 experience, 1 relationship, 1 scene.",
        "From the older copy to what is whole in the file: nothing differs.",
        "Nothing in it is lost.",
    ]


def test_where_nothing_helps_that_is_said(tmp_path):
    path = tmp_path / "course.personamap"
    path.write_bytes(bytes(100))
    assert list(rescue_words(rescue(path))) == [
        "No older copy of it was kept here, and nothing in it can be read."
    ]


def test_looking_for_what_is_whole_changes_nothing(file):
    file.write_bytes(file.read_bytes()[:-40])
    before = file.read_bytes(), file.stat().st_mtime_ns
    salvage_file(file)
    rescue(file)
    assert (file.read_bytes(), file.stat().st_mtime_ns) == before
    assert not folder_of(file).exists()
