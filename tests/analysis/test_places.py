from hypothesis import given, settings
from hypothesis import strategies as st

from personamap.analysis.check import FIX_KINDS, Need
from personamap.analysis.coverage import check_coverage
from personamap.analysis.index import ProjectIndex
from personamap.analysis.places import in_place, place_fixes
from personamap.domain.facet import ValueRef
from personamap.domain.persona import Answer
from personamap.domain.scene import Appearance, Scene
from tests.analysis.casts import answer, cast, casts, person

YOUNG = ValueRef(facet="age_band", value="16-34")
OLD = ValueRef(facet="age_band", value="55plus")
HEARING = ValueRef(facet="disability", value="hearing")
PLACES = st.builds(
    Need,
    st.sampled_from([(YOUNG,), (OLD,), (YOUNG, HEARING), (HEARING, OLD)]),
    st.sampled_from([(), ("leads",), ("errs",)]),
)


def texts(project, need):
    return [fix.text for fix in place_fixes(project, need)]


@given(casts(most=4), PLACES)
@settings(max_examples=40, deadline=None)
def test_every_way_puts_somebody_there_and_closes_what_it_says(project, need):
    before = {f.key for f in check_coverage(project).checked.findings()}
    people = set(in_place(ProjectIndex(project), need))
    for fix in place_fixes(project, need):
        after = fix.edit(project)
        assert set(in_place(ProjectIndex(after), need)) >= people
        assert in_place(ProjectIndex(after), need)
        assert {f.key for f in fix.closed} <= before
        for persona in project.personas:
            for said in persona.answers:
                if said.state not in ("undecided", "open"):
                    assert after.persona(persona.id).answer(said.facet) == said


@given(casts(most=4), PLACES)
@settings(max_examples=20, deadline=None)
def test_the_smallest_change_stands_first(project, need):
    kinds = [FIX_KINDS.index(fix.kind) for fix in place_fixes(project, need)]
    assert kinds == sorted(kinds)


def test_a_blank_that_is_free_is_the_first_way():
    project = cast(person("Jo", Answer(facet="age_band", state="open")), person("Ana"))
    assert texts(project, Need((OLD,)))[0].startswith("Fill in a blank")
    assert texts(project, Need((OLD,)))[-1].startswith("Add a person with")


def test_only_who_has_the_one_value_is_asked_to_take_the_other():
    project = cast(
        person("Jo", answer("age_band", "55plus")),
        person("Ana", answer("age_band", "16-34")),
    )
    fills = [t for t in texts(project, Need((OLD, HEARING))) if t.startswith("Fill")]
    assert len(fills) == 1
    assert "Jo" in fills[0]


def test_somebody_with_the_value_gets_the_part_where_they_are_or_comes_into_a_scene():
    project = cast(
        person("Jo", answer("age_band", "55plus")),
        scenes=(
            Scene(id="scn-a", title="First day", appearances=(Appearance(persona="per-jo"),)),
            Scene(id="scn-b", title="Second day"),
        ),
    )
    told = texts(project, Need((OLD,), ("leads",)))
    assert any("lead" in text and "First day" in text for text in told)
    assert any("Second day" in text and "Leads" in text for text in told)


def test_nobody_new_is_proposed_with_two_values_of_which_one_can_have_only_one():
    project = cast(person("Jo"))
    assert texts(project, Need((YOUNG, OLD))) == []


def test_a_facet_that_is_gone_has_no_ways():
    project = cast(person("Jo"), facets=())
    assert texts(project, Need((OLD,))) == []
