from hypothesis import given
from hypothesis import strategies as st

from personamap.analysis.catalogue.catalogue import across_checks, read_together
from personamap.analysis.catalogue.courses import CatalogueCourse
from personamap.analysis.catalogue.joining import join_courses
from personamap.analysis.coverage import check_coverage
from personamap.analysis.references import dangling_references
from personamap.domain.audience import Aim, Implausible, MinimumCount
from personamap.domain.changes import COLLECTIONS
from personamap.domain.experience import Experience, Relationship
from personamap.domain.facet import Facet, FacetValue, ValueRef
from personamap.domain.scene import Appearance, Scene
from tests.analysis.casts import AGE, answer, cast, casts, person

JO = person("Jo", answer("age_band", "16-34"), id="per-one")
MARA = person("Mara", answer("age_band", "55plus"), id="per-one")


def courses(*projects):
    return tuple(CatalogueCourse(f"course {n}", project) for n, project in enumerate(projects))


def joined(*projects):
    return join_courses(courses(*projects))


def scene(scene_id, *appearances, **fields):
    return Scene(id=scene_id, appearances=appearances, **fields)


def test_who_has_the_same_id_and_name_in_two_courses_is_one_person():
    both = joined(cast(JO), cast(JO))
    assert [persona.name for persona in both.project.personas] == ["Jo"]
    assert both.plays == {"per-one": (0, 1)}


def test_an_id_that_means_somebody_else_in_another_course_is_given_anew():
    both = joined(cast(JO), cast(MARA, scenes=(scene("scn-a", Appearance(persona="per-one")),)))
    first, second = both.project.personas
    assert (first.id, first.name, second.name) == ("per-one", "Jo", "Mara")
    assert both.plays == {first.id: (0,), second.id: (1,)}
    assert both.project.scenes[0].appearances[0].persona == second.id
    assert both.ids[1] == {"per-one": second.id}


def test_everything_that_points_at_a_new_id_points_there_still():
    def course(name):
        return cast(
            person(name, id="per-one", lived=("exp-a",)),
            person(f"{name} too", id="per-two"),
            experiences=(Experience(id="exp-a", title=f"What {name} saw"),),
            relationships=(Relationship(id="rel-a", source="per-one", target="per-two"),),
            scenes=(scene("scn-a", Appearance(persona="per-one"), risk_takers=("per-two",)),),
        )

    both = joined(course("Jo"), course("Mara")).project
    assert not list(dangling_references(both))
    ids = [item.id for part in COLLECTIONS for item in getattr(both, part)]
    assert len(set(ids)) == len(ids)
    mara, too = both.personas[2:]
    assert both.scenes[1].appearances[0].persona == mara.id
    assert both.scenes[1].risk_takers == (too.id,)
    assert (both.relationships[1].source, both.relationships[1].target) == (mara.id, too.id)
    titles = {experience.id: experience.title for experience in both.experiences}
    assert titles[mara.experiences[0].experience] == "What Mara saw"


def test_a_person_has_what_any_course_says_of_them():
    first = person("Jo", answer("age_band", state="open"), answer("disability", "hearing"))
    later = person("Jo", answer("age_band", "55plus"), answer("disability", "none"))
    told = joined(cast(first), cast(later)).project.personas[0]
    assert told.answer("age_band").counted_values == ("55plus",)
    assert set(told.answer("disability").counted_values) == {"hearing", "none"}


def test_an_answer_counts_only_where_its_course_counts_the_facet():
    quiet = AGE.evolve(active=False)
    both = joined(cast(JO, facets=(AGE,)), cast(person("Mara", *MARA.answers), facets=(quiet,)))
    assert [facet.id for facet in both.project.facets] == ["age_band"]
    assert [len(persona.answers) for persona in both.project.personas] == [1, 0]


def test_archived_personas_stay_out_with_all_they_do():
    gone = person("Lene", archived=True)
    course = cast(JO, gone, scenes=(scene("scn-a", Appearance(persona="per-lene")),))
    both = joined(course, cast(JO)).project
    assert [persona.name for persona in both.personas] == ["Jo"]
    assert both.scenes[0].appearances == ()


def test_facets_have_the_values_and_stars_of_all_courses():
    def facet(starred, *values):
        return Facet(id="shift", label="Shift", starred=starred, values=values)

    day, night = FacetValue(id="day", label="Day"), FacetValue(id="night", label="Night")
    plain = cast(facets=(facet(False, day),))
    starred = cast(facets=(facet(True, day.evolve(starred=True), night),))
    both = joined(plain, starred).project.facet("shift")
    assert both.starred
    assert [(value.id, value.starred) for value in both.values] == [("day", True), ("night", False)]


def test_the_aim_of_a_catalogue_asks_for_the_most_and_forbids_the_least():
    old = ValueRef(facet="age_band", value="55plus")
    blind = ValueRef(facet="disability", value="seeing")
    one = Aim(
        minimums=(MinimumCount(value=old, count=1),),
        implausible=(Implausible(values=(old, blind)),),
        level=3,
    )
    other = Aim(minimums=(MinimumCount(value=old, count=2),))
    aim = joined(cast(aim=one), cast(aim=other)).project.aim
    assert [minimum.count for minimum in aim.minimums] == [2]
    assert aim.implausible == ()
    assert aim.level == 3
    assert joined(cast(aim=one), cast(aim=one)).project.aim.implausible == one.implausible


@given(casts())
def test_a_catalogue_of_one_course_finds_what_the_course_finds(project):
    catalogue = read_together(courses(project))
    own = check_coverage(project, across_checks(catalogue.joined))
    assert catalogue.across.findings == own.findings
    assert catalogue.across.facets == own.facets


@given(st.lists(casts(most=4), min_size=2, max_size=3))
def test_any_courses_can_be_read_together(projects):
    catalogue = read_together(courses(*projects))
    whole = catalogue.joined.project
    assert not list(dangling_references(whole))
    for facet in catalogue.together:
        for value in facet.values:
            assert max(value.counts) <= value.people <= value.count == sum(value.counts)
