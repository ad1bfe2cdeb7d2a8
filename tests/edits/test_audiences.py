from personamap.domain.audience import Aim, Audience, AudienceGroup
from personamap.domain.facet import Facet, ValueRef
from personamap.domain.project import Project
from personamap.edits.audiences import remove_audience, set_audience

GENDER = Facet(id="gender", label="Gender")
STAFF = Audience(
    id="aud-staff",
    people=40,
    facets=("gender",),
    groups=(AudienceGroup(values=(ValueRef(facet="gender", value="woman"),), people=40),),
)
CLIENTS = STAFF.evolve(id="aud-clients")


def test_an_audience_comes_with_the_facets_it_is_counted_by(project):
    there = set_audience(project, STAFF, (GENDER, project.facets[0]))
    assert there.audiences == (STAFF,)
    assert there.facets == (*project.facets, GENDER)
    assert set_audience(there, STAFF, (GENDER,)) is there


def test_a_second_audience_takes_the_place_of_the_first(project):
    both = project.with_items(audiences=(STAFF, CLIENTS), aim=Aim(audience=CLIENTS.id))
    alone = set_audience(both, STAFF)
    assert (alone.audiences, alone.aim.audience) == ((STAFF,), None)


def test_an_audience_can_be_removed():
    project = Project(audiences=(STAFF,), aim=Aim(audience=STAFF.id))
    assert remove_audience(project) == Project()
    assert remove_audience(Project()) == Project()
    empty = Project()
    assert remove_audience(empty) is empty
