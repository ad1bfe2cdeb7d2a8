"""What the command line brings back, always into a new file, and that nothing goes away by it."""

import json

import pytest

from personamap.services.backups import keep_project
from personamap.services.projects import open_project
from personamap.services.recovery import find_unsaved, put_away
from personamap.storage.codec import encode
from personamap.storage.entries import Origin
from personamap.storage.files import digest
from personamap.storage.journal import ENTRIES
from tests.storage.journals import abandon, desk_for, work_a_while


@pytest.fixture
def out(tmp_path):
    return tmp_path / "found.personamap"


def leave_work(project, file=None):
    origin = Origin(file, digest(file.read_bytes())) if file else None
    desk = work_a_while(desk_for(project, origin))
    if origin is not None:
        assert desk.journal.keep_base(origin)
    desk.journal.close()
    return abandon(desk.journal.folder), desk.history.project


def test_nothing_to_bring_back_is_said(run, file):
    assert run("recover")[:2] == (
        0,
        "There is no unsaved work. With FILE, its older copies are looked for too.\n",
    )
    assert "no older copy" in run("recover", file)[1]


def test_unsaved_work_is_listed_and_stays(run, project, file):
    folder, _shown = leave_work(project, file)
    status, told, _errors = run("recover")
    assert status == 0
    assert told.startswith("Unsaved work\n  ")
    assert "  course  " in told
    assert "6 changes" in told
    assert "4 people" in told
    assert folder.exists()


def test_the_only_work_comes_back_into_a_new_file_without_more_words(run, project, file, out):
    folder, shown = leave_work(project, file)
    before = file.read_bytes()
    status, told, _errors = run("recover", file, "--out", out)
    assert (status, open_project(out).project) == (0, shown)
    assert f"Made {out}" in told
    assert file.read_bytes() == before
    assert folder.exists()


def test_of_several_one_is_chosen_by_its_id(run, project, file, out):
    leave_work(project, file)
    leave_work(project)
    assert "choose one with --take" in run("recover", "--out", out)[2]
    never = next(work for work in find_unsaved().work if work.state == "never")
    assert run("recover", "--take", never.id, "--out", out)[0] == 0
    assert open_project(out).project == never.project


def test_a_file_is_never_replaced(run, project, file):
    leave_work(project, file)
    status, _told, errors = run("recover", file, "--out", file)
    assert status == 2
    assert "already there" in errors


def test_older_copies_of_a_file_are_listed_and_the_newest_comes_back(run, project, file, out):
    keep_project(project.with_items(notes="one"), file, "import")
    keep_project(project.with_items(notes="two"), file, "removal")
    told = run("recover", file)[1]
    assert told.startswith("Older copies, the newest first\n  copy-2  course  ")
    run("recover", file, "--out", out)
    assert open_project(out).project.notes == "two"
    first = out.with_name("first.personamap")
    run("recover", file, "--take", "copy-1", "--out", first)
    assert open_project(first).project.notes == "one"


def test_what_is_whole_in_a_damaged_file_is_salvaged(run, project, file, out):
    file.write_bytes(file.read_bytes()[:-30])
    assert "salvage  course  what is whole in the damaged file" in run("recover", file)[1]
    status, told, _errors = run("recover", file, "--salvage", "--out", out)
    assert status == 0
    assert "3 people" in told
    assert open_project(out).project.personas == project.personas


def test_a_whole_file_needs_no_salvage(run, file, out):
    status, _told, errors = run("recover", file, "--salvage", "--out", out)
    assert status == 2
    assert "salvage" in errors
    assert not out.exists()


def test_work_that_was_put_away_is_still_found(run, project, out):
    leave_work(project)
    (work,) = find_unsaved().work
    put_away(work)
    assert "put away" in run("recover")[1]
    assert run("recover", "--take", work.id, "--out", out)[0] == 0
    assert encode(open_project(out).project) == encode(work.project)


def test_what_cannot_be_read_is_said_and_left(run, project, out):
    folder, _shown = leave_work(project)
    (folder / ENTRIES).write_bytes(b"torn")
    assert "damaged from its beginning" in run("recover")[1]
    status, _told, errors = run("recover", "--out", out)
    assert status == 2
    assert "damaged from its beginning" in errors
    assert folder.exists()


@pytest.mark.parametrize(
    "arguments", [("--take", "x"), ("--salvage",), ("--salvage", "--out", "new.personamap")]
)
def test_what_does_not_go_together_is_said(run, arguments):
    status, _told, errors = run("recover", *arguments)
    assert status == 2
    assert errors.startswith("personamap: --")


def test_an_unknown_id_is_said(run, out):
    assert "no-such" in run("recover", "--take", "no-such", "--out", out)[2]


def test_it_answers_with_data(run, project, file, out):
    leave_work(project, file)
    answer = json.loads(run("recover", file, "--out", out, "--json")[1])
    (one,) = answer["candidates"]
    assert (one["kind"], one["name"], one["file"]) == ("unsaved", "course", str(file))
    assert answer["brought_back"] == one["id"]
    assert answer["out"] == str(out)
