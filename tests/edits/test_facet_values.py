"""Values in two levels: added, named, moved."""

from hypothesis import given
from hypothesis import strategies as st

from personamap.domain.facet import Facet, FacetValue
from personamap.domain.project import Project
from personamap.edits.facet_values import (
    add_facet_value,
    branches,
    place_value,
    set_value_field,
    stepped,
)
from personamap.edits.naming import facet_id_of, value_id_of


def two_levels():
    values = (
        FacetValue(id="seeing", label="Seeing"),
        FacetValue(id="blind", label="Blind", parent="seeing"),
        FacetValue(id="low", label="Low vision", parent="seeing"),
        FacetValue(id="hearing", label="Hearing"),
        FacetValue(id="none", label="None"),
    )
    return Project(facets=(Facet(id="disability", label="Disability", values=values),))


def shape(project):
    return [
        (branch.group.id, *(detail.id for detail in branch.details))
        for branch in branches(project.facet("disability"))
    ]


def test_a_value_moves_among_its_level_and_takes_its_details_along():
    moved = place_value(two_levels(), "disability", "seeing", None, 1)
    assert shape(moved) == [("hearing",), ("seeing", "blind", "low"), ("none",)]
    moved = place_value(two_levels(), "disability", "low", "seeing", 0)
    assert shape(moved)[0] == ("seeing", "low", "blind")


def test_a_value_becomes_a_detail_and_a_group_again():
    inside = place_value(two_levels(), "disability", "none", "hearing", 0)
    assert shape(inside) == [("seeing", "blind", "low"), ("hearing", "none")]
    outside = place_value(inside, "disability", "none", None, 2)
    assert shape(outside) == shape(two_levels())


def test_a_group_that_becomes_a_detail_brings_its_details_to_the_same_level():
    moved = place_value(two_levels(), "disability", "seeing", "hearing", 0)
    assert shape(moved) == [("hearing", "seeing", "blind", "low"), ("none",)]


def test_a_value_that_stays_where_it_is_changes_nothing():
    project = two_levels()
    assert place_value(project, "disability", "hearing", None, 1) is project
    assert place_value(project, "disability", "nothing", None, 1) is project
    assert set_value_field(project, "disability", "none", "label", "None") is project


def test_a_detail_of_a_value_that_is_not_there_stands_by_itself():
    lost = FacetValue(id="lost", label="Lost", parent="nowhere")
    project = add_facet_value(two_levels(), "disability", lost)
    assert shape(project)[-1] == ("lost",)


def test_steps_end_where_there_is_nowhere_to_go():
    facet = two_levels().facet("disability")
    assert stepped(facet, "seeing", "up") is None
    assert stepped(facet, "seeing", "in") is None
    assert stepped(facet, "seeing", "out") is None
    assert stepped(facet, "none", "down") is None
    assert stepped(facet, "blind", "up") is None
    assert stepped(facet, "low", "down") is None
    assert stepped(facet, "blind", "in") is None
    assert stepped(facet, "nothing", "up") is None
    assert stepped(facet, "hearing", "in") == ("seeing", 2)
    assert stepped(facet, "blind", "out") == (None, 1)


IDS = st.sampled_from(["seeing", "blind", "low", "hearing", "none"])


@given(st.lists(st.tuples(IDS, st.sampled_from(["up", "down", "in", "out"])), max_size=12))
def test_no_step_loses_a_value_or_makes_a_third_level(steps):
    project = two_levels()
    for value_id, step in steps:
        where = stepped(project.facet("disability"), value_id, step)
        if where is not None:
            project = place_value(project, "disability", value_id, *where)
    facet = project.facet("disability")
    assert {v.id for v in facet.values} == {v.id for v in two_levels().facets[0].values}
    groups = {value.id for value in facet.groups}
    assert all(value.parent is None or value.parent in groups for value in facet.values)


@given(st.text(max_size=80), st.sets(st.text(max_size=5)))
def test_an_id_made_from_any_name_can_be_stored_and_is_free(label, taken):
    facet_id, value_id = facet_id_of(label, taken), value_id_of(label, taken)
    assert facet_id not in taken
    assert value_id not in taken
    Facet(id=facet_id, label="", values=(FacetValue(id=value_id, label=""),))


def test_ids_say_what_they_were_made_from():
    assert facet_id_of("Café & bar", ()) == "cafe_bar"
    assert facet_id_of("3 shifts", ()) == "facet_3_shifts"
    assert value_id_of("Night shift", ("night-shift",)) == "night-shift-2"
