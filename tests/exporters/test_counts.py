from personamap.analysis.coverage import check_coverage
from personamap.domain.review import Decision
from personamap.exporters.coverage_outline import coverage_outline
from personamap.exporters.formats import find_exporter
from personamap.exporters.options import ExportOptions
from tests.exporters.cast import project
from tests.exporters.pdf.reading import read, standards_failures


def report(of=None):
    return coverage_outline(of or project(), ExportOptions(what="report"))


def test_who_does_what_is_counted_for_the_facets_that_matter():
    (crossing,) = [c for c in report().coverage.crossed if c.label == "Hearing"]
    assert crossing.heads[0] == "People"
    assert all(len(row.counts) == len(crossing.heads) - 1 for row in crossing.rows)
    assert [row.people for row in crossing.rows].count(0) < len(crossing.rows)


def test_a_course_without_scenes_crosses_and_hears_nobody():
    coverage = report(project().with_items(scenes=())).coverage
    assert coverage.crossed == ()
    assert coverage.voices is None


def test_everyone_is_heard_in_the_order_of_the_cast():
    scenes = tuple(
        scene.evolve(appearances=tuple(a.evolve(lines=3, words=20) for a in scene.appearances))
        for scene in project().scenes
    )
    voices = report(project().with_items(scenes=scenes)).coverage.voices
    assert [row[0] for row in voices.rows][:2] == ["Kofi Mensah", "سلمى الخطيب"]
    assert max(voices.bars) == 1.0


def test_a_change_says_what_else_it_closes_and_opens():
    findings = report().coverage.findings
    assert any(found.effect for found in findings if found.change)


def test_a_report_says_of_nobody_what_they_should_be():
    findings = report().coverage.findings
    told = [found.change for found in findings if "Blank" in found.change]
    assert told
    names = [persona.name for persona in project().cast]
    assert not [words for words in told if any(name in words for name in names)]
    assert all("nothing is decided" in words for words in told)


def test_a_finding_that_came_back_says_why_it_was_accepted():
    key = check_coverage(project()).findings[0].key
    decision = Decision(
        id="dec-1",
        finding=key,
        reason="on purpose",
        author="P. Lind",
        date="2026-05-12",
        evidence="of before",
    )
    outline = report(project().with_items(decisions=(decision,)))
    (back,) = [found for found in outline.coverage.findings if found.returned]
    assert "on purpose" in back.returned
    assert "P. Lind" in back.returned


def test_the_tables_of_the_report_are_tagged_and_can_be_heard():
    outline = report()
    document = find_exporter("pdf").render(outline, lambda _done, _total: None).data
    assert standards_failures(document) == []
    reading = read(document)
    assert reading.problems == ()
    for crossing in outline.coverage.crossed:
        assert crossing.label in reading.texts("TH")
