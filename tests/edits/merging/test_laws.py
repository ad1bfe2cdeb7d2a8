"""What holds for every merge, whatever the projects look like."""

from hypothesis import given, settings

from personamap.edits.merging.merge import merge
from tests.storage.any_project import any_project


@settings(max_examples=15)
@given(any_project(), any_project())
def test_what_only_one_side_changed_is_taken(base, other):
    taken = merge(base, base, other)
    assert taken.project == other
    assert taken.conflicts == ()
    kept = merge(base, other, base)
    assert kept.project is other
    assert kept.points == ()


@settings(max_examples=8)
@given(any_project(), any_project())
def test_what_both_changed_alike_is_no_conflict(base, mine):
    merged = merge(base, mine, mine.model_copy())
    assert merged.project == mine
    assert merged.points == ()
