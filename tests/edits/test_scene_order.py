"""The order of scenes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from personamap.domain.persona import BelongingArc, TurningPoint
from personamap.domain.project import Project
from personamap.domain.scene import Scene
from personamap.edits.personas import set_persona_field
from personamap.edits.scene_order import (
    duplicate_scenes,
    insert_scene,
    move_scenes,
    new_scene,
)
from personamap.errors import UnknownId

STORY = Project(scenes=tuple(Scene(id=f"scn-{n}", title=f"Scene {n}") for n in range(6)))


def ids(project):
    return [scene.id for scene in project.scenes]


def test_a_scene_comes_after_another_or_last():
    scene = new_scene("Late")
    assert ids(insert_scene(STORY, scene, "scn-1"))[:3] == ["scn-0", "scn-1", scene.id]
    assert ids(insert_scene(STORY, scene))[-1] == scene.id
    assert ids(insert_scene(STORY, scene, "scn-gone"))[-1] == scene.id


@given(st.sets(st.sampled_from(ids(STORY))), st.integers(-2, 9))
def test_moving_keeps_every_scene_and_the_order_of_those_that_stay(moving, place):
    moved = move_scenes(STORY, moving, place)
    after = ids(moved)
    assert sorted(after) == ids(STORY)
    assert [i for i in after if i not in moving] == [i for i in ids(STORY) if i not in moving]
    together = [i for i in ids(STORY) if i in moving]
    at = after.index(together[0]) if together else 0
    assert after[at : at + len(together)] == together


@given(st.sets(st.sampled_from(ids(STORY)), min_size=1), st.integers(0, 6))
def test_what_is_moved_stands_before_what_was_at_that_place(moving, place):
    after = ids(move_scenes(STORY, moving, place))
    following = next((i for i in ids(STORY)[place:] if i not in moving), None)
    last = max(after.index(i) for i in moving)
    assert following == (after[last + 1] if last + 1 < len(after) else None)


def test_moving_to_where_it_is_changes_nothing():
    assert move_scenes(STORY, ["scn-2"], 2) is STORY
    assert move_scenes(STORY, ["scn-2"], 3) is STORY
    assert move_scenes(STORY, [], 0) is STORY


def test_a_scene_nobody_knows_cannot_be_moved():
    with pytest.raises(UnknownId):
        move_scenes(STORY, ["scn-gone"], 0)


def test_a_copy_follows_its_original_and_turns_nobody(project):
    arc = BelongingArc(turning_points=(TurningPoint(scene="scn-handover"),))
    project = set_persona_field(project, "per-mara", "belonging", arc)
    copied = duplicate_scenes(project, {"scn-handover": "scn-copy"})
    assert ids(copied) == ["scn-handover", "scn-copy"]
    assert copied.scenes[1].title == "Hand-over (copy)"
    assert copied.scenes[1].appearances == copied.scenes[0].appearances
    assert copied.persona("per-mara").belonging == arc
