"""Who leads, errs, is harmed and is helped: identity crossed with what people do."""

from personamap.analysis.check import Need
from personamap.analysis.fixes import fixes_for
from personamap.domain.audience import Aim, CheckSetting, Threshold
from personamap.domain.facet import ValueRef
from tests.analysis.casts import answer, person
from tests.analysis.stories import AGES, GENDER, MEN, WOMEN, found, keys, scene, story

EVERYONE = scene(9, ada="", bea="", cleo="", dan="", eli="", finn="")
MEN_LEAD = (scene(1, dan="leads decides"), scene(2, eli="decides"), scene(3, finn="leads"))


def test_a_group_that_is_there_and_never_in_the_lead_is_noticed():
    (finding,) = found(story(EVERYONE, *MEN_LEAD), "never-leads")
    assert finding.key == "never-leads:gender.woman"
    assert finding.text == (
        "Gender: nobody with “Woman” leads, decides or explains. The scenes have 4 such moments, "
        "and none is given to Ada, Bea and Cleo. Is that what you intend?"
    )
    assert finding.counted == "3 of 6 people, 0 of 4 times"


def test_whoever_explains_and_neither_leads_nor_decides_is_told_so():
    (finding,) = found(story(EVERYONE, *MEN_LEAD, scene(4, ada="explains")), "never-leads")
    assert finding.title == "Gender: nobody with “Woman” leads or decides"


def test_whoever_leads_and_never_explains_is_told_under_another_key():
    scenes = [scene(n, ada="leads", dan="explains leads") for n in range(4)]
    assert keys(story(EVERYONE, *scenes), "never-leads") == {"gender.woman:explains"}


def test_a_few_moments_say_nothing_about_a_group():
    assert not found(story(EVERYONE, *MEN_LEAD[:1]), "never-leads")
    few = story(EVERYONE, *MEN_LEAD, people=(*WOMEN[:1], *MEN))
    assert not found(few, "never-leads")


def test_people_nobody_meets_are_not_said_to_be_left_out_of_the_lead():
    assert not found(story(*MEN_LEAD), "never-leads")


def test_a_project_says_how_many_moments_are_enough():
    setting = CheckSetting(check="never-leads", thresholds=(Threshold(name="times", value=3),))
    project = story(EVERYONE, *MEN_LEAD, aim=Aim(checks=(setting,)))
    assert not found(project, "never-leads")


def test_ages_read_as_a_sentence():
    old = [person(n, answer("age_band", "55plus")) for n in ("Ada", "Bea")]
    young = [person(n, answer("age_band", "16-34")) for n in ("Dan", "Eli", "Finn")]
    (finding,) = found(
        story(EVERYONE, *MEN_LEAD, *MEN_LEAD, people=(*old, *young), facets=(AGES,)), "never-leads"
    )
    assert finding.title == "Nobody who is 55plus leads, decides or explains"


def test_the_fix_lets_one_of_them_decide_where_they_already_are():
    project = story(EVERYONE, *MEN_LEAD)
    (finding,) = found(project, "never-leads")
    fixes = fixes_for(project, finding)
    assert [fix.kind for fix in fixes] == ["function"] * 3
    assert fixes[0].text == "Let Ada lead in “Scene 9”"
    woman = ValueRef(facet="gender", value="woman")
    assert finding.needs == (Need(values=(woman,), functions=("leads", "decides")),)


def test_the_same_people_are_told_once_with_everything_they_share():
    people = [p.evolve(answers=(*p.answers, answer("age_band", "55plus"))) for p in WOMEN]
    project = story(EVERYONE, *MEN_LEAD, people=(*people, *MEN), facets=(GENDER, AGES))
    (finding,) = found(project, "never-leads")
    assert finding.subjects[:2] == ("gender.woman", "age_band.55plus")
    assert "who also share 55plus" in finding.text


def test_mistakes_of_one_kind_of_people_only_are_noticed():
    project = story(EVERYONE, scene(1, ada="errs"), scene(2, bea="errs explains"))
    (finding,) = found(project, "typecast-parts")
    assert finding.text == (
        "Gender: only people with “Woman” make mistakes. It is Ada and Bea every time, and nobody "
        "else of the 6 people in the scenes. Is that what you intend?"
    )
    assert finding.counted == "2 of 2 who err; scenes: 2 and 3"


def test_one_mistake_is_a_story_and_not_a_rule():
    assert not found(story(EVERYONE, scene(1, ada="errs"), scene(2, ada="errs")), "typecast-parts")


def test_what_most_people_are_says_nothing_when_they_err():
    people = (*WOMEN, *(p.evolve(answers=WOMEN[0].answers) for p in MEN[:1]), *MEN[1:])
    project = story(EVERYONE, scene(1, ada="errs"), scene(2, bea="errs"), people=people)
    assert not found(project, "typecast-parts")


def test_a_blank_among_those_who_err_may_be_anything():
    people = (*WOMEN, *MEN, person("Gus"))
    scenes = (EVERYONE, scene(1, ada="errs"), scene(2, bea="errs"), scene(3, gus="errs"))
    assert not found(story(*scenes, people=people), "typecast-parts")
    assert found(story(*scenes[:3], people=people), "typecast-parts")


def test_in_a_large_cast_twice_the_share_is_told_as_mostly():
    women = [person(f"W{n}", answer("gender", "woman")) for n in range(10)]
    men = [person(f"M{n}", answer("gender", "man")) for n in range(20)]
    there = {p.id.removeprefix("per-"): "" for p in (*women, *men)}
    harmed = {f"w{n}": "is_harmed" for n in range(6)} | {"m0": "is_harmed"}
    (finding,) = found(story(scene(1, **there | harmed), people=(*women, *men)), "typecast-parts")
    assert finding.key == "typecast-parts:is_harmed:gender.woman"
    assert finding.text == (
        "Gender: it is mostly people with “Woman” who are harmed. They are 10 of the 30 people in "
        "the scenes. Is that what you intend?"
    )
    assert finding.counted == "6 of 7 who are harmed; scenes: 1"


def test_the_fix_lets_somebody_else_of_the_scene_make_the_mistake():
    project = story(EVERYONE, scene(1, ada="errs", dan=""), scene(2, bea="errs"))
    (finding,) = found(project, "typecast-parts")
    (fix,) = fixes_for(project, finding)
    assert fix.text == "Let Dan make the mistake in “Scene 1”, and not Ada"
    after = fix.edit(project).find_scene("scn-1")
    assert [a.functions for a in after.appearances] == [(), ("errs",)]


def test_nobody_is_to_be_harmed_for_the_sake_of_balance():
    harmed = story(EVERYONE, scene(1, ada="is_harmed"), scene(2, bea="is_harmed"))
    (finding,) = found(harmed, "typecast-parts")
    assert finding.needs == ()
