from hypothesis import given, settings

from personamap.analysis.check import FIX_KINDS
from personamap.analysis.coverage import check_coverage
from personamap.analysis.fixes import fixes_for
from personamap.domain.scene import Appearance, Scene
from personamap.edits.personas import set_answer
from tests.analysis.casts import answer, cast, casts, person


def keys(project):
    return {finding.key for finding in check_coverage(project).findings}


def kept_back(project):
    """What people said or kept back on purpose."""
    return {
        (persona.id, said.facet): said
        for persona in project.personas
        for said in persona.answers
        if said.state not in ("undecided", "open")
    }


@given(casts(most=5))
@settings(max_examples=25, deadline=None)
def test_a_fix_closes_and_opens_what_it_says(project):
    before = keys(project)
    for finding in check_coverage(project).findings:
        for fix in fixes_for(project, finding):
            after = keys(fix.edit(project))
            assert finding.key in fix.closes
            assert set(fix.closes) == before - after
            assert set(fix.opens) == after - before
            assert "{" not in fix.text


@given(casts(most=5))
@settings(max_examples=25, deadline=None)
def test_no_fix_touches_what_was_stated_withheld_or_not_disclosed(project):
    for finding in check_coverage(project).findings:
        for fix in fixes_for(project, finding):
            after = kept_back(fix.edit(project))
            assert all(after[key] == said for key, said in kept_back(project).items())


@given(casts(most=5))
@settings(max_examples=15, deadline=None)
def test_fixes_come_smallest_kind_first(project):
    for finding in check_coverage(project).findings:
        kinds = [FIX_KINDS.index(fix.kind) for fix in fixes_for(project, finding)]
        assert kinds == sorted(kinds)


def test_a_missing_value_is_offered_to_somebody_with_a_blank_before_somebody_new():
    project = cast(
        person("Jo", answer("age_band", "16-34")), person("Mara", answer("age_band", state="open"))
    )
    finding = next(f for f in check_coverage(project).findings if f.key.endswith("55plus"))
    fixes = fixes_for(project, finding)
    assert [fix.kind for fix in fixes] == ["fill", "add"]
    filled = fixes[0].edit(project).persona("per-mara").answer("age_band")
    assert filled.counted_values == ("55plus",)


def test_words_under_a_blank_survive_the_fix():
    project = cast(person("Mara", answer("age_band", state="open", words="about fifty")))
    finding = next(f for f in check_coverage(project).findings if f.key.endswith("35-54"))
    filled = fixes_for(project, finding)[0].edit(project).persona("per-mara").answer("age_band")
    assert filled.own_words == "about fifty"


def test_a_fix_applied_late_leaves_an_answer_given_in_the_meantime():
    project = cast(person("Mara"))
    finding = next(f for f in check_coverage(project).findings if f.key.endswith("55plus"))
    fix = fixes_for(project, finding)[0]
    meanwhile = set_answer(project, "per-mara", answer("age_band", "16-34"))
    assert fix.edit(meanwhile) is meanwhile


def test_the_same_fix_is_worked_out_twice():
    project = cast(person("Jo", answer("age_band", "16-34")))
    finding = check_coverage(project).findings[0]
    one, other = fixes_for(project, finding), fixes_for(project, finding)
    assert [(f.text, f.closes, f.opens) for f in one] == [
        (f.text, f.closes, f.opens) for f in other
    ]


def test_what_adding_somebody_opens_is_told_of_the_new_person():
    scene = Scene(id="scn-x", appearances=(Appearance(persona="per-jo"),))
    project = cast(person("Jo", answer("age_band", "16-34")), scenes=(scene,))
    finding = next(f for f in check_coverage(project).findings if f.key.endswith("55plus"))
    add = next(fix for fix in fixes_for(project, finding) if fix.kind == "add")
    opened = {found.check: found for found in add.opened}
    assert opened["unseen-personas"].title == "The new person appears in no scene"
    assert "Learners meet the new person in none of them." in opened["unseen-personas"].text
