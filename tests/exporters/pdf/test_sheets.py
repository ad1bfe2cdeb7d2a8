"""Persona sheets: everything is said, nothing private, in order, on valid pages."""

import io

import pikepdf
import pypdfium2
import pytest

from personamap.domain.persona import Persona
from personamap.domain.portrait import PicturePortrait
from personamap.exporters.formats import PDF
from personamap.exporters.options import SECTIONS, ExportOptions
from personamap.exporters.report import sheets_outline
from personamap.i18n import speaking
from personamap.importers.pictures import picture_from_bytes
from personamap.resources import example
from personamap.services.exports import make_outline
from personamap.services.projects import open_project
from tests.exporters.cast import JUN, KOFI, SALMA, SECRET, kofi, project
from tests.exporters.pdf.reading import read, standards_failures

LONG = "She reads labels to people who are too proud to ask. "


def render(of, **choices):
    outline = sheets_outline(of, ExportOptions(**choices))
    return PDF.render(outline, lambda _done, _total: None)


def checked(of, **choices):
    rendered = render(of, **choices)
    assert standards_failures(rendered.data) == []
    reading = read(rendered.data)
    assert reading.problems == ()
    return reading


def laid_open(document):
    """All bytes of a document with nothing packed."""
    plain = io.BytesIO()
    with pikepdf.open(io.BytesIO(document)) as pdf:
        pdf.save(
            plain,
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.all,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
    return plain.getvalue()


def page_count(document):
    import io

    return len(pikepdf.open(io.BytesIO(document)).pages)


def test_a_sheet_says_everything_that_was_written():
    said = checked(project(), personas=(KOFI,)).everything
    person = kofi()
    texts = [
        person.name,
        person.pronunciation,
        person.brief,
        person.job.title,
        person.own_words,
        person.feelings,
        person.flaw,
        person.voice.tone,
        person.look.description,
        person.look.alt_text,
        *person.goals,
        *person.motivations,
        *person.strengths,
        *person.voice.sample_lines,
        *person.voice.avoid,
        *person.dos,
        *person.donts,
        *(a.own_words for a in person.answers if a.state == "stated"),
        *(turn.note for turn in person.belonging.turning_points),
        "The ward round nobody could follow",
        "Old friend of",
        "Explains, decides; 14 lines",
        "Open: the production team may choose",
    ]
    assert [text for text in texts if text and text not in said] == []


def test_the_name_is_read_first_and_the_portrait_has_its_alternative_text():
    reading = checked(project(), personas=(KOFI,))
    assert reading.texts("H1") == ["Kofi Mensah"]
    assert reading.texts("Figure")[0] == kofi().look.alt_text


@pytest.mark.parametrize("reader", ["anyone", "reviewers", "vendors"])
def test_private_answers_are_nowhere_in_the_file(reader):
    rendered = render(project(), reader=reader)
    said, unpacked = read(rendered.data).everything, laid_open(rendered.data)
    assert kofi().look.alt_text.encode("utf-16-be").hex().encode() in unpacked.lower()
    for private in (SECRET, "Gay man", "Orientation", "Notes for the team"):
        assert private not in said
        assert private.encode() not in unpacked
        assert private.encode("utf-16-be").hex().encode() not in unpacked.lower()


def test_the_team_reads_private_answers_and_notes():
    said = checked(project(), reader="team").everything
    assert SECRET in said
    assert "Ask the trust whether the ward may be named." in said


@pytest.mark.parametrize("page", ["a4", "letter"])
def test_the_same_project_gives_the_same_bytes(page):
    assert render(project(), page=page).data == render(project(), page=page).data


def test_somebody_with_nothing_but_a_name_gets_one_page_that_says_so():
    alone = project().with_items(personas=(Persona(id=JUN, name="Jun"),), scenes=())
    rendered = render(alone)
    assert page_count(rendered.data) == 1
    assert "Nothing has been written about this person yet." in read(rendered.data).everything


def test_somebody_without_even_a_name_still_gets_a_valid_sheet():
    checked(project().with_items(personas=(Persona(id=JUN),), scenes=()))


def test_empty_parts_leave_no_heading_behind():
    reading = checked(project(), personas=(SALMA,))
    headings = reading.texts("H2")
    assert "Voice" not in headings
    assert "Goals" not in headings
    assert "What she has lived" in headings


def test_several_sheets_begin_with_linked_contents():
    reading = checked(project())
    assert reading.texts("Link")[0] == "Go to the sheet of Kofi Mensah"
    assert len(reading.texts("TOCI")) == 4


def test_each_person_has_a_bookmark():
    import io

    pdf = pikepdf.open(io.BytesIO(render(project()).data))
    with pdf.open_outline() as outline:
        titles = [item.title for item in outline.root]
    assert titles == ["Contents", "Kofi Mensah", "سلمى الخطيب", "Viktor Lindqvist", "Jun"]


def test_chosen_sections_alone_are_printed():
    reading = checked(project(), personas=(KOFI,), sections=("voice",))
    assert reading.texts("H2") == ["Voice"]


@pytest.mark.parametrize("section", SECTIONS)
def test_every_section_can_stand_alone(section):
    checked(project(), personas=(KOFI,), sections=(section,), reader="team")


@pytest.mark.parametrize("language", ["ar", "he", "ur", "th", "de"])
def test_sheets_in_other_languages_say_the_same_and_name_their_language(language):
    course = project().course.evolve(language=language)
    reading = checked(project().with_items(course=course), personas=(SALMA,))
    assert reading.elements[0].lang == language
    assert reading.texts("H1") == ["سلمى الخطيب"]


def test_the_longest_texts_flow_on_and_are_complete():
    person = kofi().evolve(
        brief=LONG * 15,
        own_words=LONG * 80,
        flaw=LONG * 30,
        goals=tuple(f"Goal {i}. {LONG}" for i in range(25)),
        dos=tuple(f"Do {i}. {LONG}" for i in range(25)),
        look=kofi().look.evolve(description=LONG * 60),
        voice=kofi().voice.evolve(tone=LONG * 60, sample_lines=(LONG * 60,)),
    )
    said = checked(project().with_items(personas=(person,))).everything
    assert said.count(LONG.strip()) == 15 + 80 + 30 + 25 + 25 + 60 + 60 + 60


@pytest.mark.parametrize(("told", "left", "pages"), [(1, 1, 2), (6, 1, 2), (9, 3, 2), (18, 3, 3)])
def test_no_sheet_has_a_last_page_of_a_few_lines_that_fit_before_it(told, left, pages):
    sentence = "When the list was late again, she stayed and counted every box on the ward twice. "
    somebody = kofi().evolve(own_words=sentence * told, donts=(sentence * 2,) * left)
    document = render(project().with_items(personas=(somebody,), relationships=())).data
    assert page_count(document) == pages


@pytest.mark.parametrize("folder", ["", "de", "es"])
@pytest.mark.parametrize("page", ["a4", "letter"])
def test_everybody_of_the_example_has_two_pages_in_each_language_on_either_paper(page, folder):
    shown = open_project(example(folder, "onboarding.personamap")).project
    with speaking(shown.course.language):
        document = render(shown, page=page).data
    assert page_count(document) == 1 + 2 * len(shown.cast)


def test_a_page_that_would_have_a_few_lines_only_takes_what_follows():
    sentence = "When the list was late again, she stayed and counted every box on the ward twice. "
    somebody = kofi().evolve(own_words=sentence * 10, donts=(sentence * 2,) * 3)
    document = render(project().with_items(personas=(somebody,), relationships=())).data
    second = pypdfium2.PdfDocument(document)[1].get_textpage().get_text_bounded()
    assert "What he has lived" in second


def test_a_long_list_says_on_the_next_page_what_it_is():
    sentence = "Never let him be the one who always knows. "
    somebody = kofi().evolve(goals=(sentence * 4,) * 30)
    document = render(project().with_items(personas=(somebody,), relationships=())).data
    pages = [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(document)]
    assert any("Goals, continued" in page for page in pages[1:])


def test_nothing_is_drawn_outside_the_page():
    person = kofi().evolve(name="Wolfeschlegelsteinhausenbergerdorff" * 4, own_words=LONG * 80)
    rendered = render(project().with_items(personas=(person,)))
    for left, bottom in text_places(rendered.data):
        assert 40 <= left <= 560
        assert 20 <= bottom <= 830


def text_places(document):
    import io

    for page in pikepdf.open(io.BytesIO(document)).pages:
        for operands, operator in pikepdf.parse_content_stream(page):
            if str(operator) == "Td":
                yield float(operands[0]), float(operands[1])


def test_an_imported_picture_is_printed():
    import io

    from PIL import Image

    written = io.BytesIO()
    Image.new("RGB", (60, 90), "#336699").save(written, "PNG")
    media = picture_from_bytes(written.getvalue(), "a.png")
    person = kofi().evolve(portrait=PicturePortrait(media=media.id))
    rendered = render(project().with_items(personas=(person,), media=(media,)))
    assert standards_failures(rendered.data) == []
    assert b"/Subtype /Image" in rendered.data


def test_a_picture_that_is_gone_becomes_initials():
    person = kofi().evolve(portrait=PicturePortrait(media="0" * 64))
    checked(project().with_items(personas=(person,)))


def test_letters_without_a_font_are_named_with_their_person():
    person = Persona(id=JUN, name="Jun \U0001390a")
    rendered = render(project().with_items(personas=(person,), scenes=()))
    assert [(m.name, m.letters) for m in rendered.missing] == [("Jun \U0001390a", "\U0001390a")]


def test_forty_people_fit_into_one_document():
    cast = tuple(kofi().evolve(id=f"per-{i}", name=f"Kofi {i}", colour=i % 6) for i in range(40))
    reading = checked(project().with_items(personas=cast))
    assert len(reading.texts("H1")) == 41


def test_dangling_references_do_not_stop_a_sheet():
    broken = project().with_items(scenes=(), experiences=(), facets=(), relationships=())
    checked(broken)


def test_progress_is_told_for_each_sheet_and_can_stop_the_export():
    told = []

    def progress(done, total):
        told.append((done, total))
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        PDF.render(sheets_outline(project(), ExportOptions()), progress)
    assert told == [(0, 4), (1, 4), (2, 4)]


def test_what_colleagues_say_keeps_its_quotes_on_a_page_from_the_right():
    arabic = project().course.evolve(language="ar")
    of = project().with_items(course=arabic, personas=(kofi().evolve(called="Kof"),))
    (sheet,) = sheets_outline(of.with_items(relationships=()), ExportOptions()).sheets
    assert sheet.called[-1] == "\u2068colleagues say «Kof»\u2069"


def test_the_story_begins_on_a_new_page_where_that_costs_none():
    sentence = "When the list was late again, she stayed and counted every box on the ward twice. "
    somebody = kofi().evolve(own_words=sentence * 2, donts=(sentence * 3,) * 12)
    document = render(project().with_items(personas=(somebody,), relationships=())).data
    pages = [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(document)]
    assert len(pages) == 3
    assert "What he has lived" not in pages[0]
    assert pages[1].index("What he has lived") < 200


def test_a_bible_in_another_language_says_which_of_its_heads_are_the_program_s():
    french = project().with_items(course=project().course.evolve(language="fr"))
    outline = make_outline(french, PDF, ExportOptions(what="bible"))
    found = read(PDF.render(outline, lambda _done, _total: None).data).elements
    spoken = {(one.tag, one.text): one.lang for one in found}
    assert spoken["H3", "Do"] == "en"
    assert spoken["H2", "Kofi Mensah"] == "fr"
