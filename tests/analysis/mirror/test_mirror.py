from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from personamap.analysis.index import ProjectIndex
from personamap.analysis.mirror.mirror import leaders_of, mirrors
from personamap.analysis.mirror.table import rows_met
from personamap.domain.audience import Audience, AudienceGroup
from personamap.domain.facet import Facet, FacetValue, ValueRef
from personamap.domain.scene import Appearance, Scene
from tests.analysis.casts import ABILITY, AGE, answer, cast, casts, person

LEVEL = Facet(
    id="level",
    label="Level",
    ordered=True,
    values=tuple(FacetValue(id=f"l{n}", label=f"Level {n}") for n in range(1, 6)),
)


def group(people, **values):
    refs = [
        ValueRef(facet=facet, value=value)
        for facet, said in values.items()
        for value in (said if isinstance(said, tuple) else (said,))
    ]
    return AudienceGroup(values=tuple(refs), people=people)


def staff(*groups, people):
    return Audience(id="aud-staff", groups=groups, people=people)


JO = person("Jo", answer("age_band", "16-34"), answer("disability", "low-vision"))
AL = person("Al", answer("age_band", "35-54"), answer("disability", "none", state="withheld"))

BY_AGE = (
    group(100, age_band="16-34"),
    group(60, age_band="35-54"),
    group(30, age_band="55plus"),
)
CROSSED = (
    group(50, age_band="16-34", disability="none"),
    group(20, age_band="16-34", disability=("hearing", "seeing")),
    group(40, age_band="35-54", disability="seeing"),
    group(25, age_band="55plus", disability="none"),
)


def ask(project):
    return {(pair.facets, pair.agreeing): pair for pair in mirrors(ProjectIndex(project))}


def test_everybody_meets_somebody_meets_nobody_or_is_in_no_count():
    project = cast(JO, AL, audiences=(staff(*BY_AGE, people=200),))
    told = ask(project)[("age_band",), 1].everyone
    assert (told.people, told.met, told.unmet, told.untold) == (200, 160, 30, 10)
    assert told.groups == (BY_AGE[2],)
    assert told.best == group(30, age_band="55plus")


def test_two_facets_ask_for_one_persona_who_is_alike_on_both():
    project = cast(JO, AL, audiences=(staff(*BY_AGE, *CROSSED, people=200),))
    both = ask(project)[("age_band", "disability"), 2].everyone
    assert (both.met, both.unmet, both.untold) == (20, 115, 65)
    assert [g.people for g in both.groups] == [50, 40, 25]
    assert both.best == group(50, age_band="16-34", disability="none")
    one = ask(project)[("age_band", "disability"), 1].everyone
    assert (one.met, one.groups) == (110, (CROSSED[3],))
    assert one.best.people == 25


def test_a_withheld_answer_is_met_by_nobody():
    project = cast(AL, audiences=(staff(group(90, disability="none"), people=90),))
    assert ask(project)[("disability",), 1].everyone.met == 0


def test_who_leads_is_asked_for_apart():
    leads = Appearance(persona=JO.id, functions=("leads",))
    asks = Appearance(persona=AL.id, functions=("asks",))
    scene = Scene(id="scn-1", appearances=(leads, asks))
    project = cast(JO, AL, scenes=(scene,), audiences=(staff(*BY_AGE, people=200),))
    pair = ask(project)[("age_band",), 1]
    assert (pair.everyone.met, pair.leaders.met) == (160, 100)


def test_people_on_the_upper_levels_lead_too():
    boss = person("Bo", answer("level", "l4"))
    team = person("Cy", answer("level", "l3"))
    project = cast(boss, team, facets=(LEVEL,))
    assert leaders_of(ProjectIndex(project)) == {boss.id}


def test_facets_that_matter_come_first_and_unknown_ones_not_at_all():
    groups = (group(20, disability="none"), *BY_AGE, group(30, shoe="red"))
    project = cast(JO, audiences=(staff(*groups, people=200),))
    assert [pair.facets for pair in mirrors(ProjectIndex(project))] == [
        ("age_band",),
        ("disability",),
    ]
    assert mirrors(ProjectIndex(cast(JO))) == ()


def values_of(facet):
    return [value.id for value in facet.values if value.parent is None]


CELLS = list(product(values_of(AGE), values_of(ABILITY)))


@given(casts(), st.lists(st.integers(0, 90), min_size=len(CELLS), max_size=len(CELLS)))
def test_the_mirror_is_what_going_through_everybody_gives(project, people):
    project = project.with_items(facets=(AGE, ABILITY))
    groups = [
        group(n, age_band=a, disability=d) for (a, d), n in zip(CELLS, people, strict=True) if n
    ]
    if not groups:
        return
    project = project.with_items(audiences=(staff(*groups, people=sum(people)),))
    index = ProjectIndex(project)
    told = ask(project)
    for agreeing in (1, 2):
        everyone = told[("age_band", "disability"), agreeing].everyone

        def alike(persona, cell, agreeing=agreeing):
            shared = [
                persona in index.counts[facet].of(value)
                for facet, value in zip(("age_band", "disability"), cell, strict=True)
            ]
            return sum(shared) >= agreeing

        unmet = {
            cell: n
            for cell, n in zip(CELLS, people, strict=True)
            if not any(alike(p, cell) for p in index.people)
        }
        assert everyone.unmet == sum(unmet.values())
        assert everyone.met + everyone.unmet == sum(people)
        best = max(
            sum(n for cell, n in unmet.items() if (cell[0] == a) + (cell[1] == d) >= agreeing)
            for a, d in CELLS
        )
        assert (everyone.best.people if everyone.best else 0) == best


@given(st.data())
def test_any_number_of_facets_can_be_asked_to_agree(data):
    sizes = data.draw(st.lists(st.integers(1, 4), min_size=1, max_size=4))
    rows = data.draw(st.integers(1, 20))
    people = data.draw(st.integers(1, 5))
    seed = np.random.default_rng(data.draw(st.integers(0, 99)))
    codes = [seed.integers(0, size, rows) for size in sizes]
    alike = [seed.integers(0, 2, (size, people)).astype(np.uint8) for size in sizes]
    agreeing = data.draw(st.integers(1, len(sizes)))
    expected = [
        any(
            sum(matrix[c[row], person] for c, matrix in zip(codes, alike, strict=True)) >= agreeing
            for person in range(people)
        )
        for row in range(rows)
    ]
    assert list(rows_met(codes, alike, agreeing)) == expected
