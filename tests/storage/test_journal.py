"""What was done comes back from the journal, also from one that is damaged."""

import random
import shutil
import sqlite3

import pytest

from personamap.domain.portrait import Media
from personamap.errors import DamagedWork, NotKept, WorkOfAnotherVersion
from personamap.services.projects import digest, save_project
from personamap.storage.entries import Entry, Origin, Saved, ended, everything, saved, saving
from personamap.storage.journal import (
    BASE,
    ENTRIES,
    Journal,
    journals_folder,
    new_name,
    process_of,
)
from personamap.storage.journal_reading import read_journal
from personamap.storage.processes import this_process
from tests.storage.journals import desk_for, work_a_while

FLIPS = 60


@pytest.fixture
def origin(project, tmp_path):
    path = tmp_path / "harbour.personamap"
    return Origin(path, save_project(project, path))


@pytest.fixture
def desk(project):
    desk = work_a_while(desk_for(project))
    yield desk
    desk.journal.close()


def test_all_that_was_done_comes_back_with_its_history(desk):
    work = read_journal(desk.journal.folder)
    assert work.whole
    assert work.history == desk.history
    assert [step.text for step in work.history.steps] == ["Add a person", "Rename", "Remove"]


def test_what_is_only_shown_again_is_the_same_object(desk):
    history = read_journal(desk.journal.folder).history
    assert history.project is history.steps[1].after
    assert history.steps[0].after.personas[0] is history.base.personas[0]


def test_work_on_a_file_begins_from_the_file_as_it_was_read(project, origin):
    desk = work_a_while(desk_for(project, origin))
    assert desk.journal.keep_base(origin)
    origin.path.write_bytes(b"something else by now")
    desk.journal.close()
    assert read_journal(desk.journal.folder).history == desk.history


def test_until_the_base_is_copied_the_file_stands_in_for_it(project, origin):
    desk = work_a_while(desk_for(project, origin))
    desk.journal.close()
    assert not (desk.journal.folder / BASE).exists()
    assert read_journal(desk.journal.folder).history == desk.history


def test_a_file_that_is_another_by_now_is_no_base(project, origin):
    desk = desk_for(project, origin)
    save_project(project.with_items(notes="changed elsewhere"), origin.path)
    assert not desk.journal.keep_base(origin)
    desk.journal.close()
    with pytest.raises(DamagedWork, match="older copy"):
        read_journal(desk.journal.folder)


def test_a_save_says_what_the_file_has_and_the_history_goes_on(desk, tmp_path):
    path = tmp_path / "saved.personamap"
    desk.journal.write(saving(path))
    what_was_saved = desk.history.project
    desk.move(-1)
    desk.journal.write(saved(Origin(path, "d" * 64)))
    work = read_journal(desk.journal.folder)
    assert work.file == Saved(what_was_saved, Origin(path, "d" * 64))
    assert work.changes == 1
    assert work.history == desk.history


def test_a_save_that_did_not_end_is_only_under_way(desk, tmp_path):
    path = tmp_path / "saved.personamap"
    desk.journal.write(saving(path))
    work = read_journal(desk.journal.folder)
    assert work.underway == Saved(desk.history.project, Origin(path))
    assert work.file.project == desk.history.base
    assert work.changes == 6


def test_pictures_come_back_with_their_bytes(desk):
    picture = Media(id=digest(b"\x89PNG"), mime="image/png", data=b"\x89PNG")
    desk.do(desk.history.project.with_items(media=(picture,)))
    assert read_journal(desk.journal.folder).history.project.media[0].data == b"\x89PNG"


def test_a_journal_written_anew_tells_the_same(desk, tmp_path):
    known = Saved(desk.history.steps[0].after, Origin(tmp_path / "a.personamap", "d" * 64))
    anew = Journal.begin(everything(desk.history, known, continues="older"))
    work = read_journal(anew.folder)
    anew.close()
    assert work.history == desk.history
    assert (work.file, work.continues) == (known, "older")


def test_an_ended_journal_says_so_where_it_cannot_be_removed(desk):
    desk.journal.write(ended())
    assert read_journal(desk.journal.folder).ended


def test_a_journal_that_is_removed_leaves_nothing(desk):
    desk.journal.remove()
    assert list(journals_folder().iterdir()) == []


def test_what_is_on_the_disk_reads_the_same(desk):
    desk.journal.sync()
    desk.move(-1)
    desk.journal.sync()
    assert read_journal(desk.journal.folder).history == desk.history


def test_reading_changes_nothing(desk):
    desk.journal.sync()
    desk.move(-1)
    before = {path.name: path.read_bytes() for path in desk.journal.folder.iterdir()}
    read_journal(desk.journal.folder)
    after = {path.name: path.read_bytes() for path in desk.journal.folder.iterdir()}
    unshared = before.keys() - {f"{ENTRIES}-shm"}
    assert {name: after[name] for name in unshared} == {name: before[name] for name in unshared}


def test_a_full_disk_is_told_and_what_was_written_stays(desk):
    desk.journal._entries._store.execute("PRAGMA max_page_count = 1")
    with pytest.raises(NotKept, match="Save from time to time"):
        desk.journal.write(Entry(b"x" * 100_000))
    work = read_journal(desk.journal.folder)
    assert work.history == desk.history


def test_a_journal_that_cannot_begin_leaves_no_litter(monkeypatch, tmp_path):
    home = tmp_path / "state"
    home.mkdir()
    (home / "personamap").write_text("no folder")
    monkeypatch.setenv("XDG_STATE_HOME", str(home))
    with pytest.raises(NotKept):
        Journal.begin([ended()])
    assert [path.name for path in home.iterdir()] == ["personamap"]


def test_the_name_of_a_journal_tells_the_process():
    assert process_of(new_name()) == this_process()
    assert process_of("something else") is None


def test_the_journal_of_another_version_is_left_alone(project):
    first = Entry(b'{"kind":"begun","journal":99,"format":1,"writer":"personamap 9"}')
    journal = Journal.begin([first])
    journal.close()
    with pytest.raises(WorkOfAnotherVersion, match="personamap 9"):
        read_journal(journal.folder)


def test_an_entry_that_was_changed_ends_the_reading_before_it(desk):
    with sqlite3.connect(desk.journal.folder / ENTRIES) as store:
        store.execute(
            "UPDATE entries SET content = replace(content, 'Nia', 'Bob') WHERE number = 5"
        )
    store.close()
    work = read_journal(desk.journal.folder)
    assert not work.whole
    assert work.history == desk.trail[3]


def test_entries_missing_at_the_end_are_noticed(desk):
    with sqlite3.connect(desk.journal.folder / ENTRIES) as store:
        store.execute("DELETE FROM entries WHERE number > 6")
    store.close()
    work = read_journal(desk.journal.folder)
    assert not work.whole
    assert work.history == desk.trail[5]


@pytest.mark.parametrize("part", [ENTRIES, f"{ENTRIES}-wal", BASE, "count"])
def test_whatever_byte_is_damaged_only_true_work_comes_back(project, origin, tmp_path, part):
    desk = desk_for(project, origin)
    desk.journal.keep_base(origin)
    work_a_while(desk)
    desk.journal.sync()
    desk.move(-1)
    whole = tmp_path / "whole"
    shutil.copytree(desk.journal.folder, whole)
    desk.journal.close()
    chance = random.Random(part)
    content = (whole / part).read_bytes()
    for _ in range(FLIPS):
        place = chance.randrange(len(content))
        flipped = bytearray(content)
        flipped[place] ^= 1 << chance.randrange(8)
        (whole / part).write_bytes(flipped)
        comes_back_true(whole, desk)


def test_a_journal_cut_off_anywhere_gives_only_true_work(desk, tmp_path):
    whole = tmp_path / "whole"
    shutil.copytree(desk.journal.folder, whole)
    log = whole / f"{ENTRIES}-wal"
    content = log.read_bytes()
    for length in range(0, len(content), len(content) // FLIPS):
        log.write_bytes(content[:length])
        comes_back_true(whole, desk)


def comes_back_true(folder, desk):
    """Reading gives the whole, or says that something is missing and gives what came before."""
    (folder / f"{ENTRIES}-shm").unlink(missing_ok=True)
    try:
        work = read_journal(folder)
    except (DamagedWork, WorkOfAnotherVersion):
        return
    assert work.history in desk.trail
    assert not work.whole or work.history == desk.trail[-1]
