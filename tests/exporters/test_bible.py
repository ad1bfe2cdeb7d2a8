"""The character bible: everything about a cast, in words and on pages, and nothing private."""

import io

import docx
import pikepdf
import pypdfium2
import pytest

from personamap.domain.persona import LivedExperience
from personamap.errors import ExportRefused
from personamap.exporters.bible_outline import bible_outline
from personamap.exporters.flow import chapter_flow
from personamap.exporters.flow_blocks import Grid, Heading, Items, Words
from personamap.exporters.formats import DOCX, MARKDOWN, PDF
from personamap.exporters.options import ExportOptions
from personamap.services.exports import export_project
from tests.exporters.cast import KOFI, SALMA, SECRET, VIKTOR, project
from tests.exporters.pdf.reading import read, standards_failures

LONG = "She reads labels to people who are too proud to ask. "
TITLES = ["Relationships", "Scenes", "Belonging arcs", "Do and don’t", "What the words mean"]


def silent(_done, _total):
    """Nobody waits."""


def outline(of, **choices):
    return bible_outline(of, ExportOptions(what="bible", **choices))


def rendered(exporter, of, **choices):
    return exporter.render(outline(of, **choices), silent).data


def checked(of, **choices):
    data = rendered(PDF, of, **choices)
    assert standards_failures(data) == []
    reading = read(data)
    assert reading.problems == ()
    return reading


def words_of(chapter):
    for block in chapter_flow(chapter):
        match block:
            case Heading() | Words():
                yield block.text
            case Items():
                yield from block.items
            case Grid():
                yield from (cell for row in (block.heads, *block.rows) for cell in row)


def told(of, key, **choices):
    bible = outline(of, **choices).bible
    chapters = {chapter.key: chapter for chapter in (*bible.before, *bible.after)}
    return "\n".join(words_of(chapters[key]))


def test_it_has_the_course_the_cast_every_sheet_and_what_they_share():
    headings = checked(project()).texts("H1")
    assert headings[0] == project().course.title
    assert headings[1:4] == ["The course", "4 people", "Kofi Mensah"]
    assert headings[-5:] == TITLES


def test_everything_of_a_sheet_is_in_it_whatever_sections_were_chosen():
    assert outline(project(), sections=("voice",)).sheets == outline(project()).sheets


def test_each_part_has_a_bookmark_and_people_stand_below_the_cast():
    with (
        pikepdf.open(io.BytesIO(rendered(PDF, project()))) as pdf,
        pdf.open_outline() as bookmarks,
    ):
        titles = [item.title for item in bookmarks.root]
        people = [item.title for item in bookmarks.root[2].children]
    assert titles == ["Contents", "The course", "4 people", *_shared(), *TITLES]
    assert people == ["Kofi Mensah", "سلمى الخطيب", "Viktor Lindqvist", "Jun"]


def _shared():
    return [c.title for c in outline(project()).bible.after if c.key == "experiences"]


def test_the_contents_name_the_page_on_which_each_part_begins():
    data = rendered(PDF, project())
    with pikepdf.open(io.BytesIO(data)) as pdf:
        places = {page.objgen: number for number, page in enumerate(pdf.pages, start=1)}
        pages = [places[_target(pdf, link)] for link in pdf.pages[0].Annots]
    document = pypdfium2.PdfDocument(data)
    printed = document[0].get_textpage().get_text_bounded().splitlines()
    assert [str(page) for page in pages] == [line.split()[-1] for line in printed[3:]]
    assert len(set(pages)) == len(pages)


def _target(pdf, link):
    dest = link.Dest
    if not isinstance(dest, pikepdf.Array):
        dest = pdf.Root.Dests[str(dest)]
    return dest[0].objgen


def test_goals_name_who_serves_them():
    of = project()
    goal = of.course.goals[0]
    people = tuple(p.evolve(serves=(goal.id,)) for p in of.personas[:2])
    said = told(of.with_items(personas=people), "course")
    assert goal.text in said
    assert "Kofi Mensah and سلمى الخطيب" in said


def test_shared_experiences_name_who_lived_them_and_how_each_tells_it():
    of = project()
    shared = of.experiences[0]
    people = tuple(
        p.evolve(experiences=(LivedExperience(experience=shared.id, own_words=f"As {p.id}"),))
        for p in of.personas[:2]
    )
    said = told(of.with_items(personas=people), "experiences")
    assert shared.title in said
    assert "Lived by Kofi Mensah and سلمى الخطيب." in said
    assert f"Kofi Mensah: “As {KOFI}”" in said


def test_relationships_read_both_ways():
    said = told(project(), "ties")
    assert "reports to; the other way round: leads" in said
    assert "Viktor Lindqvist has the say; mixed trust. Viktor corrects him in public" in said


def test_scenes_say_where_who_what_and_how_safe():
    scene = (
        project()
        .scenes[0]
        .evolve(summary="The list is read aloud.", safety="unsafe", risk_takers=(KOFI,))
    )
    said = told(project().with_items(scenes=(scene,)), "scenes")
    for words in (
        "1. The morning list",
        "Ward 7, captions, hybrid",
        "The list is read aloud.",
        "Kofi Mensah: Explains, decides; 14 lines",
        "Takes a risk: Kofi Mensah.",
        "Unsafe: whoever speaks up takes a risk",
    ):
        assert words in said


def test_facets_explain_the_values_somebody_has_and_no_others():
    facets = tuple(
        f.evolve(values=tuple(v.evolve(definition=f"About {v.label}") for v in f.values))
        for f in project().facets
    )
    said = told(project().with_items(facets=facets), "facets")
    assert "About Hard of hearing" in said
    assert "About Deaf" not in said


def test_facets_that_define_nothing_have_no_column_for_it():
    of = project()
    assert "What it means" not in told(of, "facets")
    values = (of.facets[0].values[0], of.facets[0].values[1].evolve(definition="Hears some"))
    facets = (of.facets[0].evolve(values=values), *of.facets[1:])
    assert told(of.with_items(facets=facets), "facets").count("What it means") == 1


@pytest.mark.parametrize("exporter", [PDF, DOCX, MARKDOWN], ids=lambda exporter: exporter.id)
@pytest.mark.parametrize("reader", ["anyone", "vendors"])
def test_nothing_private_is_in_it(exporter, reader):
    said = _all_words(exporter, rendered(exporter, project(), reader=reader))
    assert "Kofi Mensah" in said
    for private in (SECRET, "Gay man", "Orientation", "Notes for the team"):
        assert private not in said
    assert SECRET in _all_words(exporter, rendered(exporter, project(), reader="team"))


def _all_words(exporter, data):
    if exporter is PDF:
        return read(data).everything
    if exporter is DOCX:
        return "\n".join(t.text or "" for t in docx.Document(io.BytesIO(data)).element.iter())
    return data.decode()


def test_the_longest_texts_are_complete():
    person = project().personas[0].evolve(dos=(LONG * 60,), donts=(LONG * 60 + "The end.",))
    scene = project().scenes[0].evolve(summary=LONG * 200 + "And it was over.")
    reading = checked(project().with_items(personas=(person,), scenes=(scene,)))
    assert reading.everything.count("The end.") == 2
    assert "And it was over." in reading.everything


def test_a_cast_with_nothing_but_names_has_contents_wall_and_sheets():
    people = tuple(p.__class__(id=p.id, name=p.name) for p in project().personas)
    bare = project().with_items(personas=people, scenes=(), experiences=(), relationships=())
    headings = checked(bare).texts("H1")
    assert [h for h in headings if h in TITLES] == []


@pytest.mark.parametrize("page", ["a4", "letter"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_it_is_valid_and_the_same_twice_in_either_direction(page, language):
    of = project().with_items(course=project().course.evolve(language=language))
    checked(of, page=page)
    assert rendered(PDF, of, page=page) == rendered(PDF, of, page=page)


def test_word_begins_with_links_to_every_part():
    body = docx.Document(io.BytesIO(rendered(DOCX, project()))).element
    word = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    links = [link.get(word + "anchor") for link in body.iter(word + "hyperlink")]
    marks = [mark.get(word + "name") for mark in body.iter(word + "bookmarkStart")]
    assert links == marks
    assert len(links) == 2 + 4 + len(outline(project()).bible.after)


def test_chosen_people_alone_are_in_it():
    said = checked(project(), personas=(SALMA, VIKTOR)).texts("H1")
    assert "سلمى الخطيب" in said
    assert "Kofi Mensah" not in said


def test_it_is_one_document(tmp_path):
    options = ExportOptions(what="bible", one_file_each=True)
    with pytest.raises(ExportRefused, match="one document"):
        export_project(project(), tmp_path / "all", "pdf", options, silent)
