"""Handing sheets over: what is on the pages, what is remembered, and what is refused."""

import pytest

from personamap.domain.project import Project
from personamap.errors import ExportRefused, UnknownId
from personamap.exporters.options import ExportOptions
from personamap.exporters.report import sheets_outline
from personamap.services.issues import Recipient, next_issue
from personamap.services.projects import open_project, save_project
from personamap.storage.snapshots import read_snapshot
from tests.exporters.cast import JUN, KOFI, SALMA, SECRET, VIKTOR, project

STUDIO = Recipient("Studio A", "2026-12-01", "First draft")


def issued(of, options=None, to=STUDIO):
    return next_issue(of, "pdf", options or ExportOptions(), to)


def test_the_number_and_the_day_of_an_issue_are_on_its_pages():
    outline = sheets_outline(issued(project()).numbered, ExportOptions())
    assert outline.version == "Version 5 · 1 December 2026"


def test_an_issue_remembers_who_was_handed_to_whom():
    hand_off = issued(project(), ExportOptions(personas=(SALMA, KOFI))).hand_off
    assert (hand_off.number, hand_off.recipient, hand_off.note) == (5, "Studio A", "First draft")
    assert hand_off.personas == (KOFI, SALMA)
    assert issued(project()).hand_off.personas == (KOFI, SALMA, VIKTOR, JUN)


def test_an_issue_survives_saving_and_opening(tmp_path):
    recorded = issued(project()).recorded_in(project())
    save_project(recorded, tmp_path / "course.personamap")
    opened = open_project(tmp_path / "course.personamap").project
    assert opened.hand_offs == recorded.hand_offs
    assert opened.media == recorded.media


def test_what_was_edited_meanwhile_stays_when_an_issue_is_recorded():
    issue = issued(project())
    later = project().with_items(notes="Written during the export")
    assert issue.recorded_in(later).notes == "Written during the export"


@pytest.mark.parametrize("reader", ["anyone", "vendors", "reviewers"])
def test_a_snapshot_holds_nothing_its_readers_may_not_see(reader):
    snapshot = issued(project(), ExportOptions(reader=reader)).snapshot
    assert SECRET.encode() not in snapshot.data
    assert b'"gay"' not in snapshot.data.split(b'"personas"')[1]
    found = read_snapshot(snapshot)
    assert found is not None
    assert not found.is_private


def test_the_snapshot_of_our_own_team_holds_everything():
    found = read_snapshot(issued(project(), ExportOptions(reader="team")).snapshot)
    assert found is not None
    assert found.is_private
    assert found.project.personas == project().personas


def test_only_what_teams_work_from_is_an_issue():
    with pytest.raises(ExportRefused, match="only persona sheets"):
        issued(project(), ExportOptions(what="wall"))
    with pytest.raises(ExportRefused, match="only persona sheets"):
        next_issue(project(), "csv", ExportOptions(), STUDIO)


def test_an_issue_is_for_somebody():
    with pytest.raises(ExportRefused, match="whom this issue is handed to"):
        issued(project(), to=Recipient("  ", "2026-12-01"))


def test_whom_nobody_knows_cannot_be_handed_over():
    with pytest.raises(UnknownId):
        issued(Project(), ExportOptions(personas=("per-nobody",)))
