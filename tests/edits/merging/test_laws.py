"""What holds for every merge, whatever the projects look like."""

from hypothesis import given, settings
from hypothesis import strategies as st

from personamap.analysis.references import dangling_references
from personamap.domain.project import Project
from personamap.edits.merging.choosing import sides_of
from personamap.edits.merging.merge import merge
from personamap.edits.merging.point import NOTHING
from tests.edits.merging.versions import all_items, any_opened, versions


@settings(max_examples=15)
@given(any_opened(), any_opened())
def test_what_only_one_side_changed_is_taken(base, other):
    taken = merge(base, base, other)
    assert taken.project == other
    assert taken.conflicts == ()
    kept = merge(base, other, base)
    assert kept.project is other
    assert kept.points == ()


@settings(max_examples=8)
@given(any_opened(), any_opened())
def test_what_both_changed_alike_is_no_conflict(base, mine):
    merged = merge(base, mine, mine.model_copy())
    assert merged.project == mine
    assert merged.points == ()


@settings(max_examples=60)
@given(versions())
def test_nothing_is_dropped_that_the_other_did_not_remove(three):
    base, mine, theirs = three
    had = all_items(base)
    there = all_items(merge(base, mine, theirs).project)
    removed = had.keys() - (all_items(mine).keys() & all_items(theirs).keys())
    wanted = (all_items(mine).keys() | all_items(theirs).keys()) - removed
    assert wanted <= there.keys()


@settings(max_examples=60)
@given(versions())
def test_what_is_removed_had_not_been_worked_on(three):
    base, mine, theirs = three
    gone = all_items(base).keys() - all_items(merge(base, mine, theirs).project).keys()
    for side in (mine, theirs):
        for key in gone & all_items(side).keys():
            assert all_items(side)[key] == all_items(base)[key]


@settings(max_examples=60)
@given(versions())
def test_nothing_leads_nowhere_after_a_merge_that_led_somewhere_before(three):
    missing = {
        (one.holder, one.target, one.missing) for side in three for one in dangling_references(side)
    }
    merged = merge(*three).project
    found = {(one.holder, one.target, one.missing) for one in dangling_references(merged)}
    assert found <= missing


@settings(max_examples=60)
@given(versions())
def test_whoever_merges_the_other_gets_the_same_but_for_what_is_to_choose(three):
    base, mine, theirs = three
    here, there = merge(base, mine, theirs), merge(base, theirs, mine)
    assert {p.path for p in here.conflicts} == {p.path for p in there.conflicts}
    opposite = {"mine": "theirs", "theirs": "mine", "both": "both"}
    choices = {p.path: opposite[p.taken] for p in here.conflicts}
    same = merge(base, theirs, mine, choices).project
    assert all_items(same).keys() == all_items(here.project).keys()


@settings(max_examples=60)
@given(versions())
def test_the_result_can_be_stored(three):
    merged = merge(*three).project
    assert Project.model_validate(merged.model_dump()) == merged


@settings(max_examples=60)
@given(versions())
def test_without_a_base_every_difference_is_told_and_theirs_can_be_had_whole(three):
    _base, mine, theirs = three
    merged = merge(None, mine, theirs)
    assert all_items(mine).keys() | all_items(theirs).keys() == all_items(merged.project).keys()
    assert bool(merged.points) == (mine != theirs)
    assert all(p.is_conflict or NOTHING in p.three for p in merged.points)
    theirs_alone = merge(None, mine, theirs, {p.path: "theirs" for p in merged.points})
    assert all_items(theirs_alone.project) == all_items(theirs)


@settings(max_examples=60)
@given(versions(), st.booleans(), st.data())
def test_whatever_is_chosen_the_result_can_be_stored(three, is_base_known, data):
    base, mine, theirs = three
    before = base if is_base_known else None
    points = merge(before, mine, theirs).points
    choices = {p.path: data.draw(st.sampled_from(sides_of(p))) for p in points}
    merged = merge(before, mine, theirs, choices)
    assert Project.model_validate(merged.project.model_dump()) == merged.project
    assert all(p.taken == choices[p.path] for p in merged.points if p.path in choices)


@settings(max_examples=60)
@given(versions())
def test_what_comes_in_by_itself_can_be_chosen(three):
    assert all(point.taken in sides_of(point) for point in merge(*three).points)
    assert all(point.taken in sides_of(point) for point in merge(None, *three[1:]).points)
