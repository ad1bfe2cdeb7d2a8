"""What turns a persona."""

import pytest

from personamap.domain.persona import Place, TurningPoint
from personamap.domain.scene import Scene
from personamap.edits.scenes import add_scene
from personamap.edits.turning_points import remove_turning_point, set_turning_point
from personamap.errors import UnknownId

WHO, FIRST, SECOND = "per-mara", "scn-handover", "scn-later"


@pytest.fixture
def story(project):
    return add_scene(project, Scene(id=SECOND, title="Later"))


def turns(project):
    return project.persona(WHO).belonging.turning_points


def test_turning_points_are_in_the_order_of_the_scenes(story):
    turned = set_turning_point(set_turning_point(story, WHO, SECOND), WHO, FIRST)
    assert [turn.scene for turn in turns(turned)] == [FIRST, SECOND]


def test_what_is_told_about_one_replaces_what_was(story):
    place = Place(authenticity=0.7, acceptance=0.2)
    turned = set_turning_point(story, WHO, FIRST, note="She asks.")
    turned = set_turning_point(turned, WHO, FIRST, place=place)
    assert turns(turned) == (TurningPoint(scene=FIRST, note="She asks.", place=place),)
    assert set_turning_point(turned, WHO, FIRST, note="She asks.") is turned


def test_a_scene_can_turn_nobody_again(story):
    turned = set_turning_point(story, WHO, FIRST)
    assert remove_turning_point(turned, WHO, FIRST) == story
    assert remove_turning_point(story, WHO, FIRST) is story


def test_a_scene_nobody_knows_turns_nobody(story):
    with pytest.raises(UnknownId):
        set_turning_point(story, WHO, "scn-gone")
