"""What programs that ended left behind: found when nobody has it, removed only when it may be."""

from personamap.services.projects import save_project
from personamap.storage.entries import Origin, everything
from personamap.storage.journal import UNFINISHED, Journal, journals_folder, new_name
from personamap.storage.leftovers import discarded, is_of_another_computer, leftovers
from personamap.storage.letting_go import STARTS, remove_once_saved, set_aside, sweep
from tests.storage.journals import abandon, desk_for, work_a_while


def left(project):
    desk = work_a_while(desk_for(project))
    desk.journal.close()
    return abandon(desk.journal.folder), desk.history


def test_what_a_running_program_writes_is_nobodys_leftover(project):
    desk = work_a_while(desk_for(project))
    assert leftovers() == ()
    desk.journal.close()
    assert leftovers() == ()


def test_what_an_ended_program_wrote_is_left(project):
    folder, _history = left(project)
    assert leftovers() == (folder,)
    assert not is_of_another_computer(folder)


def test_what_comes_from_another_computer_is_left_and_said_to_be(project):
    folder, _history = left(project)
    theirs = folder.rename(folder.with_name("0badcafe-1-x-12345678"))
    assert leftovers() == (theirs,)
    assert is_of_another_computer(theirs)


def test_what_a_running_program_has_brought_back_is_not_offered_again(project):
    folder, history = left(project)
    journal = Journal.begin(everything(history, None, continues=folder.name))
    assert leftovers() == ()
    journal.remove()
    assert leftovers() == (folder,)


def test_what_was_never_finished_goes_at_the_next_start(project):
    folder, _history = left(project)
    half = folder.with_name(folder.name + UNFINISHED)
    half.mkdir()
    ours = journals_folder() / (new_name() + UNFINISHED)
    ours.mkdir()
    empty = abandon_new()
    sweep()
    assert not half.exists()
    assert not empty.exists()
    assert ours.exists()
    assert leftovers() == (folder,)


def abandon_new():
    folder = journals_folder() / new_name()
    folder.mkdir()
    return abandon(folder)


def test_what_somebody_let_go_of_can_be_found_for_some_starts(project):
    folder, _history = left(project)
    set_aside(folder)
    assert leftovers() == ()
    for _start in range(STARTS):
        sweep()
        assert len(discarded()) == 1
    sweep()
    assert discarded() == ()


def test_it_is_removed_only_once_the_file_has_what_was_written(project, tmp_path):
    folder, history = left(project)
    path = tmp_path / "saved.personamap"
    digest = save_project(history.project, path)
    assert not remove_once_saved([folder], Origin(path, "0" * 64))
    assert not remove_once_saved([folder], Origin(tmp_path / "gone.personamap", digest))
    assert folder.exists()
    assert remove_once_saved([folder], Origin(path, digest))
    assert not folder.exists()
