from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from personamap.exporters.coverage_outline import coverage_outline
from personamap.exporters.markdown import MARKDOWN, escaped
from personamap.exporters.options import ExportOptions
from personamap.exporters.report import sheets_outline
from tests.exporters.cast import KOFI, SECRET, VIKTOR, project


def render(outline):
    return MARKDOWN.render(outline, lambda _done, _total: None).data.decode()


def spoken(markdown):
    """Return what a reader of the rendered page sees, and the kinds of things in it."""
    texts, kinds = [], set()
    for token in MarkdownIt("commonmark").enable("table").parse(markdown):
        kinds.add(token.type)
        for part in token.children or ():
            kinds.add(part.type)
            texts.append(part.content)
    return "".join(texts), kinds


def test_a_sheet_says_the_same_words_as_the_pages():
    said, kinds = spoken(render(sheets_outline(project(), ExportOptions())))
    assert "table_open" in kinds
    for words in ("Kofi Mensah", "Lead pharmacist, surgical wards", "سلمى الخطيب"):
        assert words in said
    assert SECRET not in said
    assert SECRET in render(sheets_outline(project(), ExportOptions(reader="team")))


def test_the_report_says_what_is_lacking():
    outline = coverage_outline(project(), ExportOptions(what="report"))
    said, _kinds = spoken(render(outline))
    assert outline.coverage.question in said
    for finding in outline.coverage.findings:
        assert finding.title in said


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=40))
@example("1. [a](javascript:x) <b>*b*</b> ![i](/etc/passwd) &amp; `c` #h ~s~ |t| _e_ \\")
@example("- - item")
@example("12) one")
@example("<https://example.org>")
def test_no_text_is_taken_for_markup(text):
    said, kinds = spoken(f"before\n\n{escaped(text)}\n")
    assert said == "before" + " ".join(text.split())
    assert kinds <= {"paragraph_open", "paragraph_close", "inline", "text", "text_special"}


def test_relationships_have_a_heading_of_their_own_with_and_without_an_arc():
    without, with_arc = (
        render(sheets_outline(project(), ExportOptions(personas=(one,)))) for one in (VIKTOR, KOFI)
    )
    assert "\n### People" in without
    assert "Belonging" not in without
    assert "\n### People" in with_arc
    assert "\n### Belonging arc" in with_arc
