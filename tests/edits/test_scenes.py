"""Edits of scenes."""

from personamap.domain.persona import BelongingArc, TurningPoint
from personamap.domain.scene import Appearance
from personamap.edits.personas import set_persona_field
from personamap.edits.scenes import (
    add_function,
    let_speak,
    pass_function,
    remove_appearance,
    remove_scenes,
    set_appearance,
    set_scene_field,
)


def test_appearing_again_replaces_the_appearance(project):
    appearance = Appearance(persona="per-mara", functions=("leads", "decides"))
    edited = set_appearance(project, "scn-handover", appearance)
    assert edited.scenes[0].appearances == (appearance,)


def test_a_persona_can_join_and_leave_a_scene(project):
    edited = set_appearance(project, "scn-handover", Appearance(persona="per-lene"))
    assert edited.scenes[0].find_appearance("per-lene")
    assert remove_appearance(edited, "scn-handover", "per-lene") == project


def test_a_scene_can_be_edited(project):
    assert set_scene_field(project, "scn-handover", "title", "Bay 4").scenes[0].title == "Bay 4"


def test_a_removed_scene_turned_nobody(project):
    arc = BelongingArc(turning_points=(TurningPoint(scene="scn-handover"),))
    edited = set_persona_field(project, "per-mara", "belonging", arc)
    assert "scn-handover" not in remove_scenes(edited, ["scn-handover"]).model_dump_json()


def test_somebody_can_do_one_thing_more_and_never_twice(project):
    scene = project.scenes[0]
    persona = scene.appearances[0].persona
    more = add_function(project, scene.id, persona, "asks")
    assert more.scenes[0].find_appearance(persona).functions[-1] == "asks"
    assert add_function(more, scene.id, persona, "asks") is more
    assert add_function(project, scene.id, "per-nobody", "asks") is project


def test_what_one_does_can_pass_to_another_of_the_same_scene(project):
    giver = Appearance(persona="per-mara", functions=("errs", "leads"))
    start = set_appearance(project, "scn-handover", giver)
    assert pass_function(start, "scn-handover", "errs", "per-mara", "per-lene") is start
    start = set_appearance(start, "scn-handover", Appearance(persona="per-lene"))
    passed = pass_function(start, "scn-handover", "errs", "per-mara", "per-lene").scenes[0]
    assert passed.find_appearance("per-mara").functions == ("leads",)
    assert passed.find_appearance("per-lene").functions == ("errs",)


def test_somebody_who_was_only_mentioned_can_come_and_speak(project):
    absent = Appearance(persona="per-lene", presence="mentioned")
    start = set_appearance(project, "scn-handover", absent)
    spoken = let_speak(start, "scn-handover", "per-lene")
    assert spoken.scenes[0].find_appearance("per-lene").presence == "speaks"
    assert let_speak(start, "scn-handover", "per-nobody") is start
