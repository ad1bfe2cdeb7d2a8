"""Which unsaved work is offered, and how its file stands to it: by content, never by a clock."""

import os

import pytest

from personamap.domain.project import Course
from personamap.services.projects import save_project
from personamap.services.recovery import find_put_away, find_unsaved, put_away, tidy_up
from personamap.services.recovery_words import (
    changes_words,
    found_words,
    name_of,
    notes_on,
    preview_unsaved,
    when_words,
)
from personamap.storage.entries import Entry, Origin, everything, saved, saving
from personamap.storage.journal import ENTRIES, Journal
from tests.storage.journals import abandon, desk_for, work_a_while

FAR_AWAY = 4_000_000_000


@pytest.fixture
def path(tmp_path):
    return tmp_path / "harbour.personamap"


@pytest.fixture
def origin(project, path):
    return Origin(path, save_project(project, path))


def killed(desk):
    desk.journal.close()
    return abandon(desk.journal.folder)


def worked_on(project, origin=None):
    desk = work_a_while(desk_for(project, origin))
    if origin is not None:
        assert desk.journal.keep_base(origin)
    return desk


def the_one():
    (work,) = find_unsaved().work
    return work


def notes():
    return " ".join(notes_on(the_one()))


def titled(project, title):
    return project.with_items(course=Course(title=title))


def test_nothing_is_left_where_nothing_happened():
    assert find_unsaved().every == ()


def test_work_on_a_file_is_found_with_its_file_and_its_history(project, origin, path):
    desk = worked_on(project, origin)
    killed(desk)
    work = the_one()
    assert (work.state, work.path, work.clean_at) == ("same", path, 0)
    assert work.kept.history == desk.history
    assert work.project == desk.history.project
    assert name_of(work) == "harbour"
    assert "It is as it was" in notes()


def test_work_that_was_never_saved_is_found_too(project):
    killed(worked_on(project))
    work = the_one()
    assert (work.state, work.path, work.file) == ("never", None, None)
    assert name_of(work) == "First week"
    assert "never saved" in notes()


def test_what_a_save_got_to_the_disk_is_no_unsaved_work(project, origin, path):
    desk = worked_on(project, origin)
    desk.journal.write(saving(path))
    desk.journal.write(saved(Origin(path, save_project(desk.history.project, path))))
    folder = killed(desk)
    found = find_unsaved()
    assert found.every == ()
    assert found.needless == (folder,)
    tidy_up()
    assert not folder.exists()


def test_a_program_killed_between_the_file_and_its_note_of_it_has_saved(project, origin, path):
    desk = worked_on(project, origin)
    desk.journal.write(saving(path))
    save_project(desk.history.project, path)
    killed(desk)
    assert find_unsaved().work == ()


def test_a_first_save_that_was_not_noted_any_more_counts(project, path):
    desk = worked_on(project)
    desk.journal.write(saving(path))
    save_project(desk.history.project, path)
    desk.do(titled(desk.history.project, "Second week"))
    killed(desk)
    work = the_one()
    assert (work.state, work.path) == ("same", path)
    assert work.clean_at == work.kept.history.index - 1


def test_what_was_done_after_a_save_is_counted_from_there(project, origin, path):
    desk = worked_on(project, origin)
    desk.journal.write(saving(path))
    desk.journal.write(saved(Origin(path, save_project(desk.history.project, path))))
    desk.do(titled(desk.history.project, "Second week"))
    killed(desk)
    assert changes_words(the_one()) == "1 change"
    assert the_one().clean_at == desk.history.index - 1


@pytest.mark.parametrize("then", [0, FAR_AWAY])
def test_no_clock_decides(project, origin, path, then):
    killed(worked_on(project, origin))
    os.utime(path, (then, then))
    assert the_one().state == "same"


def test_a_file_changed_by_others_is_said_to_be(project, origin, path):
    killed(worked_on(project, origin))
    save_project(titled(project, "By somebody else"), path)
    work = the_one()
    assert (work.state, work.clean_at) == ("changed", None)
    assert "changed since" in notes()


def test_a_file_that_went_back_to_an_earlier_save_is_told_from_others(project, origin, path):
    before = path.read_bytes()
    desk = worked_on(project, origin)
    desk.journal.write(saving(path))
    desk.journal.write(saved(Origin(path, save_project(desk.history.project, path))))
    desk.do(titled(desk.history.project, "Second week"))
    killed(desk)
    path.write_bytes(before)
    assert the_one().state == "earlier"
    assert "earlier version" in notes()


def test_a_file_that_is_gone_or_damaged_does_not_keep_work_from_coming_back(project, origin, path):
    desk = worked_on(project, origin)
    killed(desk)
    path.write_bytes(b"PK torn")
    assert the_one().state == "damaged"
    path.unlink()
    assert the_one().state == "gone"
    assert the_one().project == desk.history.project


def test_a_file_that_has_the_same_by_another_way_needs_no_work(project, origin, path):
    desk = worked_on(project, origin)
    killed(desk)
    save_project(desk.history.project, path)
    assert find_unsaved().work == ()


def test_two_journals_of_one_file_are_both_offered(project, origin):
    killed(worked_on(project, origin))
    second = desk_for(project, origin)
    second.do(titled(project, "The other window"))
    killed(second)
    titles = {work.project.course.title for work in find_unsaved().work}
    assert titles == {"First week", "The other window"}


def test_a_journal_written_anew_stands_in_for_the_older_one(project):
    desk = worked_on(project)
    older = killed(desk)
    journal = Journal.begin(everything(desk.history, None, continues=older.name))
    journal.close()
    newer = abandon(journal.folder)
    assert the_one().folders == (newer, older)
    put_away(the_one())
    assert find_unsaved().every == ()
    assert not older.exists()


def test_an_older_journal_is_offered_where_the_newer_one_is_damaged(project):
    desk = worked_on(project)
    older = killed(desk)
    journal = Journal.begin(everything(desk.history, None, continues=older.name))
    journal.close()
    newer = abandon(journal.folder)
    (newer / ENTRIES).write_bytes(b"torn")
    found = find_unsaved()
    assert [work.folders for work in found.work] == [(older,)]
    assert [one.folder for one in found.unreadable] == [newer]


def test_what_is_damaged_at_its_end_comes_back_as_far_as_it_is_whole(project):
    desk = worked_on(project)
    (desk.journal.folder / "count").write_bytes(b"99")
    killed(desk)
    assert "Everything before it comes back" in notes()


def test_what_cannot_be_read_is_left_where_it_is_and_said(project):
    desk = worked_on(project)
    folder = killed(desk)
    (folder / ENTRIES).write_bytes(b"nothing of the kind")
    found = tidy_up()
    assert [one.folder for one in found.unreadable] == [folder]
    assert "left as it is" in found.unreadable[0].why
    assert found_words(found) == "There is unsaved work of an earlier run that cannot be read."
    assert folder.exists()


def test_what_another_version_wrote_is_left_to_it():
    first = Entry(b'{"kind":"begun","journal":99,"format":1,"writer":"personamap 9"}')
    journal = Journal.begin([first])
    journal.close()
    abandon(journal.folder)
    (one,) = find_unsaved().unreadable
    assert "personamap 9" in one.why


def test_what_is_put_away_is_found_there_and_offered_no_more(project):
    killed(worked_on(project))
    work = the_one()
    put_away(work)
    assert find_unsaved().every == ()
    (aside,) = find_put_away().work
    assert aside.is_put_away
    assert (aside.id, aside.project) == (work.id, work.project)


def test_it_is_told_what_comes_back(project, origin):
    killed(worked_on(project, origin))
    work = the_one()
    preview = preview_unsaved(work)
    assert preview.project == work.project
    assert "Compared with its file:\n1 person" in preview.head.text
    assert any("Nia" in saying.about for saying in preview.details)
    assert when_words(work).endswith(" · 6 changes")
    assert found_words(find_unsaved()) == "There is unsaved work of an earlier run: “harbour”."
