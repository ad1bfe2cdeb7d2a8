"""What nearly everybody is, what few are, and who does all the work of being different."""

import pytest

from personamap.analysis.fixes import fixes_for
from personamap.domain.facet import Facet, FacetValue
from tests.analysis.casts import ABILITY, answer, audience, cast, person
from tests.analysis.stories import AGES, GENDER, LEVELS, found, keys


def people(facet, **counts):
    """So many people with each value of a facet."""
    return [
        person(f"{value}{n}", answer(facet, value.replace("_", "-")))
        for value, count in counts.items()
        for n in range(count)
    ]


def test_a_small_cast_in_which_all_are_alike_is_told_in_counts():
    (finding,) = found(cast(*people("gender", man=6), facets=(GENDER,)), "dominating-value")
    assert finding.text == (
        "Gender: all 6 have “Man”. Nobody answers anything else. Is that what you intend?"
    )
    assert finding.severity == "imbalance"


def test_whoever_is_the_only_other_one_is_told_by_another_check():
    project = cast(*people("gender", man=6, woman=1), facets=(GENDER,))
    assert not found(project, "dominating-value")
    assert keys(project, "only-one") == {"gender.woman"}


def test_on_a_scale_the_only_other_one_is_nothing_special_and_the_many_are():
    project = cast(*people("age_band", **{"35_54": 6, "55plus": 1}), facets=(AGES,))
    (finding,) = found(
        cast(*[p.evolve(id=f"per-{n}") for n, p in enumerate(project.personas)], facets=(AGES,)),
        "dominating-value",
    )
    assert finding.title == "6 of 7 are 35-54"
    assert not found(project, "only-one")


@pytest.mark.parametrize(
    ("men", "women", "severity"),
    [(17, 3, "imbalance"), (14, 6, "note"), (12, 8, None)],
)
def test_large_casts_are_held_against_the_bands_of_kanter(men, women, severity):
    project = cast(*people("gender", man=men, woman=women), facets=(GENDER,))
    assert [f.severity for f in found(project, "dominating-value")] == [severity] * bool(severity)


def test_shares_are_told_for_large_casts():
    project = cast(*people("gender", man=17, woman=3), facets=(GENDER,))
    (finding,) = found(project, "dominating-value")
    assert finding.text == (
        "Gender: 17 of 20 have “Man”. That is 85 in a hundred. The other 3 easily stand for their "
        "kind. Is that what you intend?"
    )
    assert not found(project, "few-of-a-kind")


def test_what_is_as_common_in_the_audience_is_not_asked_about():
    men = people("gender", man=9, woman=2)
    for in_audience, told in ((900, False), (500, True)):
        staff = audience("gender", man=in_audience, woman=1000 - in_audience)
        project = cast(*men, facets=(GENDER,), audiences=(staff,))
        assert bool(found(project, "dominating-value")) is told


def test_whoever_has_several_values_is_not_of_one_kind():
    both = [person(f"P{n}", answer("disability", "seeing", "hearing")) for n in range(6)]
    assert not found(cast(*both, facets=(ABILITY,)), "dominating-value")


def test_a_majority_ends_with_enough_people_of_another_kind():
    blank = [person(f"Q{n}", answer("gender", state="open")) for n in range(2)]
    project = cast(*people("gender", man=6, woman=2), *blank[:1], facets=(GENDER,))
    (finding,) = found(project, "dominating-value")
    fixes = fixes_for(project, finding)
    assert fixes[0].kind == "fill"
    (need,) = finding.needs
    assert (need.values[0].value, need.count) == ("non-binary", 1)


def test_few_of_a_kind_are_noticed_in_a_large_cast_and_not_in_a_small_one():
    project = cast(*people("gender", man=8, woman=7, non_binary=1), facets=(GENDER,))
    (finding,) = found(project, "few-of-a-kind")
    assert finding.text == (
        "non_binary0 is the only one of 16 with “Non-binary”. Gender: that is 6 in a hundred. "
        "Whoever is of so few easily stands for all of them. Is that what you intend?"
    )
    assert [fix.kind for fix in fixes_for(project, finding)] == ["add"]
    small = cast(*people("gender", man=4, woman=3, non_binary=1), facets=(GENDER,))
    assert not found(small, "few-of-a-kind")


def test_where_there_are_many_values_being_rare_is_nothing_special():
    many = Facet(
        id="ethnicity",
        label="Ethnic group",
        values=tuple(FacetValue(id=f"v{n}", label=f"V{n}") for n in range(10)),
    )
    evenly = {f"v{n}": 2 for n in range(10)}
    assert not found(cast(*people("ethnicity", **evenly), facets=(many,)), "few-of-a-kind")


def facets_of_two(count):
    values = (FacetValue(id="usual", label="Usual"), FacetValue(id="other", label="Other"))
    return tuple(Facet(id=f"facet{n}", label=f"Facet {n}", values=values) for n in range(count))


def who(name, *others, of=4):
    values = ("other" if n in others else "usual" for n in range(of))
    return person(name, *(answer(f"facet{n}", value) for n, value in enumerate(values)))


def test_one_person_with_most_of_the_differences_is_noticed():
    project = cast(
        who("Jo", 0, 1, 2), who("Ada", 3), who("Ben"), who("Cy"), facets=facets_of_two(4)
    )
    (finding,) = found(project, "most-differences")
    assert finding.title == "Jo carries 3 of the 4 differences in the cast"
    assert finding.subjects[1:] == ("facet0.other", "facet1.other", "facet2.other")


def test_differences_that_several_share_are_nobodys_work():
    project = cast(
        who("Jo", 0, 1, 2),
        who("Ada", 3, 1),
        who("Ben", 2),
        who("Cy"),
        who("Di"),
        facets=facets_of_two(4),
    )
    assert not found(project, "most-differences")


def test_differences_are_spread_by_blanks_first():
    blank = person("Di", *(answer(f"facet{n}", state="open") for n in range(3)))
    others = (who("Ada", 3), who("Ben"), who("Cy"))
    project = cast(who("Jo", 0, 1, 2), *others, blank, facets=facets_of_two(4))
    (finding,) = found(project, "most-differences")
    fixes = fixes_for(project, finding)
    assert [fix.kind for fix in fixes] == ["fill", "add"]


def test_a_scale_makes_no_difference():
    levels = [person(f"P{n}", answer("level", "senior")) for n in range(5)]
    odd = person("Jo", answer("level", "director"))
    assert not found(cast(odd, *levels, facets=(LEVELS,)), "most-differences")
