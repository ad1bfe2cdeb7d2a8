from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct

from personamap.domain.audience import CheckSetting, FacetPair, Implausible, Threshold
from personamap.domain.facet import ValueRef
from personamap.domain.project import Project
from personamap.edits.aims import (
    add_implausible,
    remove_implausible,
    set_checks,
    set_level,
    set_minimum,
    set_pairs,
    set_stars,
    set_what_matters,
    switch_check_off,
)

OLDEST = ValueRef(facet="age_band", value="55plus")
HEARING = ValueRef(facet="disability", value="hearing")


def test_stars_are_put_on_exactly_what_matters(project):
    after = set_stars(project, {"disability"}, {OLDEST})
    assert [facet.id for facet in after.facets if facet.starred] == ["disability"]
    assert after.facet("age_band").find_value("55plus").starred
    assert not after.facet("disability").find_value("hearing").starred


def test_stars_that_are_there_already_change_nothing(project):
    starred = set_stars(project, {"age_band"}, {OLDEST})
    assert set_stars(starred, {"age_band"}, {OLDEST}) is starred
    assert set_stars(starred, {"age_band"}, set()).facet("disability") is project.facet(
        "disability"
    )


def test_a_star_on_what_is_not_there_is_left_out(project):
    gone = ValueRef(facet="age_band", value="gone")
    assert set_stars(project, {"age_band", "gone"}, {gone}) is project


def test_a_pair_is_kept_once_whichever_facet_comes_first(project):
    one = FacetPair(first="age_band", second="disability")
    other = FacetPair(first="disability", second="age_band")
    assert set_pairs(project, [one, other]).aim.pairs == (one,)


def test_a_minimum_is_set_changed_and_taken_back(project):
    two = set_minimum(project, OLDEST, 2)
    assert two.aim.minimums[0].count == 2
    assert set_minimum(two, OLDEST, 2) is two
    assert [m.count for m in set_minimum(two, OLDEST, 3).aim.minimums] == [3]
    assert set_minimum(two, OLDEST, 0).aim.minimums == ()
    assert set_minimum(project, OLDEST, 0) is project


def test_combinations_may_join_more_facets(project):
    assert set_level(project, 3).aim.level == 3
    assert set_level(project, project.aim.level) is project


def test_what_matters_is_taken_over_and_the_checks_stay(project):
    without = switch_check_off(project, "blanks")
    wanted = set_level(set_minimum(set_stars(project, {"disability"}, {OLDEST}), OLDEST, 2), 3)
    after = set_what_matters(without, wanted)
    assert after.facets == wanted.facets
    assert (after.aim.minimums, after.aim.level) == (wanted.aim.minimums, 3)
    assert after.aim.checks == without.aim.checks


def test_what_matters_already_changes_nothing(project):
    twice = set_stars(set_stars(project, {"disability"}, {OLDEST}), {"age_band"}, set())
    back = set_stars(twice, {f.id for f in project.facets if f.starred}, set())
    assert set_what_matters(project, back) is project


def test_a_combination_is_left_out_with_its_reason_and_counted_again(project):
    left_out = Implausible(values=(OLDEST, HEARING), reason="Not in this trade.")
    without = add_implausible(project, left_out)
    assert without.aim.implausible == (left_out,)
    assert add_implausible(without, left_out) is without
    turned = Implausible(values=(HEARING, OLDEST), reason="We have asked.")
    assert add_implausible(without, turned).aim.implausible == (turned,)
    assert remove_implausible(without, (HEARING, OLDEST)).aim.implausible == ()
    assert remove_implausible(project, (HEARING, OLDEST)) is project


def test_switching_a_check_off_keeps_its_thresholds(project):
    threshold = Threshold(name="share", value=0.9)
    asked = set_checks(project, {"blanks": CheckSetting(check="blanks", thresholds=(threshold,))})
    off = switch_check_off(asked, "blanks")
    assert off.aim.checks[0].thresholds == (threshold,)
    assert not off.aim.checks[0].active
    assert switch_check_off(off, "blanks") is off


def test_a_check_goes_back_to_its_default_and_the_others_stay(project):
    off = switch_check_off(switch_check_off(project, "blanks"), "of-a-later-version")
    back = set_checks(off, {"blanks": None})
    assert [setting.check for setting in back.aim.checks] == ["of-a-later-version"]
    assert set_checks(back, {"blanks": None}) is back


class Step(Struct, frozen=True):
    check: str
    active: bool


STEPS = st.lists(st.builds(Step, st.sampled_from("abc"), st.booleans()), max_size=8)


@given(STEPS)
def test_the_last_word_on_every_check_holds_and_each_is_there_once(steps):
    project = Project()
    for step in steps:
        setting = CheckSetting(check=step.check, active=step.active)
        project = set_checks(project, {step.check: setting})
    wanted = {step.check: step.active for step in steps}
    assert {s.check: s.active for s in project.aim.checks} == wanted
    assert len(project.aim.checks) == len(wanted)
