"""What each check notices, and what it leaves alone."""

from personamap.analysis.coverage import check_coverage
from personamap.domain.audience import Aim, MinimumCount
from personamap.domain.experience import Experience, Relationship
from personamap.domain.facet import ValueRef
from personamap.domain.scene import Appearance, Scene
from tests.analysis.casts import ABILITY, AGE, answer, audience, cast, person

JO = person("Jo", answer("age_band", "16-34"))


def found(project, check):
    return [f for f in check_coverage(project).findings if f.check == check]


def keys(project, check):
    return {finding.key.removeprefix(f"{check}:") for finding in found(project, check)}


def test_every_value_of_a_starred_facet_is_missed():
    assert keys(cast(JO), "missing-values") == {"age_band.35-54", "age_band.55plus"}


def test_a_starred_detail_of_an_unstarred_facet_is_missed():
    values = tuple(v.evolve(starred=v.id == "low-vision") for v in ABILITY.values)
    project = cast(JO, facets=(ABILITY.evolve(values=values),))
    assert keys(project, "missing-values") == {"disability.low-vision"}


def test_an_aim_asks_for_more_than_one():
    aim = Aim(minimums=(MinimumCount(value=ValueRef(facet="age_band", value="16-34"), count=2),))
    finding = next(f for f in found(cast(JO, aim=aim), "missing-values") if "16-34" in f.key)
    assert finding.evidence["count"] == 1
    assert finding.evidence["wanted"] == 2


def test_a_value_of_the_audience_is_missed_in_counts():
    staff = audience("age_band", **{"16_34": 920, "35_54": 312, "55plus": 8})
    project = cast(JO, facets=(AGE.evolve(starred=False),), audiences=(staff,))
    (finding,) = found(project, "missing-values")
    assert finding.text == (
        "Nobody is 35-54. 312 of the 1,240 people who will take the course are. "
        "Is that what you intend?"
    )
    assert finding.counted == "0 people, 312 in the audience"


def test_the_only_one_is_noticed_in_a_small_cast_and_not_in_a_large_one():
    facets = (ABILITY.evolve(starred=True),)
    others = [person(f"P{n}", answer("disability", "none")) for n in range(4)]
    deaf = person("Jo", answer("disability", "hearing"))
    small = cast(deaf, *others, facets=facets)
    assert keys(small, "only-one") == {"disability.hearing"}
    more = [person(f"Q{n}", answer("disability", "none")) for n in range(5)]
    assert not keys(cast(deaf, *others, *more, facets=facets), "only-one")


def test_standing_alone_on_a_scale_is_nothing_special():
    ages = [person(f"P{n}", answer("age_band", v)) for n, v in enumerate(("16-34", "35-54"))]
    assert not keys(
        cast(*ages, person("Ida", answer("age_band", "55plus")), facets=(AGE,)), "only-one"
    )


def test_withheld_and_undisclosed_answers_are_decisions_and_not_asked_about():
    quiet = [
        person("Jo", answer("age_band", state="withheld")),
        person("Mara", answer("age_band", state="undisclosed")),
    ]
    assert not keys(cast(*quiet, facets=(AGE,)), "blanks")
    assert keys(cast(*quiet, person("Idris"), facets=(AGE,)), "blanks") == {"age_band"}


def test_blanks_on_a_facet_without_a_star_are_told_from_half_of_the_cast():
    none = answer("disability", "none")
    one = cast(person("Jo", none), person("Mara", none), person("Idris"), facets=(ABILITY,))
    assert not keys(one, "blanks")
    assert keys(cast(person("Jo", none), person("Idris"), facets=(ABILITY,)), "blanks")


def test_a_person_with_answers_and_no_life_is_thin():
    whole = person("Mara", answer("age_band", "16-34"), goals=("Lead the night shift",))
    assert keys(cast(JO, whole, person("Idris")), "thin-personas") == {"per-jo"}


def test_cutting_a_sole_carrier_is_counted():
    facets = tuple(AGE.evolve(id=f"facet{n}", starred=False) for n in range(4))
    carrier = person("Jo", *(answer(f"facet{n}", "55plus") for n in range(4)))
    others = [
        person(name, *(answer(f"facet{n}", "16-34") for n in range(4))) for name in ("Mara", "Ida")
    ]
    (finding,) = found(cast(carrier, *others, facets=facets), "sole-carriers")
    assert finding.key == "sole-carriers:per-jo"
    assert finding.title == "Without Jo the cast loses 4 of its 8 values"


def test_a_course_without_scenes_gets_one_soft_note():
    (finding,) = found(cast(JO, person("Mara")), "unseen-personas")
    assert finding.severity == "note"


def test_somebody_in_no_scene_is_noticed():
    scenes = (Scene(id="scn-x", appearances=(Appearance(persona="per-jo"),)),)
    assert keys(cast(JO, person("Mara"), scenes=scenes), "unseen-personas") == {"per-mara"}


def test_a_tie_connects_both_ends_and_leaves_the_third_alone():
    tie = Relationship(id="rel-x", source="per-jo", target="per-mara")
    project = cast(JO, person("Mara"), person("Idris"), relationships=(tie,))
    assert keys(project, "unconnected-personas") == {"per-idris"}


def test_one_person_alone_is_not_called_unconnected():
    assert not found(cast(JO), "unconnected-personas")


def test_names_that_sound_alike_are_noticed_once():
    people = [person("Mara"), person("Moira"), person("Jon"), person("Idris")]
    (finding,) = found(cast(*people), "similar-names")
    assert finding.title == "Mara and Moira sound alike"


def test_first_letters_are_compared_in_any_script_and_with_their_marks():
    names = ("O\u0308zlem", "Öykü", "李娜", "李伟", "Omar")
    people = [person(name, id=f"per-{n}") for n, name in enumerate(names)]
    named = {f.subjects for f in found(cast(*people), "similar-names")}
    assert named == {("per-0", "per-1"), ("per-2", "per-3")}


def test_titles_are_no_names_and_a_call_name_is():
    names = ("Dr. Amara Okafor", "Dr Idris Bello", "Wim")
    people = [person(name, id=f"per-{n}") for n, name in enumerate(names)]
    billie = person("Wilhelmina", called="Billie")
    assert not found(cast(*people, billie), "similar-names")


def test_a_reference_that_leads_nowhere_is_a_finding_and_can_be_removed():
    scenes = (Scene(id="scn-x", appearances=(Appearance(persona="per-gone"),)),)
    lost = person("Mara", answer("age_band", "ninety"), answer("shoe_size", "42"), lived=("exp-x",))
    assert keys(cast(lost, scenes=scenes), "dangling-references") == {
        "scn-x:per-gone",
        "per-mara:age_band.ninety",
        "per-mara:shoe_size",
        "per-mara:shoe_size.42",
        "per-mara:exp-x",
    }


def test_a_whole_project_has_no_dangling_reference():
    project = cast(person("Mara", lived=("exp-rules",)), experiences=(Experience(id="exp-rules"),))
    assert not found(project, "dangling-references")
