"""The facet packs are defined, sourced and unambiguous."""

from collections import Counter

import pytest

from personamap.services.facet_packs import DEFAULT_PACKS, FacetPack, packs

PACKS = packs()
FACETS = [facet for pack in PACKS for facet in pack.facets]
EVERY_FACET = pytest.mark.parametrize("facet", FACETS, ids=lambda facet: facet.id)


def test_the_packs_are_the_ones_projects_start_with_and_more():
    assert {pack.id for pack in PACKS} == {"identity", "ethnicity-us", "ethnicity-uk", "work"}
    assert set(DEFAULT_PACKS) <= {pack.id for pack in PACKS}


def test_no_two_packs_define_the_same_facet():
    assert not [facet for facet, times in Counter(f.id for f in FACETS).items() if times > 1]


def test_pronouns_are_not_a_facet():
    words = {word for facet in FACETS for word in (facet.id, facet.label.casefold())}
    assert not [word for word in words if "pronoun" in word]


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.id)
def test_every_pack_says_what_it_is_for(pack: FacetPack):
    assert pack.label
    assert pack.help.endswith(".")
    assert all(facet.pack == pack.id for facet in pack.facets)


@EVERY_FACET
def test_every_facet_names_a_public_standard_or_says_that_the_list_is_our_own(facet):
    standard = facet.standard
    assert facet.help.endswith(".")
    if standard.name.startswith("Own list"):
        return
    assert standard.region
    assert standard.version
    assert standard.url.startswith("https://")


@EVERY_FACET
def test_every_value_and_qualifier_is_defined_in_a_sentence(facet):
    options = [option for qualifier in facet.qualifiers for option in qualifier.options]
    assert facet.values
    assert [one.id for one in (*facet.values, *options) if not one.definition.endswith(".")] == []


@EVERY_FACET
def test_details_roll_up_into_a_group_of_the_first_level(facet):
    groups = {value.id for value in facet.groups}
    assert [v.id for v in facet.values if v.parent and v.parent not in groups] == []


@EVERY_FACET
def test_ids_are_unique_and_no_word_means_two_values(facet):
    options = [option for qualifier in facet.qualifiers for option in qualifier.options]
    for choices in (facet.values, options):
        assert len({choice.id for choice in choices}) == len(choices)
        words = Counter(
            word
            for choice in choices
            for word in {w.casefold() for w in (choice.label, *choice.synonyms)}
        )
        assert [word for word, times in words.items() if times > 1 or not word.strip()] == []


def test_saying_that_there_is_none_is_a_value_and_not_a_blank():
    facets = {facet.id: facet for facet in FACETS}
    assert facets["disability"].find_value("none")
    assert facets["religion"].find_value("no-religion")
    assert facets["caregiving"].find_value("no-care")


def test_the_standards_are_complete():
    facets = {facet.id: facet for facet in FACETS}
    uk = facets["ethnicity_uk"]
    assert len(uk.groups) == 5
    assert len(uk.values) - len(uk.groups) == 19
    assert len(facets["ethnicity_us"].groups) == 7
    assert len(facets["job_family"].values) == 10
    assert len(facets["religion"].values) == 8
    washington = {"seeing", "hearing", "mobility", "cognition", "self-care", "communication"}
    assert washington <= {value.id for value in facets["disability"].groups}


def test_what_matters_in_few_courses_is_switched_off_at_first():
    assert {facet.id for facet in FACETS if not facet.active} == {"body_size", "veteran"}
