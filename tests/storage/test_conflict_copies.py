"""Which names beside a project are those that sync clients give."""

import os

import pytest

from personamap.storage.conflict_copies import conflict_copies

GIVEN = {
    "harbour (Jana's conflicted copy 2026-11-20).personamap": True,
    "harbour (conflicted copy 2026-11-20 091233).personamap": True,
    "harbour (conflicted copy 2026-11-20 091233) (1).personamap": True,
    "harbour (In Konflikt stehende Kopie von Jana 2026-11-20).personamap": True,
    "harbour (Copie en conflit de Jana 2026-11-20).personamap": True,
    "harbour (SFConflict jana@example.org 2026-11-20-09-12-33).personamap": True,
    "harbour [Conflict].personamap": True,
    "harbour.sync-conflict-20261120-091233-KJ4XQTR.personamap": True,
    "harbour_conflict-20261120-091233.personamap": True,
    "harbour_studio-3_Nov-20-0912-2026_Conflict.personamap": False,
    "harbour-DESKTOP-AB12CD3.personamap": False,
    "harbour-Janas-MacBook-Pro.personamap": False,
    "harbour-STUDIO.personamap": False,
    "harbour(1).personamap": False,
    "harbour (2).personamap": False,
    "harbour conflict talks.personamap": False,
}
OTHERS = (
    "harbour.personamap",
    "harbour-night.personamap",
    "harbour-v2.personamap",
    "harbour-2.personamap",
    "harbour 2.personamap",
    "harbours.personamap",
    "conflicted copy.personamap",
    "harbour (conflicted copy 2026-11-20).pdf",
    ".harbour.personamap.lock",
)


@pytest.fixture
def file(tmp_path):
    for name in (*GIVEN, *OTHERS):
        (tmp_path / name).touch()
    return tmp_path / "harbour.personamap"


def test_the_names_of_sync_clients_are_known_and_how_certain_they_are(file):
    assert {beside.path.name: beside.is_certain for beside in conflict_copies(file)} == GIVEN


def test_the_name_of_this_computer_is_known_however_it_is_written(tmp_path, monkeypatch):
    monkeypatch.setattr("platform.node", lambda: "Studio-three")
    beside = tmp_path / "harbour-STUDIO-Three.personamap"
    beside.touch()
    found = conflict_copies(tmp_path / "harbour.personamap")
    assert [each.path for each in found] == [beside]


@pytest.mark.parametrize("kept_in", ["Mobile Documents/com~apple~CloudDocs/cast", "iCloudDrive"])
def test_a_number_after_the_name_may_be_a_copy_where_icloud_keeps_the_folder(tmp_path, kept_in):
    folder = tmp_path / kept_in
    folder.mkdir(parents=True)
    for name in ("harbour 2.personamap", "harbour-2.personamap", "harbour 2026.personamap"):
        (folder / name).touch()
    (found,) = conflict_copies(folder / "harbour.personamap")
    assert found.path.name == "harbour 2.personamap"
    assert not found.is_certain


def test_a_folder_with_such_a_name_is_no_copy(tmp_path):
    (tmp_path / "harbour (1).personamap").mkdir()
    assert conflict_copies(tmp_path / "harbour.personamap") == ()


def test_where_the_folder_cannot_be_listed_nothing_is_found(tmp_path):
    assert conflict_copies(tmp_path / "gone" / "harbour.personamap") == ()


@pytest.mark.skipif(os.name == "nt", reason="such a name cannot be there")
def test_a_link_that_leads_nowhere_is_no_copy(tmp_path):
    (tmp_path / "harbour (1).personamap").symlink_to(tmp_path / "gone")
    assert conflict_copies(tmp_path / "harbour.personamap") == ()
