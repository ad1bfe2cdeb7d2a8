"""What was handed over is remembered, once, and can be undone."""

from personamap.domain.portrait import Media
from personamap.domain.review import HandOff
from personamap.edits.hand_offs import record_hand_off
from personamap.storage.codec import without_unused_media
from personamap.storage.snapshots import Snapshot, read_snapshot, snapshot_media

ISSUE = HandOff(id="hnd-1", number=1, recipient="Studio A")


def test_an_issue_remembers_what_the_sheets_rested_on(project):
    snapshot = snapshot_media(Snapshot(project))
    recorded = record_hand_off(project, ISSUE, snapshot)
    assert recorded.hand_offs == (ISSUE.evolve(snapshot=snapshot.id),)
    assert without_unused_media(recorded).media[-1] == snapshot


def test_two_issues_of_the_same_cast_share_one_snapshot(project):
    snapshot = snapshot_media(Snapshot(project))
    once = record_hand_off(project, ISSUE, snapshot)
    twice = record_hand_off(once, ISSUE.evolve(id="hnd-2", number=2), snapshot)
    assert len(twice.media) == len(once.media)
    assert {one.snapshot for one in twice.hand_offs} == {snapshot.id}


def test_what_is_no_snapshot_is_nothing_to_compare_with():
    for data in (b"", b"{}", b'{"format":99,"private":false,"project":{}}', b"[1"):
        assert read_snapshot(Media(id="0" * 64, mime="application/json", data=data)) is None
