"""Two items under one id both survive."""

from personamap.domain.experience import Experience
from personamap.domain.facet import Facet
from personamap.domain.persona import Persona
from personamap.domain.project import Project
from personamap.storage.repair import with_unique_ids


def test_a_sound_project_is_the_same_object(project):
    assert with_unique_ids(project) == (project, ())
    assert with_unique_ids(project)[0] is project


def test_the_second_of_two_gets_another_id_and_keeps_everything_else():
    project = Project(
        personas=(
            Persona(id="a", name="One"),
            Persona(id="a", name="Two"),
            Persona(id="a-2", name="Three"),
            Persona(id="a", name="Four"),
        ),
        experiences=(Experience(id="a", title="Five"),),
    )
    repaired, shared = with_unique_ids(project)
    names = {p.name: p.id for p in repaired.personas}
    assert names["One"] == "a"
    assert list(names) == ["One", "Two", "Three", "Four"]
    assert repaired.experiences[0].title == "Five"
    ids = [item.id for item in (*repaired.personas, *repaired.experiences)]
    assert len(set(ids)) == len(ids)
    assert set(shared) == {"a", "a-2"}
    assert with_unique_ids(repaired) == (repaired, ())


def test_facets_keep_ids_that_a_facet_may_have():
    twins = (Facet(id="x" * 64, label="One"), Facet(id="x" * 64, label="Two"))
    repaired, shared = with_unique_ids(Project(facets=twins))
    assert repaired.facets[1] == Facet(id="x" * 56 + "_2", label="Two")
    assert shared == ("x" * 64,)
