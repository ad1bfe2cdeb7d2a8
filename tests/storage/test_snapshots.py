"""A snapshot holds what sheets say, and comes back as it was."""

from hypothesis import given, settings

from personamap.domain.project import Project
from personamap.storage.codec import decode, encode
from personamap.storage.snapshots import Snapshot, read_snapshot, snapshot_media
from tests.exporters.cast import project as cast
from tests.storage.any_project import any_project


@settings(max_examples=40, deadline=None)
@given(any_project())
def test_what_sheets_are_made_of_comes_back(project):
    found = read_snapshot(snapshot_media(Snapshot(project, is_private=True)))
    assert found is not None
    assert found.is_private
    for part in ("course", "personas", "experiences", "relationships", "scenes"):
        assert getattr(found.project, part) == getattr(project, part)


def test_what_was_decided_and_said_is_not_kept():
    found = read_snapshot(snapshot_media(Snapshot(cast().with_items(notes="Only for us"))))
    assert found is not None
    for part in ("decisions", "sign_offs", "hand_offs", "media", "notes"):
        assert getattr(found.project, part) == getattr(Project(), part)


def test_the_same_cast_gives_the_same_snapshot_after_saving():
    first = snapshot_media(Snapshot(cast()))
    assert snapshot_media(Snapshot(decode(encode(cast()), "a file").project)) == first
