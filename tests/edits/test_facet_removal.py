"""Removing facets and values, and merging two values, with everything that points at them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from personamap.analysis.references import dangling_references
from personamap.domain.audience import (
    Aim,
    Audience,
    AudienceGroup,
    FacetPair,
    Implausible,
    MinimumCount,
)
from personamap.domain.facet import FacetValue, ValueRef
from personamap.domain.persona import Answer, StatedValue
from personamap.domain.project import Pin
from personamap.domain.review import Comment
from personamap.edits.facet_merging import counted_twice, merge_values
from personamap.edits.facet_removal import remove_facet, remove_facet_value
from personamap.edits.facets import set_facet_field
from personamap.edits.personas import set_answer
from tests.conftest import IDRIS, LENE, MARA, stated

YOUNG = ValueRef(facet="age_band", value="16-34")
MIDDLE = ValueRef(facet="age_band", value="35-54")
HEARING = ValueRef(facet="disability", value="hearing")
NONE = ValueRef(facet="disability", value="none")


@pytest.fixture
def tangled(project):
    """A project in which everything that can name a value does."""
    groups = (
        AudienceGroup(values=(YOUNG,), people=40),
        AudienceGroup(values=(MIDDLE,), people=60),
        AudienceGroup(values=(HEARING,), people=30),
        AudienceGroup(values=(YOUNG, HEARING), people=12),
        AudienceGroup(values=(MIDDLE, HEARING), people=11),
    )
    return project.with_items(
        experiences=(project.experiences[0].evolve(touches=(YOUNG, HEARING)),),
        aim=Aim(
            pairs=(FacetPair(first="age_band", second="disability"),),
            minimums=(MinimumCount(value=YOUNG, count=2), MinimumCount(value=MIDDLE, count=3)),
            implausible=(Implausible(values=(YOUNG, HEARING), reason="Really?"),),
        ),
        audiences=(Audience(id="aud-1", facets=("age_band", "disability"), groups=groups),),
        pins=(Pin(node=YOUNG.node, x=1, y=2), Pin(node=MARA, x=3, y=4)),
        comments=(
            Comment(id="cmt-1", subject="age_band"),
            Comment(id="cmt-2", subject=f"{MARA}/age_band"),
            Comment(id="cmt-3", subject=MARA),
        ),
    )


def test_a_facet_goes_with_everything_that_points_at_it(tangled):
    edited = remove_facet(tangled, "age_band")
    assert [facet.id for facet in edited.facets] == ["disability"]
    assert all(p.find_answer("age_band") is None for p in edited.personas)
    assert edited.experiences[0].touches == (HEARING,)
    assert edited.aim == Aim()
    assert edited.audiences[0].facets == ("disability",)
    assert [group.values for group in edited.audiences[0].groups] == [(HEARING,)]
    assert [pin.node for pin in edited.pins] == [MARA]
    assert [comment.id for comment in edited.comments] == ["cmt-3"]
    assert not list(dangling_references(edited))


def test_a_value_goes_and_who_stated_nothing_else_is_undecided(tangled):
    edited = remove_facet_value(tangled, "age_band", "16-34")
    assert edited.persona(MARA).answer("age_band") == Answer(facet="age_band")
    assert edited.persona(IDRIS) is tangled.persona(IDRIS)
    assert edited.aim.minimums == (MinimumCount(value=MIDDLE, count=3),)
    assert edited.aim.pairs == tangled.aim.pairs
    assert not list(dangling_references(edited))


def test_own_words_stay_when_their_value_goes(project):
    said = set_answer(project, MARA, stated("age_band", "16-34", words="Old enough"))
    answer = remove_facet_value(said, "age_band", "16-34").persona(MARA).answer("age_band")
    assert (answer.state, answer.values, answer.own_words) == ("stated", (), "Old enough")


def test_details_of_a_value_that_goes_stand_by_themselves(project):
    values = (*project.facet("disability").values, _detail("deaf", "hearing"))
    deep = set_facet_field(project, "disability", "values", values)
    left = remove_facet_value(deep, "disability", "hearing").facet("disability")
    assert [(value.id, value.parent) for value in left.values] == [("none", None), ("deaf", None)]


def test_removing_what_is_not_there_changes_nothing(project):
    assert remove_facet_value(project, "age_band", "nothing") is project


def _audience(*groups):
    return Audience(
        id="aud-1",
        people=100,
        facets=("disability", "age_band"),
        groups=tuple(AudienceGroup(values=values, people=people) for values, people in groups),
    )


def test_people_who_chose_two_values_are_not_counted_twice_when_these_become_one(project):
    audience = _audience(((HEARING,), 30), ((NONE,), 20), ((YOUNG,), 40))
    edited = merge_values(
        project.with_items(audiences=(audience,)), "disability", "none", "hearing"
    )
    (left,) = edited.audiences
    assert left.facets == ("age_band",)
    assert [(group.values, group.people) for group in left.groups] == [((YOUNG,), 40)]
    assert not list(dangling_references(edited))


def test_counts_of_people_who_chose_exactly_these_are_added(project):
    groups = (((HEARING,), 30), ((NONE,), 20), ((HEARING, NONE), 12))
    (left,) = merge_values(
        project.with_items(audiences=(_audience(*groups),)), "disability", "none", "hearing"
    ).audiences
    assert [(group.values, group.people) for group in left.groups] == [((HEARING,), 62)]


def test_only_two_counts_of_a_facet_with_several_values_cannot_be_added(project):
    disability, age_band = project.facet("disability"), project.facet("age_band")
    both = _audience(((HEARING,), 30), ((NONE,), 20), ((YOUNG,), 40), ((MIDDLE,), 50))
    assert counted_twice(both, disability, "none", "hearing")
    assert not counted_twice(both, age_band, "16-34", "35-54")
    assert not counted_twice(_audience(((HEARING,), 30)), disability, "none", "hearing")
    assert not counted_twice(_audience(), disability, "none", "hearing")


def test_two_values_become_one_wherever_they_stand(tangled):
    edited = merge_values(tangled, "age_band", "16-34", "35-54")
    assert edited.persona(MARA).answer("age_band") == stated("age_band", "35-54")
    assert edited.experiences[0].touches == (MIDDLE, HEARING)
    assert edited.aim.minimums == (MinimumCount(value=MIDDLE, count=3),)
    assert edited.aim.implausible[0].values == (MIDDLE, HEARING)
    assert {group.values: group.people for group in edited.audiences[0].groups} == {
        (MIDDLE,): 100,
        (HEARING,): 30,
        (MIDDLE, HEARING): 23,
    }
    assert edited.pins[-1].node == MIDDLE.node
    kept = edited.facet("age_band").find_value("35-54")
    assert kept.synonyms == ("16 to 34",)
    assert edited.facet("age_band").find_value("16-34") is None
    assert not list(dangling_references(edited))


def test_who_has_both_values_has_one_with_the_qualifiers_of_both(project):
    both = Answer(
        facet="disability",
        state="stated",
        values=(
            StatedValue(value="hearing", qualifiers=("permanent",)),
            StatedValue(value="none", qualifiers=("visible",)),
        ),
    )
    merged = merge_values(set_answer(project, LENE, both), "disability", "none", "hearing")
    assert merged.persona(LENE).answer("disability").values == (
        StatedValue(value="hearing", qualifiers=("permanent", "visible")),
    )


def test_a_group_merged_into_its_own_detail_leaves_a_group(project):
    values = (
        *project.facet("disability").values,
        _detail("deaf", "hearing"),
        _detail("hard", "hearing"),
    )
    deep = set_facet_field(project, "disability", "values", values)
    merged = merge_values(deep, "disability", "hearing", "deaf").facet("disability")
    assert [(v.id, v.parent) for v in merged.values] == [
        ("none", None),
        ("deaf", None),
        ("hard", "deaf"),
    ]


def test_a_value_merged_with_itself_or_with_nothing_stays(project):
    assert merge_values(project, "age_band", "16-34", "16-34") is project
    assert merge_values(project, "age_band", "16-34", "nothing") is project


@given(data=st.data())
def test_neither_removal_nor_merging_leaves_anything_pointing_nowhere(data):
    project = _random_cast(data)
    ways = (
        lambda p: remove_facet(p, "age_band"),
        lambda p: remove_facet_value(p, "age_band", "a"),
        lambda p: merge_values(p, "age_band", "a", "b"),
        lambda p: merge_values(p, "age_band", "a", "c"),
        lambda p: merge_values(p, "age_band", "c", "b"),
    )
    edited = data.draw(st.sampled_from(ways))(project)
    assert not list(dangling_references(edited))
    for facet in edited.facets:
        groups = {value.id for value in facet.groups}
        assert all(v.parent is None or v.parent in groups for v in facet.values)


def _detail(value_id, parent):
    return FacetValue(id=value_id, label=value_id.title(), parent=parent)


def _random_cast(data):
    from personamap.domain.facet import Facet
    from personamap.domain.persona import Persona
    from personamap.domain.project import Project

    values = (
        FacetValue(id="a", label="A"),
        FacetValue(id="b", label="B", parent=data.draw(st.sampled_from([None, "a"]))),
        FacetValue(id="c", label="C", parent=data.draw(st.sampled_from([None, "a"]))),
    )
    said = st.sets(st.sampled_from("abc")).map(sorted)
    people = tuple(
        Persona(id=f"per-{n}", answers=(stated("age_band", *data.draw(said)),)) for n in range(3)
    )
    touched = tuple(ValueRef(facet="age_band", value=v) for v in data.draw(said))
    left_out = (Implausible(values=touched),)
    facet = Facet(id="age_band", label="Age", many=True, values=values)
    return Project(facets=(facet,), personas=people, aim=Aim(implausible=left_out))
