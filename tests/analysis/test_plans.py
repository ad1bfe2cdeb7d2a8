import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from personamap.analysis.check import FIX_KINDS, Finding, Need
from personamap.analysis.coverage import check_coverage
from personamap.analysis.index import ProjectIndex
from personamap.analysis.plans import fewest_changes
from personamap.analysis.solving.effort import Budget, Effort, Stopped
from personamap.analysis.solving.needs import meet
from personamap.domain.audience import Aim, Implausible
from personamap.domain.facet import ValueRef
from personamap.domain.scene import Appearance, Scene
from tests.analysis.casts import ABILITY, AGE, answer, cast, casts, person

QUICK = Effort(max_new=3, seconds=5.0)
OLD, MIDDLE, YOUNG = (ValueRef(facet="age_band", value=v) for v in ("55plus", "35-54", "16-34"))
SEEING, LOW_VISION = (ValueRef(facet="disability", value=v) for v in ("seeing", "low-vision"))


def keys(project):
    return {finding.key for finding in check_coverage(project).findings}


def said(project):
    """What people said or kept back on purpose, and where they are and what they do there."""
    decided = {
        (persona.id, one.facet): one
        for persona in project.personas
        for one in persona.answers
        if one.state not in ("undecided", "open")
    }
    doing = {
        (scene.id, a.persona, function)
        for scene in project.scenes
        for a in scene.appearances
        for function in a.functions
    }
    return decided, doing


def solve(project, *needs, most_new=3, ways=FIX_KINDS):
    met = meet(ProjectIndex(project), [needs], most_new, Budget(5.0), ways=ways)
    assert met is not None
    proposals, solution = met
    after = project
    for proposal in proposals:
        after = proposal.edit(after)
    return proposals, solution, after


def told(value_ids, project):
    return [p.answer("age_band").counted_values for p in project.cast].count(value_ids)


@given(casts(most=5), st.data())
@settings(max_examples=40, deadline=None)
def test_a_plan_closes_opens_and_leaves_what_it_says(project, data):
    findings = check_coverage(project).findings
    asked = [f for f in findings if data.draw(st.booleans())]
    plan = fewest_changes(project, asked, QUICK)
    after = plan.edit(project)
    assert {f.key for f in plan.closed} == keys(project) - keys(after)
    assert {f.key for f in plan.opened} == keys(after) - keys(project)
    assert {f.key for f in plan.left} == keys(after) & {f.key for f in asked}
    assert plan.found == len(after.personas) - len(project.personas) <= QUICK.max_new
    assert plan.at_least <= plan.found
    assert all("{" not in step.text for step in plan.steps)


@given(casts(most=5))
@settings(max_examples=40, deadline=None)
def test_a_plan_takes_nothing_back_and_touches_nothing_decided(project):
    plan = fewest_changes(project, check_coverage(project).findings, QUICK)
    decided, doing = said(project)
    decided_after, doing_after = said(plan.edit(project))
    assert decided.items() <= decided_after.items()
    assert doing <= doing_after


def test_one_person_closes_several_findings_where_nobody_has_a_blank():
    project = cast(
        person("Jo", answer("age_band", "16-34"), answer("disability", "none")),
        aim=Aim(),
        facets=(AGE, ABILITY.evolve(starred=True)),
    )
    findings = [f for f in check_coverage(project).findings if f.check == "missing-values"]
    plan = fewest_changes(project, findings, Effort())
    assert (len(findings), plan.found, plan.at_least, plan.proven) == (4, 2, 2, True)
    assert plan.left == ()


def test_a_blank_is_filled_before_somebody_is_added():
    project = cast(person("Jo", answer("age_band", "16-34")), person("Mara"))
    findings = [f for f in check_coverage(project).findings if f.check == "missing-values"]
    plan = fewest_changes(project, findings, Effort())
    assert [step.kind for step in plan.steps] == ["fill", "add"]
    assert plan.found == 1


@pytest.mark.parametrize("state", ["withheld", "undisclosed", "stated"])
def test_an_answer_somebody_decided_on_is_never_used(state):
    project = cast(person("Mara", answer("age_band", "16-34", state=state)))
    proposals, _solution, after = solve(project, Need((OLD,)))
    assert [p.kind for p in proposals] == ["add"]
    assert after.persona("per-mara") == project.persona("per-mara")


def test_what_a_blank_already_notes_is_what_fills_it():
    noted = cast(person("Mara", answer("disability", "low-vision", state="open")))
    proposals, _solution, after = solve(noted, Need((SEEING,)))
    assert [p.kind for p in proposals] == ["fill"]
    assert after.persona("per-mara").answer("disability").counted_values == ("low-vision",)


def test_a_detail_meets_its_group_and_one_value_can_meet_both():
    project = cast()
    _proposals, solution, after = solve(project, Need((SEEING,)), Need((LOW_VISION,)))
    assert len(solution.newcomers) == 1
    assert after.cast[0].answer("disability").counted_values == ("low-vision",)


def test_a_newcomer_has_one_value_on_each_facet():
    hearing = ValueRef(facet="disability", value="hearing")
    proposals, solution, _after = solve(cast(), Need((SEEING,)), Need((hearing,)))
    assert (len(proposals), solution.at_least, solution.proven) == (2, 2, True)


def test_values_held_to_be_implausible_together_need_two_people():
    aim = Aim(implausible=(Implausible(values=(YOUNG, LOW_VISION)),))
    needs = (Need((YOUNG,)), Need((LOW_VISION,)))
    assert len(solve(cast(aim=aim), *needs)[1].newcomers) == 2
    assert len(solve(cast(), *needs)[1].newcomers) == 1


def test_somebody_is_given_a_part_before_somebody_is_added():
    scene = Scene(id="scn-one", title="One", appearances=(Appearance(persona="per-jo"),))
    project = cast(person("Jo", answer("age_band", "55plus")), person("Mara"), scenes=(scene,))
    proposals, _solution, after = solve(project, Need((OLD,), functions=("leads", "decides")))
    assert [p.kind for p in proposals] == ["function"]
    functions = after.find_scene("scn-one").find_appearance("per-jo").functions
    assert set(functions) < {"leads", "decides"}
    assert proposals[0].text.startswith("Let Jo ")


def test_where_fills_and_functions_both_do_functions_are_saved():
    scene = Scene(
        id="scn-one",
        appearances=(
            Appearance(persona="per-jo"),
            Appearance(persona="per-mara", functions=("leads",)),
        ),
    )
    project = cast(person("Jo", answer("age_band", "55plus")), person("Mara"), scenes=(scene,))
    proposals, _solution, _after = solve(project, Need((OLD,), functions=("leads",)))
    assert [p.kind for p in proposals] == ["fill"]


def test_a_newcomer_comes_with_a_part_where_one_is_needed():
    scene = Scene(id="scn-one", title="One")
    proposals, _solution, after = solve(
        cast(scenes=(scene,)), Need((OLD,), functions=("decides",), count=2)
    )
    assert [p.kind for p in proposals] == ["add", "add"]
    assert (
        proposals[0].text == "Add a person with 55plus (Age band); in the story: Decides in “One”"
    )
    assert all(a.functions == ("decides",) for a in after.find_scene("scn-one").appearances)
    assert len(after.cast) == 2


def test_without_a_scene_a_part_cannot_be_given():
    proposals, solution, _after = solve(cast(), Need((OLD,), functions=("decides",)))
    assert (proposals, solution.closed) == ((), (False,))


def test_no_more_people_come_than_are_allowed_and_most_is_closed():
    project = cast(person("Jo", answer("age_band", "16-34")))
    findings = [f for f in check_coverage(project).findings if f.check == "missing-values"]
    plan = fewest_changes(project, findings, Effort(max_new=1))
    assert (plan.found, len(plan.closed) >= 1, len(plan.left)) == (1, True, 1)


def test_a_finding_of_an_unknown_facet_is_left_and_stops_nothing():
    project = cast(person("Jo", answer("age_band", "16-34")))
    known = next(f for f in check_coverage(project).findings if f.key.endswith("55plus"))
    gone = Need((ValueRef(facet="gone", value="x"),))
    met = meet(ProjectIndex(project), [known.needs, (gone,)], 3, Budget(5.0))
    assert met[1].closed == (True, False)


def test_findings_that_are_not_open_are_not_planned_for():
    stale = Finding("missing-values:gone", "missing-values", "gap", "", "", "")
    plan = fewest_changes(cast(person("Jo")), [stale], QUICK)
    assert (plan.steps, plan.closed, plan.left) == ((), (), ())


def test_the_same_seed_plans_the_same_and_every_seed_as_few():
    project = cast(person("Jo", answer("age_band", "16-34")), person("Mara"), person("Idris"))
    findings = check_coverage(project).findings
    plans = [fewest_changes(project, findings, Effort(seed=seed)) for seed in (1, 1, 2, 3)]
    assert [s.text for s in plans[0].steps] == [s.text for s in plans[1].steps]
    assert len({plan.found for plan in plans}) == 1


def test_a_plan_nobody_wants_any_more_is_given_up():
    with pytest.raises(Stopped):
        fewest_changes(
            cast(person("Jo")), check_coverage(cast(person("Jo"))).findings, QUICK, lambda: True
        )
