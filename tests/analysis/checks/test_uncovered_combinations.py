"""Which combinations are missed, why, and what is proposed."""

from hypothesis import given
from hypothesis import strategies as st

from personamap.analysis.checks.uncovered_combinations import UNCOVERED_COMBINATIONS
from personamap.analysis.coverage import check_coverage
from personamap.analysis.fixes import fixes_for
from personamap.domain.audience import (
    Aim,
    Audience,
    AudienceGroup,
    CheckSetting,
    FacetPair,
    Implausible,
    Threshold,
)
from personamap.domain.facet import Facet, FacetValue, ValueRef
from tests.analysis.casts import answer, cast, casts, person


def facet(name, *values, **fields):
    return Facet(
        id=name,
        label=name.title(),
        values=tuple(FacetValue(id=v, label=v.title()) for v in values),
        **fields,
    )


GENDER = facet("gender", "woman", "man")
LEVEL = facet("level", "member", "lead")
SHIFT = facet("shift", "day", "night")


def people(*said, facets=("gender", "level")):
    """Somebody for each line of values, such as "woman lead"; a dash is a blank."""
    return [
        person(
            f"P{number}",
            *(answer(f, v) for f, v in zip(facets, line.split(), strict=True) if v != "-"),
        )
        for number, line in enumerate(said)
    ]


SPLIT = people("woman member", "woman member", "man lead", "man lead", "man member")


def staff(**groups):
    """An audience counted on gender and level."""
    counted = tuple(
        AudienceGroup(
            values=tuple(
                ValueRef(facet=f, value=v)
                for f, v in zip(("gender", "level"), name.split("_"), strict=True)
            ),
            people=count,
        )
        for name, count in groups.items()
    )
    return Audience(id="aud-staff", people=sum(groups.values()), groups=counted)


def together(*nodes, reason=""):
    pairs = (node.split(".") for node in nodes)
    return Implausible(values=tuple(ValueRef(facet=f, value=v) for f, v in pairs), reason=reason)


def wanting(**numbers):
    thresholds = tuple(Threshold(name=name, value=value) for name, value in numbers.items())
    return (CheckSetting(check=UNCOVERED_COMBINATIONS.id, thresholds=thresholds),)


def missed(*personas, facets=(GENDER, LEVEL), **parts):
    report = check_coverage(cast(*personas, facets=facets, **parts), (UNCOVERED_COMBINATIONS,))
    return [finding for finding in report.findings if finding.check == UNCOVERED_COMBINATIONS.id]


def keys(*personas, **parts):
    findings = missed(*personas, **parts)
    return {f.key.removeprefix("uncovered-combinations:") for f in findings}


def test_values_that_many_have_and_that_never_meet_are_a_note():
    apart = people(*["woman member"] * 3, *["man lead"] * 3)
    finding, mirrored = missed(*apart)
    assert finding.severity == mirrored.severity == "note"
    assert finding.key == "uncovered-combinations:gender.woman+level.lead"
    assert finding.text == (
        "Nobody has both “Woman” and “Lead”. The cast has 3 with Woman (Gender) and 3 with Lead "
        "(Level); by these numbers alone, one could expect somebody with both. "
        "Is that what you intend?"
    )
    assert finding.counted == "0 of 6 people"
    (need,) = finding.needs
    assert [value.node for value in need.values] == ["gender.woman", "level.lead"]


def test_rare_values_that_do_not_meet_are_nothing_special():
    assert keys(*SPLIT) == set()
    assert keys(*SPLIT, aim=Aim(checks=wanting(expected=0))) == {"gender.woman+level.lead"}


def test_what_chance_alone_keeps_apart_in_a_fifth_of_such_casts_is_not_told():
    apart = people("woman member", "woman member", "man lead", "man lead", "man lead", "man member")
    assert keys(*apart) == set()
    assert "gender.woman+level.lead" in keys(*apart, aim=Aim(checks=wanting(expected=1)))


def test_what_the_course_aims_for_is_a_gap_however_rare():
    aim = Aim(pairs=(FacetPair(first="level", second="gender"),))
    facets = (GENDER, LEVEL, SHIFT.evolve(starred=True))
    (finding,) = missed(*SPLIT, facets=facets, aim=aim)
    assert (finding.severity, finding.key.endswith("gender.woman+level.lead")) == ("gap", True)
    assert "This course aims for these facets to meet" in finding.sentence


def test_two_starred_values_are_a_gap_and_one_star_is_not_enough():
    def starred(old, *values):
        return old.evolve(values=tuple(v.evolve(starred=v.id in values) for v in old.values))

    one = (starred(GENDER, "woman"), LEVEL)
    assert keys(*SPLIT, facets=one) == set()
    both = (starred(GENDER, "woman"), starred(LEVEL, "lead"))
    (finding,) = missed(*SPLIT, facets=both)
    assert finding.severity == "gap"
    assert "Each of them matters for this course" in finding.sentence


def test_what_the_audience_has_is_a_gap_in_counts():
    audience = staff(woman_lead=30, woman_member=400, man_lead=70, man_member=100)
    (finding,) = missed(*SPLIT, audiences=(audience,))
    assert finding.severity == "gap"
    assert finding.evidence["audience"] == 30
    assert "30 of the 600 people who will take the course do." in finding.sentence


def test_what_the_audience_hardly_has_is_not_expected_by_numbers_alone():
    apart = people(*["woman member"] * 3, *["man lead"] * 3)
    audience = staff(woman_lead=10, woman_member=590, man_lead=600)
    assert keys(*apart, audiences=(audience,)) == set()
    uncounted = staff().evolve(people=1_200)
    assert keys(*apart, audiences=(uncounted,)) == {
        "gender.man+level.member",
        "gender.woman+level.lead",
    }


def test_a_value_nobody_has_is_not_told_again_in_combinations():
    aim = Aim(checks=wanting(expected=0))
    assert keys(*people("woman member", "woman member"), aim=aim) == set()


def test_implausible_combinations_are_left_out_and_counted():
    apart = people(*["woman member"] * 3, *["man lead"] * 3)
    aim = Aim(implausible=(together("gender.man", "level.member"),))
    (finding,) = missed(*apart, aim=aim)
    assert finding.key == "uncovered-combinations:gender.woman+level.lead"
    assert finding.counted == "0 of 6 people; left out as implausible: 1"
    bare = next(f for f in missed(*apart) if f.key == finding.key)
    assert bare.digest == finding.digest


def test_a_higher_level_joins_three_facets_and_tells_only_the_shortest():
    lines = ("woman lead day", "woman member night", "man lead night")
    crew = people(*lines, facets=("gender", "level", "shift"))
    facets = (GENDER, LEVEL, SHIFT)
    every = wanting(expected=0)
    pairs = keys(*crew, facets=facets, aim=Aim(checks=every))
    assert pairs == {"gender.man+level.member", "gender.man+shift.day", "level.member+shift.day"}
    triples = missed(*crew, facets=facets, aim=Aim(level=3, checks=every))
    (longest,) = [f for f in triples if "shift" in f.key and f.key.count("+") == 2]
    assert longest.key.endswith("gender.woman+level.lead+shift.night")
    assert longest.title == "Nobody has all of Woman (Gender), Lead (Level) and Night (Shift)"
    assert "some of these values meet, but never all of them" in longest.sentence


def test_more_people_can_be_wanted():
    aim = Aim(checks=wanting(people=2, expected=0.5))
    mixed = people("woman lead", "woman lead", "woman member", "man member", "man lead")
    titles = {f.title for f in missed(*mixed, aim=aim)}
    assert "1 of at least 2 with Woman (Gender) and Member (Level)" in titles


def test_a_starred_detail_stands_for_itself():
    values = (
        FacetValue(id="seeing", label="Seeing"),
        FacetValue(id="blind", label="Blind", parent="seeing", starred=True),
        FacetValue(id="none", label="None"),
    )
    ability = Facet(id="ability", label="Ability", values=values)
    starred = LEVEL.evolve(values=tuple(v.evolve(starred=True) for v in LEVEL.values))
    crew = people("blind member", "seeing lead", "none lead", facets=("ability", "level"))
    assert keys(*crew, facets=(ability, starred)) == {"ability.blind+level.lead"}


def test_a_starred_detail_of_a_group_that_few_have_is_searched_like_any_other():
    values = (
        FacetValue(id="seeing", label="Seeing"),
        FacetValue(id="blind", label="Blind", parent="seeing", starred=True),
        FacetValue(id="none", label="None"),
    )
    ability = Facet(id="ability", label="Ability", values=values)
    starred = LEVEL.evolve(values=tuple(v.evolve(starred=True) for v in LEVEL.values))
    crew = people("blind member", "none member", "none lead", facets=("ability", "level"))
    aim = Aim(checks=wanting(expected=3))
    assert keys(*crew, facets=(ability, starred), aim=aim) == {"ability.blind+level.lead"}
    unthinkable = aim.evolve(implausible=(together("ability.blind", "level.lead"),))
    assert keys(*crew, facets=(ability, starred), aim=unthinkable) == set()


@given(casts(), st.sets(st.sampled_from(("16-34", "55plus", "low-vision", "colours", "hearing"))))
def test_any_values_can_be_starred_groups_details_or_both(project, stars):
    facets = tuple(
        f.evolve(values=tuple(v.evolve(starred=v.id in stars) for v in f.values))
        for f in project.facets
    )
    aim = project.aim.evolve(level=3, checks=wanting(expected=2))
    starred = project.with_items(facets=facets, aim=aim)
    for finding in check_coverage(starred, (UNCOVERED_COMBINATIONS,)).findings:
        assert all(value.node.split(".")[1] in stars for value in finding.needs[0].values) or (
            "by these numbers alone" in finding.sentence.lower()
        )


def test_a_free_blank_of_whoever_has_the_other_value_comes_first():
    crew = people("woman member", "woman -", "man lead", "man lead", "- -")
    aim = Aim(checks=wanting(expected=0))
    project = cast(*crew, facets=(GENDER, LEVEL), aim=aim)
    finding = next(f for f in missed(*crew, aim=aim) if f.key.endswith("gender.woman+level.lead"))
    fixes = fixes_for(project, finding)
    assert [fix.kind for fix in fixes] == ["fill", "fill", "add"]
    assert fixes[0].text == "Fill in a blank – P1: Lead (Level)"
    assert fixes[1].text == "Fill in – P4: Woman (Gender) and P4: Lead (Level)"


def test_a_fix_never_says_what_is_held_to_be_implausible():
    lines = ("woman member day", "woman - night", "man lead day", "man lead night")
    crew = people(*lines, facets=("gender", "level", "shift"))
    facets = (GENDER, LEVEL, SHIFT)
    aim = Aim(checks=wanting(expected=0), implausible=(together("level.lead", "shift.night"),))
    project = cast(*crew, facets=facets, aim=aim)
    (finding,) = [
        f for f in missed(*crew, facets=facets, aim=aim) if f.key.endswith("woman+level.lead")
    ]
    assert [fix.kind for fix in fixes_for(project, finding)] == ["add"]


@given(casts(), st.integers(1, 4), st.sampled_from((0.0, 1.0)))
def test_every_fix_closes_its_combination_and_no_finding_stands_twice(project, level, expected):
    aim = project.aim.evolve(level=level, checks=wanting(expected=expected))
    project = project.with_items(aim=aim)
    findings = check_coverage(project, (UNCOVERED_COMBINATIONS,)).findings
    assert len({finding.key for finding in findings}) == len(findings)
    for finding in findings[:2]:
        for fix in fixes_for(project, finding):
            assert finding.key in fix.closes
