"""What holds for every check, whatever story a cast has."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from personamap.analysis.check import FIX_KINDS
from personamap.analysis.checks import CHECKS
from personamap.analysis.coverage import check_coverage
from personamap.analysis.fixes import Fixing
from personamap.domain.audience import CheckSetting, Threshold
from tests.analysis.courses import courses


@given(courses())
@settings(deadline=None)
def test_every_finding_about_a_story_reads_as_a_sentence_and_has_a_key_of_its_own(project):
    findings = check_coverage(project).findings
    assert len({finding.key for finding in findings}) == len(findings)
    for finding in findings:
        assert finding.key.startswith(f"{finding.check}:")
        assert finding.weight >= 0
        assert "{" not in finding.text + finding.counted
        assert finding.title


ONE_OF_MANY = re.compile(r"\b1 (people|others|scenes|times|ties|experiences|values|goals|women)\b")
ID = re.compile(r"\b(per|exp|scn|rel)-")


@given(courses(), st.sampled_from((None, 0.0, 1.0)))
@settings(deadline=None)
def test_one_is_told_as_one_and_nothing_is_called_by_its_id(project, every_limit):
    """Also where a project asks from the first person, scene or tie on."""
    if every_limit is not None:
        asked = tuple(
            CheckSetting(
                check=check.id,
                thresholds=tuple(Threshold(name=n.name, value=every_limit) for n in check.limits),
            )
            for check in CHECKS
        )
        project = project.with_items(aim=project.aim.evolve(checks=asked))
    for finding in check_coverage(project).findings:
        told = f"{finding.text} {finding.counted}"
        assert not ONE_OF_MANY.search(told), told
        assert not ID.search(told) or finding.check == "dangling-references", told


@given(courses())
@settings(deadline=None)
def test_the_same_story_gives_the_same_findings_twice(project):
    one, other = check_coverage(project), check_coverage(project)
    assert one.findings == other.findings
    assert [f.digest for f in one.findings] == [f.digest for f in other.findings]


@given(courses(most=5))
@settings(max_examples=20, deadline=None)
def test_every_fix_of_a_story_closes_and_opens_what_it_says(project):
    fixing = Fixing(project)
    before = {finding.key for finding in check_coverage(project).findings}
    for finding in check_coverage(project).findings:
        fixes = fixing.fixes(finding)
        kinds = [FIX_KINDS.index(fix.kind) for fix in fixes]
        assert kinds == sorted(kinds)
        for fix in fixes:
            after = {found.key for found in check_coverage(fix.edit(project)).findings}
            assert finding.key in fix.closes
            assert before - after <= set(fix.closes)
            assert after - before <= set(fix.opens)
            assert "{" not in fix.text
