"""What holds for every check, whatever story a cast has."""

from hypothesis import given, settings

from personamap.analysis.check import FIX_KINDS
from personamap.analysis.coverage import check_coverage
from personamap.analysis.fixes import Fixing
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
