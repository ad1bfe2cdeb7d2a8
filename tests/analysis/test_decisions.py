"""When a decision holds and when it comes back, whatever the check."""

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from personamap.analysis.check import CONTEXT
from personamap.analysis.checked import run_checks
from personamap.analysis.checks import CHECKS
from personamap.analysis.coverage import weigh
from personamap.domain.audience import Aim, CheckSetting
from personamap.domain.review import Decision
from personamap.edits.personas import add_persona, set_archived, set_persona_field
from personamap.i18n import MIRRORED_PSEUDO_LANGUAGE, speaking
from personamap.resources import example
from personamap.services.projects import open_project
from tests.analysis.any_edit import EDITS, edited
from tests.analysis.casts import ABILITY, answer, cast, person
from tests.analysis.courses import (
    ARRANGEMENT,
    ETHNICITY,
    GENDER,
    LEVEL,
    ORIENTATION,
    arc,
    does,
    scene,
    tie,
)
from tests.benchmarks.bench_coverage import large_project

FACETS = (ABILITY, ORIENTATION, ETHNICITY, LEVEL, ARRANGEMENT)
HIDDEN, GUARDED = (0.2, 0.2), (0.2, 0.6)


def one_sided_course():
    """A course in which the men lead, teach and are called doctor, and the women dare and learn."""
    women = [woman(name, n) for n, name in enumerate(("Ada", "Bea", "Cleo", "Dora"))]
    men = [man(name) for name in ("Emil", "Finn", "Gero", "Hans")]
    teaching = [
        scene(
            n,
            *(does(p.id, "explains") for p in men),
            does("per-ada", "errs", "is_harmed"),
            *(does(p.id, "learns") for p in women[1:]),
            risk_takers=tuple(p.id for p in women),
            setting={"space": "physical"},
        )
        for n in range(4)
    ]
    return cast(
        *women,
        *men,
        facets=(GENDER.evolve(starred=False), *FACETS),
        scenes=tuple(teaching),
        relationships=(tie("per-ada", "per-gone"),),
    )


def woman(name, number):
    different = ("seeing", "gay-lesbian", "asian")
    said = different if not number else ("none", "straight", "black" if number == 1 else "white")
    facets = ("disability", "orientation", "ethnicity_us")
    return person(
        f"{name} Family",
        answer("gender", "woman"),
        answer("level", "trainee"),
        *(answer(facet, value) for facet, value in zip(facets, said, strict=True)),
        id=f"per-{name.lower()}",
        called=name,
        belonging=arc(HIDDEN, HIDDEN, "scn-0"),
    )


def man(name):
    said = (("gender", "man"), ("disability", "none"), ("orientation", "straight"))
    return person(
        f"{name} Family",
        *(answer(*pair) for pair in said),
        answer("ethnicity_us", "white"),
        answer("level", "manager"),
        answer("arrangement", "on-site"),
        id=f"per-{name.lower()}",
        called="Dr. Family",
        belonging=arc((0.6, 0.6), GUARDED, "scn-0"),
    )


def apart_course():
    """A course in which women never meet, and only a man has a story of his own."""
    women = [
        far.evolve(answers=(*far.answers, answer("arrangement", "home-based")))
        for far in (woman(name, n) for n, name in enumerate(("Ada", "Bea", "Cleo")))
    ]
    hans = man("Hans").evolve(
        goals=("To run the night shift",), belonging=arc(HIDDEN, (0.6, 0.6), "scn-0")
    )
    calls = [
        scene(
            n,
            does(women[n % 3].id, "is_helped"),
            does("per-hans", "leads"),
            setting={"space": "virtual"},
        )
        for n in range(6)
    ]
    office = scene(6, does("per-hans", "decides"), setting={"space": "physical"})
    return cast(
        *women,
        hans,
        facets=(GENDER, *FACETS),
        scenes=(*calls, office),
        aim=Aim(checks=(CheckSetting(check="unasked-spaces"),)),
    )


COURSES = {
    "one-sided": one_sided_course(),
    "apart": apart_course(),
    "example": open_project(example("onboarding.personamap")).project,
    "drawn": large_project(24, 12),
    "large": large_project(60, 8),
}
each_course = pytest.mark.parametrize("course", COURSES.values(), ids=COURSES)
PATIENT = settings(
    deadline=None,
    max_examples=5,
    suppress_health_check=[HealthCheck.too_slow],
    # The kind of edit says enough; shrinking a whole course takes minutes.
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)


def found(project):
    """Every finding of a project by its key."""
    return {finding.key: finding for finding in run_checks(project, CHECKS).findings()}


def digests(project, *, without=()):
    """The digest of every finding, those of some checks left out."""
    return {key: f.digest for key, f in found(project).items() if f.check not in without}


def with_all_accepted(project):
    decisions = tuple(
        Decision(id=f"dec-{n}", finding=key, reason="On purpose", evidence=finding.digest)
        for n, (key, finding) in enumerate(found(project).items())
    )
    return project.with_items(decisions=decisions)


def test_these_courses_give_every_check_something_to_find():
    seen = {f.check for project in COURSES.values() for f in found(project).values()}
    assert seen == {check.id for check in CHECKS}


@each_course
def test_what_is_accepted_stays_so_while_nothing_changes(course):
    weighed = weigh(run_checks(with_all_accepted(course), CHECKS))
    assert not weighed.open
    assert not weighed.returned
    assert len(weighed.accepted) == len(found(course))


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.__name__)
@given(data=st.data())
@PATIENT
def test_after_an_edit_a_decision_holds_comes_back_or_has_nothing_left_to_decide(edit, data):
    course = data.draw(st.sampled_from([COURSES["one-sided"], COURSES["example"]]))
    decided = with_all_accepted(course)
    after = edited(data.draw, decided, (edit,))
    if after.decisions != decided.decisions:
        return
    before, now = found(course), found(after)
    same = {key for key in before.keys() & now.keys() if before[key].digest == now[key].digest}
    weighed = weigh(run_checks(after, CHECKS))
    assert {accepted.finding.key for accepted in weighed.accepted} == same
    assert {finding.key for finding in weighed.open} == now.keys() - same
    assert weighed.returned.keys() == (before.keys() & now.keys()) - same


@each_course
def test_each_piece_of_evidence_counts_and_what_only_surrounds_it_does_not(course):
    for finding in found(course).values():
        for name, value in finding.evidence.items():
            other = value + 1 if isinstance(value, int) else (*value, "other")
            changed = replace(finding, evidence={**finding.evidence, name: other})
            assert (changed.digest == finding.digest) == (name in CONTEXT), (finding.key, name)
        assert replace(finding, subjects=(*finding.subjects, "per-new")).digest != finding.digest


@each_course
def test_a_decision_about_people_comes_back_when_one_of_them_leaves(course):
    people = {persona.id for persona in course.cast}
    before = found(course)
    for persona_id in sorted(people)[:12]:
        after = digests(set_archived(course, {persona_id}, True))
        for key, finding in before.items():
            if persona_id in finding.subjects and finding.check != "dangling-references":
                assert after.get(key) != finding.digest, key


@each_course
def test_the_order_of_people_scenes_and_ties_is_no_evidence(course):
    parts = ("personas", "scenes", "relationships", "experiences")
    turned = course.with_items(**{part: getattr(course, part)[::-1] for part in parts})
    before, after = digests(course), digests(turned)
    assert {key: after.get(key) for key in before} == before


@each_course
def test_somebody_of_whom_nothing_is_known_yet_reopens_only_what_counts_blanks(course):
    grown = add_persona(course, person("Nobody Yet", id="per-yet"))
    before, after = digests(course, without=("blanks",)), digests(grown)
    assert {key: after.get(key) for key in before} == before


@each_course
def test_what_people_are_called_is_evidence_for_checks_of_names_only(course):
    naming = [check.id for check in CHECKS if check.area == "names"]
    renamed = course
    for number, persona in enumerate(course.personas):
        renamed = set_persona_field(renamed, persona.id, "name", f"Person {number}")
    assert digests(renamed, without=naming) == digests(course, without=naming)


@each_course
def test_the_language_somebody_reads_in_is_no_evidence(course):
    before = digests(course)
    with speaking(MIRRORED_PSEUDO_LANGUAGE):
        assert digests(course) == before
