from personamap.domain.audience import Audience, AudienceGroup
from personamap.domain.facet import ValueRef
from personamap.exporters.coverage_outline import coverage_outline
from personamap.exporters.formats import find_exporter
from personamap.exporters.options import ExportOptions
from tests.exporters.cast import project
from tests.exporters.pdf.reading import read, standards_failures


def group(value, people):
    return AudienceGroup(values=(ValueRef(facet="hearing", value=value),), people=people)


STAFF = Audience(
    id="aud-staff",
    name="All staff",
    people=1300,
    facets=("hearing",),
    groups=(group("hears", 1000), group("hard", 200), group("deaf", 60)),
    hidden=40,
)


def report(*audiences):
    held = project().with_items(audiences=audiences)
    return coverage_outline(held, ExportOptions(what="report"))


def test_the_report_of_a_course_without_an_audience_has_no_mirror():
    assert report().coverage.audience is None


def test_the_report_tells_in_counts_how_many_meet_somebody_like_them():
    table = report(STAFF).coverage.audience
    (row,) = table.rows
    met, _leading, unmet, untold = (int(cell.replace(",", "")) for cell in row[1:5])
    assert row[0] == "Hearing"
    assert (met + unmet, untold) == (1260, 40)
    assert "1,300 people" in table.note
    assert "counts below 10 hidden" in table.note
    assert "%" not in str(table)


def test_the_mirror_is_printed_where_it_can_be_heard_and_written_where_it_flows():
    outline = report(STAFF)
    pdf = find_exporter("pdf").render(outline, lambda _done, _total: None).data
    assert standards_failures(pdf) == []
    assert "Can they see themselves in it?" in read(pdf).texts("H2")
    flowing = find_exporter("md").render(outline, lambda _done, _total: None).data.decode()
    assert "Can they see themselves in it?" in flowing
