from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from personamap.analysis.completing.completion import add_people, complete
from personamap.analysis.completing.gaps import Gap, Scope, find_gaps, said_with, sizes_on_offer
from personamap.analysis.completing.wording import adds_line, result_lines
from personamap.analysis.coverage import check_coverage
from personamap.analysis.index import ProjectIndex
from personamap.analysis.plausible import is_plausible
from personamap.analysis.solving.effort import Effort, Stopped
from personamap.domain.audience import Aim, FacetPair, Implausible, MinimumCount
from personamap.domain.facet import Facet, FacetValue, ValueRef
from personamap.domain.review import Decision
from tests.analysis.casts import ABILITY, AGE, answer, cast, casts, person

BRIEF = Effort(max_new=3, seconds=0.2)
OLD, MIDDLE, YOUNG = (ValueRef(facet="age_band", value=v) for v in ("55plus", "35-54", "16-34"))
SEEING, LOW_VISION, HEARING = (
    ValueRef(facet="disability", value=v) for v in ("seeing", "low-vision", "hearing")
)
STARRED = (AGE, ABILITY.evolve(starred=True))
LEVEL = Facet(
    id="level",
    label="Level",
    starred=True,
    values=tuple(FacetValue(id=v, label=v) for v in ("staff", "lead")),
)
JO = person("Jo", answer("age_band", "16-34"), answer("disability", "none"))

scopes = st.builds(Scope, st.booleans(), st.sampled_from((0, 2, 3)))


def keys(project):
    return {finding.key for finding in check_coverage(project).checked.findings()}


def shows(project, gap, people):
    wanted = {(ref.facet, ref.value) for ref in gap.values}
    return sum(wanted <= said_with(project.facets, values) for values in people)


def answers(completion):
    return [newcomer.values for newcomer in completion.people]


@given(casts(most=5), scopes, st.integers(0, 4))
@settings(max_examples=60, deadline=None)
def test_what_is_said_to_be_shown_is_shown_and_nobody_could_show_more_than_told(
    project, scope, most
):
    gaps = find_gaps(ProjectIndex(project), scope)
    completion = complete(project, scope, Effort(max_new=most, seconds=0.2))
    met = [gap for gap in gaps if shows(project, gap, answers(completion)) >= gap.lacking]
    assert len(completion.people) <= most
    assert (completion.asked.all, completion.met.all) == (len(gaps), len(met))
    assert completion.met.values <= completion.within.values
    assert completion.met.combinations <= completion.within.combinations
    assert completion.found is None or completion.at_least <= completion.found
    assert not completion.is_whole or completion.at_least <= len(completion.people)
    assert sum(len(newcomer.gaps) for newcomer in completion.people) == len(met)
    assert all("{" not in line for line in result_lines(completion))
    assert all("{" not in adds_line(newcomer) for newcomer in completion.people)


@given(casts(most=5), scopes)
@settings(max_examples=40, deadline=None)
def test_nobody_present_changes_and_newcomers_say_only_what_they_are_needed_for(project, scope):
    completion = complete(project, scope, BRIEF)
    asked = {v for gap in find_gaps(ProjectIndex(project), scope) for v in gap.values}
    after = add_people(project, [newcomer.persona for newcomer in completion.people])
    assert after.personas[: len(project.personas)] == project.personas
    assert len(after.personas) == len(project.personas) + len(completion.people)
    for newcomer in completion.people:
        assert newcomer.values
        assert set(newcomer.values) <= asked
        assert len({value.facet for value in newcomer.values}) == len(newcomer.values)
        assert is_plausible(project, newcomer.values)
        assert all(said.state == "stated" for said in newcomer.persona.answers)
        assert newcomer.persona.name == ""


@given(casts(most=4), scopes)
@settings(max_examples=30, deadline=None)
def test_findings_close_and_open_as_told_one_newcomer_after_another(project, scope):
    for newcomer in complete(project, scope, BRIEF).people:
        after = add_people(project, [newcomer.persona])
        closed, opened = ({f.key for f in told} for told in (newcomer.closed, newcomer.opened))
        decided = {decision.finding for decision in project.decisions}
        assert closed - decided == keys(project) - keys(after) - decided
        assert opened - decided == keys(after) - keys(project) - decided
        project = after


def fewest_by_trying_all(project, gaps):
    values = {facet.id: [None] for facet in project.facets}
    for gap in gaps:
        for ref in gap.values:
            values[ref.facet].append(ref)
    everybody = [tuple(v for v in row if v) for row in product(*values.values())]
    allowed = [person for person in everybody if is_plausible(project, person)]
    for count in range(4):
        for people in combinations(allowed * 2, count):
            if all(shows(project, gap, people) >= gap.lacking for gap in gaps):
                return count
    return None


@pytest.mark.parametrize(
    ("aim", "facets"),
    [
        (Aim(), STARRED),
        (Aim(minimums=(MinimumCount(value=OLD, count=2),)), STARRED),
        (Aim(implausible=(Implausible(values=(OLD, SEEING)),)), STARRED),
    ],
)
def test_single_values_take_as_few_people_as_trying_all_finds(aim, facets):
    project = cast(JO, aim=aim, facets=facets)
    gaps = find_gaps(ProjectIndex(project), Scope(joined=0))
    completion = complete(project, Scope(joined=0), Effort(max_new=5))
    assert completion.is_whole
    assert len(completion.people) == fewest_by_trying_all(project, gaps) == completion.at_least


def test_all_pairs_take_as_few_people_as_there_are_pairs_of_the_largest_facets():
    project = cast(facets=(*STARRED, LEVEL))
    completion = complete(project, Scope(), Effort(max_new=12))
    assert (len(completion.people), completion.at_least, completion.is_proven) == (9, 9, True)
    assert completion.is_whole
    assert list(result_lines(completion)) == ["9 people more show all of it, and no fewer could."]


def test_with_fewer_people_most_is_shown_and_what_all_of_it_takes_is_told():
    project = cast(JO, facets=(*STARRED, LEVEL))
    completion = complete(project, Scope(), Effort(max_new=2))
    assert len(completion.people) == 2
    assert not completion.is_whole
    assert completion.is_proven
    assert completion.at_least > 2
    lines = list(result_lines(completion))
    assert lines[0].startswith("With them, the cast shows")
    assert lines[1] == "No other 2 people could show more."
    assert "people" in lines[2]


def test_who_adds_most_comes_first():
    project = cast(JO, facets=(*STARRED, LEVEL))
    added = [len(n.gaps) for n in complete(project, Scope(joined=0), BRIEF).people]
    assert added == sorted(added, reverse=True)


def test_an_empty_cast_is_completed_too():
    completion = complete(cast(facets=STARRED), Scope(joined=0), BRIEF)
    assert completion.is_whole
    assert len(completion.people) == 3


def test_a_starred_detail_is_what_somebody_with_its_group_gets():
    seen = tuple(value.evolve(starred=value.id == "low-vision") for value in ABILITY.values)
    project = cast(JO, facets=(AGE, ABILITY.evolve(starred=True, values=seen)))
    people = answers(complete(project, Scope(joined=0), BRIEF))
    assert sum(LOW_VISION in values for values in people) == 1
    assert not any(SEEING in values for values in people)


def test_chosen_pairs_are_the_only_ones_asked_for():
    aim = Aim(pairs=(FacetPair(first="age_band", second="level"),))
    project = cast(JO, aim=aim, facets=(*STARRED, LEVEL))
    gaps = find_gaps(ProjectIndex(project), Scope(values=False))
    assert {tuple(v.facet for v in gap.values) for gap in gaps} == {("age_band", "level")}
    assert sizes_on_offer(ProjectIndex(project)) == (2,)


def test_what_was_accepted_on_purpose_is_not_asked_for():
    project = cast(JO, facets=STARRED)
    finding = next(f for f in check_coverage(project).findings if f.key.endswith("55plus"))
    decision = Decision(id="dec-one", finding=finding.key, evidence=finding.digest, reason="No.")
    accepted = project.evolve(decisions=(decision,))
    gaps = find_gaps(ProjectIndex(accepted), Scope(joined=0))
    assert OLD not in {value for gap in gaps for value in gap.values}


def test_the_same_seed_gives_the_same_people_and_another_seed_as_many():
    project = cast(JO, facets=(*STARRED, LEVEL))
    first, again, other = (
        complete(project, Scope(), Effort(max_new=12, seed=seed)) for seed in (1, 1, 2)
    )
    assert answers(first) == answers(again) != answers(other)
    assert (len(first.people), first.met) == (len(other.people), other.met)


def test_a_cast_that_shows_everything_needs_nobody():
    project = cast(person("Jo", answer("age_band", "16-34")), facets=(AGE.evolve(starred=False),))
    completion = complete(project, Scope(joined=0), BRIEF)
    assert (completion.people, completion.is_whole) == ((), True)
    assert list(result_lines(completion)) == [
        "Nothing is missing: the cast shows all of this already."
    ]


def test_a_gap_of_one_value_is_told_from_a_combination():
    assert Gap((OLD,), 1, 1.0).is_single
    assert not Gap((OLD, HEARING), 1, 1.0).is_single


def test_somebody_who_asks_to_stop_is_heard():
    with pytest.raises(Stopped):
        complete(cast(JO, facets=STARRED), Scope(), BRIEF, lambda: True)
