"""A command that writes into a project somebody has open: it writes, and says what that means."""

import json

import pytest

from personamap.services.projects import open_project
from personamap.storage.lock import take
from personamap.storage.processes import this_process


@pytest.fixture
def table(tmp_path):
    made = tmp_path / "people.csv"
    made.write_text("Name\nAnn\n")
    return made


def mark_of(path):
    return path.with_name(f".{path.name}.lock")


def marked_by(path, **told):
    mine = this_process()
    usual = {"computer": mine.computer, "name": "studio-3", "number": mine.number, "began": "0"}
    mark_of(path).write_text(json.dumps(usual | told))


def names(path):
    return [person.name for person in open_project(path).project.personas]


def test_who_has_the_file_open_is_told_and_what_to_do(run, file, table):
    marked_by(file, computer="01234567", since="2026-03-04T09:12:00+00:00")
    status, printed, complaint = run("import", "cast", table, "--into", file)
    assert status == 0
    assert "Ann" in names(file)
    assert "1 person came into" in printed
    assert "“course” has been open on the computer “studio-3” since 4 March 2026" in complaint
    assert "open the file there again to go on from it" in complaint


def test_their_mark_stays_and_none_is_left_where_there_was_none(run, file, table):
    marked_by(file, computer="01234567")
    before = mark_of(file).read_bytes()
    run("import", "cast", table, "--into", file)
    assert mark_of(file).read_bytes() == before
    mark_of(file).unlink()
    run("import", "cast", table, "--into", file)
    assert not mark_of(file).exists()


def test_a_window_that_was_killed_is_not_spoken_of(run, file, table):
    marked_by(file)
    status, _printed, complaint = run("import", "cast", table, "--into", file)
    assert (status, complaint) == (0, "")


def test_a_dry_run_says_nothing_of_who_has_it_open(run, file, table):
    marked_by(file, computer="01234567")
    _status, _printed, complaint = run("import", "cast", table, "--into", file, "--dry-run")
    assert complaint == ""
    assert "Ann" not in names(file)


def test_the_answer_as_data_stays_data(run, file, table):
    marked_by(file, computer="01234567")
    _status, printed, _complaint = run("import", "cast", table, "--into", file, "--json")
    assert json.loads(printed)["written"]


def test_a_file_open_in_this_very_process_is_nobody_elses(run, file, table):
    take(file)
    _status, _printed, complaint = run("import", "cast", table, "--into", file)
    assert complaint == ""
