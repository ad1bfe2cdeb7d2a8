"""Who leads, errs, is harmed and is helped: identity crossed with what people do."""

from personamap.analysis.check import Need
from personamap.analysis.fixes import fixes_for
from personamap.domain.audience import Aim, CheckSetting, Threshold
from personamap.domain.facet import ValueRef
from tests.analysis.casts import answer, person
from tests.analysis.stories import AGES, GENDER, LEVELS, MEN, WOMEN, found, keys, scene, story

EVERYONE = scene(9, ada="", bea="", cleo="", dan="", eli="", finn="")
MEN_LEAD = (scene(1, dan="leads decides"), scene(2, eli="decides"), scene(3, finn="leads"))


def test_a_group_that_is_there_and_never_in_the_lead_is_noticed():
    (finding,) = found(story(EVERYONE, *MEN_LEAD), "never-leads")
    assert finding.key == "never-leads:gender.woman"
    assert finding.text == (
        "Gender: nobody with “Woman” leads, decides or explains. It happens 4 times in the "
        "scenes, and never through Ada, Bea and Cleo. Is that what you intend?"
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


def test_a_group_below_the_leading_levels_is_noticed():
    women = [person(n, answer("gender", "woman"), answer("level", "senior")) for n in "abcd"]
    men = [person(n, answer("gender", "man"), answer("level", "manager")) for n in "xyz"]
    project = story(people=(*women, *men), facets=(GENDER, LEVELS))
    (finding,) = found(project, "not-in-leadership")
    assert finding.text == (
        "Gender: nobody with “Woman” is in leadership. At “Team-lead” and above there are x, y "
        "and z. a, b, c and d work below. Is that what you intend?"
    )
    assert finding.counted == "0 of 3 in leadership, 4 of 7 in the cast"


def test_a_blank_level_can_become_a_leading_one_and_a_stated_one_stays():
    people = [
        *(person(n, answer("gender", "woman"), answer("level", "senior")) for n in "abc"),
        *(person(n, answer("gender", "man"), answer("level", "manager")) for n in "xyz"),
        person("d", answer("gender", "woman"), answer("level", state="open")),
    ]
    project = story(people=people, facets=(GENDER, LEVELS))
    (finding,) = found(project, "not-in-leadership")
    fixes = fixes_for(project, finding)
    assert [fix.kind for fix in fixes] == ["fill", "add"]
    assert fixes[0].text == "Fill in a blank – d: Team-lead (Organisational level)"


def test_one_leader_alone_says_nothing_about_groups():
    women = [person(n, answer("gender", "woman"), answer("level", "senior")) for n in "abcd"]
    boss = person("x", answer("gender", "man"), answer("level", "manager"))
    assert not found(story(people=(*women, boss), facets=(GENDER, LEVELS)), "not-in-leadership")


def test_a_level_that_is_no_scale_says_nothing_about_leadership():
    people = [
        *(person(n, answer("gender", "woman"), answer("level", "senior")) for n in "abcd"),
        *(person(n, answer("gender", "man"), answer("level", "manager")) for n in "xyz"),
    ]
    flat = LEVELS.evolve(ordered=False)
    assert found(story(people=people, facets=(GENDER, LEVELS)), "not-in-leadership")
    assert not found(story(people=people, facets=(GENDER, flat)), "not-in-leadership")


def test_whoever_is_harmed_twice_and_decides_nothing_is_noticed():
    jo = person("Jo", answer("gender", "non-binary"))
    scenes = (scene(1, jo="is_harmed"), scene(2, jo="asks"), scene(3, jo="is_harmed explains"))
    (finding,) = found(story(*scenes, people=(*WOMEN, *MEN, jo)), "one-sided-parts")
    assert finding.text == (
        "Jo is harmed twice and decides nothing. Nobody else has Non-binary, so this one part "
        "easily stands for everyone who does. It is all Jo has to do in 3 scenes. "
        "Is that what you intend?"
    )
    assert finding.counted == "harmed in scenes: 1 and 3"
    decided = story(*scenes, scene(4, jo="decides"), people=(*WOMEN, *MEN, jo))
    assert not found(decided, "one-sided-parts")


def test_a_part_is_rounded_by_one_thing_more_to_do():
    project = story(scene(1, ada="errs"), scene(2, ada="errs", dan="helps"))
    (finding,) = found(project, "one-sided-parts")
    assert finding.title == "Ada does wrong twice and nothing else"
    assert {fix.text for fix in fixes_for(project, finding)} == {
        "Let Ada learn something in “Scene 1”",
        "Let Ada help in “Scene 1”",
        "Let Ada explain in “Scene 1”",
    }


def test_only_the_weightiest_one_sided_part_of_a_person_is_told():
    helped = [scene(n, ada="is_helped is_harmed asks") for n in (1, 2, 3)]
    (finding,) = found(story(*helped), "one-sided-parts")
    assert finding.title == "Ada is harmed 3 times and decides nothing"


def test_helped_asking_and_standing_by_are_noticed_too():
    scenes = [scene(n, ada="is_helped", dan="asks learns", eli="background") for n in (1, 2)]
    titles = {finding.title for finding in found(story(*scenes), "one-sided-parts")}
    assert titles == {
        "Ada is helped twice and gives nothing back",
        "Dan asks twice and never knows",
        "Eli is only ever in the background",
    }


LESSONS = (
    scene(1, dan="explains", ada="learns"),
    scene(2, eli="explains", bea="asks"),
    scene(3, dan="explains", bea="learns"),
)


def test_knowing_that_flows_one_way_between_groups_is_noticed():
    (finding,) = found(story(*LESSONS), "one-way-teaching")
    assert finding.key == "one-way-teaching:gender.man:woman"
    assert finding.text == (
        "Gender: “Man” explains to “Woman”, never the other way round. Dan and Eli explain, and "
        "Ada and Bea learn or ask there. Is that what you intend?"
    )
    back = scene(4, ada="explains", eli="asks")
    assert not found(story(*LESSONS, back), "one-way-teaching")


def test_one_teacher_is_a_person_and_no_pattern():
    same = [scene(n, dan="explains", ada="learns", bea="asks") for n in (1, 2, 3, 4)]
    assert not found(story(*same), "one-way-teaching")


def test_on_a_scale_only_the_direction_matters():
    ages = {"dan": "55plus", "eli": "55plus", "ada": "16-34", "bea": "35-54"}
    people = [person(n.capitalize(), answer("age_band", age)) for n, age in ages.items()]
    (finding,) = found(story(*LESSONS, people=people, facets=(AGES,)), "one-way-teaching")
    assert finding.key == "one-way-teaching:age_band.down:up"
    assert finding.title == "Age band: nobody explains to anybody further up the scale"


def test_a_lesson_can_be_turned_round():
    together = scene(4, dan="", ada="")
    project = story(*LESSONS, together)
    (finding,) = found(project, "one-way-teaching")
    fix = fixes_for(project, finding)[0]
    assert fix.text == "Let Ada explain something to Dan in “Scene 1”"
    assert fix.kind == "function"
