from hypothesis import given

from personamap.analysis.facet_counts import roots_of
from personamap.analysis.index import ProjectIndex
from personamap.domain.facet import Facet, FacetValue
from tests.analysis.casts import ABILITY, AGE, answer, cast, casts, person


@given(casts())
def test_values_blanks_and_words_account_for_everyone_once(project):
    index = ProjectIndex(project)
    count = index.count("age_band")
    people = [p for ids in (*count.people.values(), *count.blanks.values()) for p in ids]
    assert sorted([*people, *count.own_words]) == sorted(p.id for p in index.cast)


@given(casts())
def test_a_group_has_exactly_the_people_of_its_details_each_once(project):
    count = ProjectIndex(project).count("disability")
    seeing = {p for v in ("seeing", "low-vision", "colours") for p in count.stated[v]}
    assert set(count.of("seeing")) == seeing
    assert len(count.of("seeing")) == len(seeing)


@given(casts())
def test_only_stated_answers_of_people_in_the_cast_count(project):
    stated = {
        p.id
        for p in project.cast
        if (a := p.find_answer("age_band")) and a.state == "stated" and a.values
    }
    count = ProjectIndex(project).count("age_band")
    assert {p for people in count.people.values() for p in people} == stated


def test_a_value_under_a_blank_is_not_counted():
    withheld = person("Jo", answer("age_band", "16-34", state="withheld"))
    count = ProjectIndex(cast(withheld)).count("age_band")
    assert count.of("16-34") == ()
    assert count.blanks["withheld"] == ("per-jo",)


def test_an_answer_in_own_words_alone_is_neither_a_value_nor_a_blank():
    count = ProjectIndex(cast(person("Jo", answer("age_band", words="old enough")))).count(
        "age_band"
    )
    assert count.own_words == ("per-jo",)
    assert not any(count.blanks.values())


def test_a_stated_answer_with_nothing_in_it_is_undecided():
    count = ProjectIndex(cast(person("Jo", answer("age_band")))).count("age_band")
    assert count.blanks["undecided"] == ("per-jo",)


def test_pronouns_inactive_and_uncounted_facets_are_never_counted():
    pronouns = AGE.evolve(id="pronouns")
    off, plain = AGE.evolve(id="off", active=False), AGE.evolve(id="plain", counted=False)
    index = ProjectIndex(cast(facets=(pronouns, off, plain, ABILITY)))
    assert list(index.counts) == ["disability"]


def test_values_whose_parents_run_in_a_circle_stand_for_themselves():
    facet = Facet(
        id="odd",
        label="Odd",
        values=(
            FacetValue(id="a", label="A", parent="b"),
            FacetValue(id="b", label="B", parent="a"),
            FacetValue(id="c", label="C", parent="gone"),
        ),
    )
    assert roots_of(facet) == {"a": "a", "b": "b", "c": "c"}
