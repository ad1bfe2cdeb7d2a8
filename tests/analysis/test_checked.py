"""Checking again after an edit: as if all had been asked, without asking all."""

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from personamap.analysis.changed import changed_aspects
from personamap.analysis.check import ASPECTS
from personamap.analysis.checks import CHECKS
from personamap.analysis.coverage import check_coverage
from personamap.domain.audience import CheckSetting
from personamap.edits.answers import add_value
from personamap.edits.course import set_aim_field, set_course
from personamap.edits.personas import set_persona_field
from personamap.edits.scenes import set_scene_field
from personamap.resources import example
from personamap.services.projects import open_project
from tests.analysis.any_edit import EDITS, edited
from tests.analysis.casts import casts

EXAMPLE = open_project(example("onboarding.personamap")).project
PATIENT = settings(
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    # The name of the check and the kind of edit say enough; shrinking a whole course takes minutes.
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)


def asked_again(before, after):
    """Return the checks that an edit led to being asked again."""
    old, new = check_coverage(before), check_coverage(before)
    new = check_coverage(after, before=old)
    answers = old.checked.answers
    return {name for name, told in new.checked.answers.items() if told is not answers[name]}


def assert_same(known, fresh):
    assert replace(known, checked=fresh.checked) == fresh
    for check in CHECKS:
        assert known.checked.answers[check.id] == fresh.checked.answers[check.id], check.id


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.__name__)
@given(data=st.data())
@settings(PATIENT, max_examples=5)
def test_each_kind_of_edit_leads_to_the_report_of_a_full_run(edit, data):
    report = check_coverage(EXAMPLE)
    after = edited(data.draw, EXAMPLE, (edit,))
    assert_same(check_coverage(after, before=report), check_coverage(after))


@given(data=st.data())
@settings(PATIENT, max_examples=30)
def test_any_row_of_edits_leads_to_the_report_of_a_full_run(data):
    project = data.draw(st.one_of(st.just(EXAMPLE), casts()))
    report = check_coverage(project)
    for _step in range(data.draw(st.integers(1, 8))):
        project = edited(data.draw, project)
        report = check_coverage(project, before=report)
        assert_same(report, check_coverage(project))


def test_undoing_an_edit_leads_back_to_the_first_report():
    report = check_coverage(EXAMPLE)
    named = set_persona_field(EXAMPLE, EXAMPLE.personas[0].id, "name", "Rajan")
    assert_same(check_coverage(EXAMPLE, before=check_coverage(named, before=report)), report)


def test_two_snapshots_differ_in_the_aspects_an_edit_reached():
    persona, scene = EXAMPLE.personas[0].id, EXAMPLE.scenes[0].id
    assert changed_aspects(EXAMPLE, EXAMPLE) == set()
    noted = EXAMPLE.with_items(notes="Remember the milk", decisions=(), comments=())
    assert changed_aspects(EXAMPLE, noted) == set()
    edits = {
        "cast": set_persona_field(EXAMPLE, persona, "name", "Ada"),
        "texts": set_persona_field(EXAMPLE, persona, "flaw", "Never asks."),
        "answers": add_value(EXAMPLE, persona, "disability", "mobility"),
        "scenes": set_scene_field(EXAMPLE, scene, "title", "Another"),
        "course": set_course(EXAMPLE, title="Another"),
        "aim": set_aim_field(EXAMPLE, "level", 3),
    }
    for aspect, after in edits.items():
        assert changed_aspects(EXAMPLE, after) == {aspect}


def test_somebody_who_leaves_changes_all_that_is_listed_in_the_order_of_the_cast():
    smaller = EXAMPLE.with_items(personas=EXAMPLE.personas[1:])
    people = {"cast", "answers", "lives", "texts", "arcs"}
    assert changed_aspects(EXAMPLE, smaller) == people
    assert people < ASPECTS


def test_an_edit_asks_again_only_the_checks_that_read_what_it_changed():
    after = set_scene_field(EXAMPLE, EXAMPLE.scenes[0].id, "title", "Another")
    reading = {check.id for check in CHECKS if "scenes" in check.reads}
    assert asked_again(EXAMPLE, after) == reading
    assert len(reading) < len(CHECKS)


def test_a_threshold_asks_again_the_one_check_it_belongs_to():
    off = CheckSetting(check="similar-names", active=False)
    checks = (*EXAMPLE.aim.checks, off)
    assert asked_again(EXAMPLE, set_aim_field(EXAMPLE, "checks", checks)) == {"similar-names"}


def test_facets_on_which_nobody_answered_otherwise_are_not_counted_again():
    report = check_coverage(EXAMPLE)
    after = add_value(EXAMPLE, EXAMPLE.personas[0].id, "disability", "mobility")
    again = check_coverage(after, before=report)
    old = {count.facet.id: count for count in report.facets}
    fresh = [c.facet.id for c in again.facets if c is not old[c.facet.id]]
    assert fresh == ["disability"]
