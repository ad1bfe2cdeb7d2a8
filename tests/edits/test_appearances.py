"""Who is in a scene, what they do there, and who dares something."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from personamap.domain.labels import NARRATIVE_FUNCTIONS
from personamap.domain.persona import Persona
from personamap.domain.project import Project
from personamap.domain.scene import Scene
from personamap.edits.appearances import (
    bring_in,
    set_function,
    set_part_field,
    set_risk_taker,
    take_out,
)
from personamap.errors import EditRefused, UnknownId

SCENE = "scn-handover"
WHO = "per-mara"
SMALL = Project(personas=(Persona(id=WHO),), scenes=(Scene(id=SCENE),))


def test_bringing_in_leaves_those_who_are_there_as_they_are(project):
    assert bring_in(project, SCENE, ["per-mara"]) is project
    more = bring_in(project, SCENE, ["per-mara", "per-lene"])
    assert [a.persona for a in more.scenes[0].appearances] == ["per-mara", "per-lene"]
    assert more.scenes[0].appearances[0] is project.scenes[0].appearances[0]


def test_who_is_taken_out_takes_no_risk_there_either(project):
    daring = set_risk_taker(project, SCENE, "per-mara", True)
    gone = take_out(daring, SCENE, "per-mara").scenes[0]
    assert gone.appearances == ()
    assert gone.risk_takers == ()
    assert take_out(project, SCENE, "per-lene") is project


def test_writing_about_a_part_brings_somebody_in(project):
    edited = set_part_field(project, SCENE, "per-idris", "words", 12)
    assert edited.scenes[0].find_appearance("per-idris").words == 12


def test_a_number_nobody_could_store_is_refused(project):
    with pytest.raises(EditRefused):
        set_part_field(project, SCENE, "per-mara", "lines", -1)


def test_a_risk_is_taken_once_and_by_people_of_the_project(project):
    daring = set_risk_taker(project, SCENE, "per-mara", True)
    assert daring.scenes[0].risk_takers == ("per-mara",)
    assert set_risk_taker(daring, SCENE, "per-mara", True) is daring
    with pytest.raises(UnknownId):
        set_risk_taker(project, SCENE, "per-nobody", True)


@given(st.lists(st.tuples(st.sampled_from(tuple(NARRATIVE_FUNCTIONS)), st.booleans())))
def test_functions_are_those_asked_for_last_in_the_order_in_which_they_are_offered(asked):
    project, wanted = SMALL, set()
    for function, does in asked:
        project = set_function(project, SCENE, WHO, function, does)
        wanted = wanted | {function} if does else wanted - {function}
    appearance = project.scenes[0].find_appearance(WHO)
    done = appearance.functions if appearance else ()
    assert done == tuple(f for f in NARRATIVE_FUNCTIONS if f in wanted)
