"""What differs between two snapshots."""

from personamap.domain.changes import Changes, compare
from personamap.domain.persona import Persona
from personamap.edits.course import set_course
from personamap.edits.items import move_item
from personamap.edits.map import pin_node
from personamap.edits.personas import add_persona, remove_personas, set_persona_field


def test_nothing_differs_between_a_snapshot_and_itself(project):
    changes = compare(project, project)
    assert changes == Changes(*[frozenset()] * 5)


def test_an_edited_name_touches_that_persona_alone(project):
    changes = compare(project, set_persona_field(project, "per-mara", "name", "Mara O."))
    assert changes.edited == {"per-mara"}
    assert changes.touches("per-mara")
    assert not changes.touches("per-idris")
    assert changes.reaches("personas")


def test_adding_and_removing_are_told_apart(project):
    added = add_persona(project, Persona(id="per-new"))
    assert compare(project, added).added == {"per-new"}
    assert compare(added, project).removed == {"per-new"}


def test_removing_someone_also_touches_the_scenes_they_were_in(project):
    changes = compare(project, remove_personas(project, ["per-mara"]))
    assert changes.removed == {"per-mara", "rel-manages"}
    assert changes.edited == {"scn-handover"}


def test_another_order_is_noticed(project):
    changes = compare(project, move_item(project, "personas", "per-lene", 0))
    assert changes.reordered == {"personas"}
    assert not changes.edited


def test_parts_without_ids_are_named(project):
    assert compare(project, set_course(project, title="New")).parts == {"course"}
    assert compare(project, pin_node(project, "per-mara", 1, 2)).parts == {"pins"}


def test_two_who_change_places_and_one_edited_are_told_together(project):
    moved = move_item(project, "personas", "per-lene", 0)
    changes = compare(project, set_persona_field(moved, "per-idris", "name", "I."))
    assert changes.reordered == {"personas"}
    assert changes.edited == {"per-idris"}
