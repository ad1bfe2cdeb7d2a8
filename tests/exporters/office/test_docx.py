import io
import itertools
import zipfile

import docx
import pytest
from docx.oxml.ns import qn

from personamap.exporters.bible_outline import bible_outline
from personamap.exporters.coverage_outline import coverage_outline
from personamap.exporters.flow_blocks import Grid
from personamap.exporters.office.characters import SafeText
from personamap.exporters.office.docx import DOCX
from personamap.exporters.office.word import WordDocument
from personamap.exporters.options import ExportOptions
from personamap.exporters.report import sheets_outline
from tests.exporters.cast import SECRET, kofi, project


def render(outline):
    return DOCX.render(outline, lambda _done, _total: None)


def sheets(of=None, **choices):
    return render(sheets_outline(of or project(), ExportOptions(**choices)))


def opened(rendered):
    return docx.Document(io.BytesIO(rendered.data))


def parts(data):
    archive = zipfile.ZipFile(io.BytesIO(data))
    return b"".join(map(archive.read, archive.namelist()))


def headings(document, level):
    return [p.text for p in document.paragraphs if p.style.name == f"Heading {level}"]


def everything(document):
    return "".join(element.text or "" for element in document.element.iter(qn("w:t")))


def test_people_and_their_sections_are_real_headings():
    document = opened(sheets())
    assert headings(document, 1) == ["Kofi Mensah", "سلمى الخطيب", "Viktor Lindqvist", "Jun"]
    assert "Voice" in headings(document, 2)


def test_every_portrait_has_its_alternative_text():
    document = opened(sheets())
    told = [facts.get("descr") for facts in document.element.iter(qn("wp:docPr"))]
    assert len(told) == 4
    assert kofi().look.alt_text in told


def test_contents_lead_to_every_person():
    document = opened(sheets())
    links = {link.get(qn("w:anchor")) for link in document.element.iter(qn("w:hyperlink"))}
    targets = {mark.get(qn("w:name")) for mark in document.element.iter(qn("w:bookmarkStart"))}
    assert links
    assert links <= targets


def test_the_heads_of_tables_repeat_on_every_page():
    document = opened(sheets())
    assert document.tables
    for table in document.tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None


def test_no_row_is_cut_and_none_stands_alone_at_the_end_of_its_table():
    tables = opened(sheets()).tables
    assert tables
    for table in tables:
        facts = [row._tr.trPr for row in table.rows]
        assert all(of_row.find(qn("w:cantSplit")) is not None for of_row in facts)
        for row in (table.rows[0], table.rows[-2]):
            assert all(c.paragraphs[0].paragraph_format.keep_with_next for c in row.cells)


def test_small_print_stays_on_the_page_of_what_it_is_about():
    paragraphs = opened(sheets()).paragraphs
    notes = [n for n, p in enumerate(paragraphs) if p.style.name == "Caption" and n]
    assert notes
    for before in (paragraphs[number - 1] for number in notes):
        follows_a_table = before._p.getnext().tag == qn("w:tbl")
        kept = before.paragraph_format.keep_with_next
        assert follows_a_table or kept or before.style.paragraph_format.keep_with_next


def test_no_column_is_narrower_than_its_longest_word():
    for table in opened(render(bible_outline(project(), ExportOptions(what="bible")))).tables:
        for column in table.columns:
            words = [word for cell in column.cells for word in cell.text.split()]
            assert column.width.cm > 0.2 * max(map(len, words))


def test_columns_fill_the_page_even_where_no_word_has_room():
    texts = tuple(letter * 60 for letter in "abcdef")
    document = WordDocument(sheets_outline(project(), ExportOptions()), SafeText())
    document.table(Grid(texts, (texts,)))
    table = docx.Document(io.BytesIO(document.finish())).tables[0]
    assert sum(column.width.cm for column in table.columns) == pytest.approx(16.6, abs=0.1)


def test_no_word_is_torn_in_the_many_columns_of_who_does_what():
    of = project()
    everything_done = ("leads", "decides", "explains", "supports", "asks", "helps", "is_helped")
    scenes = tuple(
        s.evolve(appearances=(s.appearances[0].evolve(functions=everything_done),))
        for s in of.scenes
    )
    report = coverage_outline(of.with_items(scenes=scenes), ExportOptions(what="report"))
    tables = [t for t in opened(render(report)).tables if len(t.columns) > 8]
    assert tables
    for table in tables:
        for column in table.columns:
            words = [word for cell in column.cells for word in cell.text.split()]
            assert column.width.cm > 0.16 * max(map(len, words))
        runs = [run for row in table.rows for c in row.cells for run in c.paragraphs[0].runs]
        assert {run.font.size.pt for run in runs} == {8}


@pytest.mark.parametrize(("language", "expected"), [("ja", "ja"), ("zh-Hant", "zh-Hant")])
def test_east_asian_letters_have_the_language_of_the_course(language, expected):
    of = project().with_items(course=project().course.evolve(language=language))
    defaults = opened(sheets(of)).styles.element.find(qn("w:docDefaults"))
    assert [found.get(qn("w:eastAsia")) for found in defaults.iter(qn("w:lang"))] == [expected]


def test_only_the_team_reads_private_answers():
    assert SECRET.encode() not in parts(sheets().data)
    assert SECRET.encode() in parts(sheets(reader="team").data)


def test_the_language_and_direction_are_those_of_the_course():
    arabic = project().with_items(course=project().course.evolve(language="ar"))
    rendered = sheets(arabic)
    styles = opened(rendered).styles
    assert styles["Normal"].element.pPr.find(qn("w:bidi")) is not None
    defaults = styles.element.find(qn("w:docDefaults"))
    (spoken,) = defaults.iter(qn("w:lang"))
    # What runs against the page are the labels, for which there is no Arabic catalogue.
    assert (spoken.get(qn("w:bidi")), spoken.get(qn("w:val"))) == ("ar-SA", "en")
    assert b"<w:bidiVisual/>" in parts(rendered.data)


def languages(document):
    """Each run of the document with the language it says it is in, if it says one."""
    for run in document.element.iter(qn("w:r")):
        spoken = run.find(f"{qn('w:rPr')}/{qn('w:lang')}")
        yield run.text, spoken.get(qn("w:val")) if spoken is not None else None


def test_words_of_the_program_in_a_course_of_another_language_say_so():
    french = project().with_items(course=project().course.evolve(language="fr"))
    spoken = dict(languages(opened(sheets(french))))
    assert (spoken["Voice"], spoken["Facet"]) == ("en", "en")
    assert spoken["Kofi Mensah"] is None
    assert set(dict(languages(opened(sheets()))).values()) == {None}


def test_right_to_left_names_are_marked_as_such_among_others():
    document = opened(sheets())
    turned = [
        run for run in document.element.iter(qn("w:r")) if run.find(f".//{qn('w:rtl')}") is not None
    ]
    assert any("سلمى" in "".join(run.itertext()) for run in turned)


@pytest.mark.parametrize("text", ["a\x00b\x0bc", "<Ana> & R&D", "=1+1", "\ufffe"])
def test_any_text_is_written_and_what_xml_cannot_hold_is_counted(text):
    rendered = sheets(project().with_items(personas=(kofi().evolve(own_words=text),)))
    said = everything(opened(rendered))
    kept = "".join("\ufffd" if letter in "\x00\x0b\ufffe" else letter for letter in text)
    assert kept in said
    assert rendered.replaced == kept.count("\ufffd")


def test_the_report_numbers_its_findings():
    outline = coverage_outline(project(), ExportOptions(what="report"))
    document = opened(render(outline))
    assert headings(document, 1) == [outline.coverage.question]
    found = outline.coverage.findings
    assert f"1. {found[0].title}" in headings(document, 3)


def test_the_same_project_gives_the_same_bytes_and_names_nobody():
    assert sheets().data == sheets().data
    facts = opened(sheets()).core_properties
    assert (facts.author, facts.last_modified_by) == ("personamap", "personamap")


def test_no_two_tables_touch_where_word_would_join_them():
    report = opened(render(coverage_outline(project(), ExportOptions(what="report"))))
    body = [element.tag for element in report.element.body]
    table = qn("w:tbl")
    assert body.count(table) > 2
    assert all((a, b) != (table, table) for a, b in itertools.pairwise(body))


def test_what_is_bold_or_large_is_so_in_every_script():
    document = opened(sheets())
    assert all(
        style.element.rPr.find(qn("w:szCs")).get(qn("w:val"))
        == style.element.rPr.find(qn("w:sz")).get(qn("w:val"))
        for style in (document.styles["Heading 1"], document.styles["Normal"])
    )
    job = next(p for p in document.paragraphs if p.text == kofi().job.title)
    assert all(run.bold and run.font.cs_bold for run in job.runs)


def test_one_thing_alone_is_no_list():
    document = opened(sheets())
    flaw = next(p for p in document.paragraphs if p.text == kofi().flaw)
    assert flaw.style.name == "Normal"


def test_a_sentence_that_runs_against_the_page_keeps_its_order_and_the_page_its_edge():
    arabic = project().with_items(course=project().course.evolve(language="ar"))
    report = opened(render(coverage_outline(arabic, ExportOptions(what="report"))))
    question = next(p for p in report.paragraphs if p.text == "Is this the cast you intend?")
    assert question._p.pPr.find(qn("w:bidi")).get(qn("w:val")) == "0"
    assert question._p.pPr.find(qn("w:jc")).get(qn("w:val")) == "right"
