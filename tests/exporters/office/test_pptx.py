import io
import zipfile

import pptx
import pytest
from PIL import Image, ImageChops, ImageOps, ImageStat

from personamap.exporters.office.pptx import PPTX
from personamap.exporters.options import ExportOptions
from personamap.exporters.report import sheets_outline
from tests.exporters.cast import SECRET, kofi, project


def render(of=None, **choices):
    outline = sheets_outline(of or project(), ExportOptions(**choices))
    return PPTX.render(outline, lambda _done, _total: None)


def slides(rendered):
    return list(pptx.Presentation(io.BytesIO(rendered.data)).slides)


def test_there_is_a_title_and_one_slide_a_person():
    title, *people = slides(render())
    assert title.shapes.title.text == project().course.title
    assert [slide.shapes.title.text for slide in people][:2] == ["Kofi Mensah", "سلمى الخطيب"]


def test_everything_on_a_slide_stands_in_a_placeholder():
    for slide in slides(render()):
        assert all(shape.is_placeholder for shape in slide.shapes)


def test_the_portrait_has_its_alternative_text():
    kofis = slides(render())[1]
    picture = next(s for s in kofis.placeholders if s.placeholder_format.idx == 1)
    assert picture._element._nvXxPr.cNvPr.get("descr") == kofi().look.alt_text


def test_notes_say_which_of_their_words_are_the_program_s():
    french = project().with_items(course=project().course.evolve(language="fr"))
    kofis = next(s for s in slides(render(french)) if s.shapes.title.text == "Kofi Mensah")
    paragraphs = kofis.notes_slide.notes_text_frame.paragraphs
    spoken = {run.text: run._r.rPr.get("lang") for p in paragraphs for run in p.runs}
    assert spoken["Voice"] == "en"
    assert spoken["Kofi Mensah"] == "fr"


def test_what_runs_against_a_slide_is_in_the_language_of_the_program():
    arabic = project().with_items(course=project().course.evolve(language="ar"))
    runs = [
        run
        for slide in slides(render(arabic))
        for shape in slide.placeholders
        if shape.has_text_frame
        for paragraph in shape.text_frame.paragraphs
        for run in paragraph.runs
    ]
    spoken = {run.text: run._r.rPr.get("lang") for run in runs}
    assert spoken["سلمى الخطيب"] == "ar"
    assert spoken["Kofi Mensah"] == "en"


def test_drawn_people_look_into_a_slide_that_is_read_from_the_right():
    def portrait(language):
        of = project().with_items(course=project().course.evolve(language=language))
        shown = slides(render(of))[1].placeholders
        data = next(s for s in shown if s.placeholder_format.idx == 1).image.blob
        return Image.open(io.BytesIO(data)).convert("RGBA")

    difference = ImageChops.difference(portrait("ar"), ImageOps.mirror(portrait("en")))
    assert max(ImageStat.Stat(difference).mean) < 2
    assert max(ImageStat.Stat(ImageChops.difference(portrait("ar"), portrait("en"))).mean) > 5


def test_the_notes_hold_the_whole_sheet():
    notes = slides(render())[1].notes_slide.notes_text_frame.text
    for line in (*kofi().voice.sample_lines, *kofi().goals, kofi().flaw):
        assert line in notes


def test_long_texts_are_shortened_on_the_slide_and_whole_in_the_notes():
    long = "One sentence follows another here. " * 60
    slide = slides(render(project().with_items(personas=(kofi().evolve(brief=long),))))[1]
    body = next(s for s in slide.placeholders if s.placeholder_format.idx == 2)
    assert len(body.text_frame.text) < 1_000
    assert long.strip() in slide.notes_slide.notes_text_frame.text


def test_only_the_team_reads_private_answers():
    def everything(**choices):
        archive = zipfile.ZipFile(io.BytesIO(render(**choices).data))
        return b"".join(map(archive.read, archive.namelist()))

    assert SECRET.encode() not in everything()
    assert SECRET.encode() in everything(reader="team")


def test_the_same_project_gives_the_same_bytes():
    assert render().data == render().data


def test_what_xml_cannot_hold_is_shown_and_counted():
    rendered = render(project().with_items(personas=(kofi().evolve(name="K\x00fi"),)))
    assert slides(rendered)[1].shapes.title.text == "K\ufffdfi"
    assert rendered.replaced


def test_a_long_name_is_set_smaller():
    person = kofi().evolve(name="Maria-Magdalena Freifrau von Hohenstein-Papadopoulou")
    of = project().with_items(personas=(person, kofi().evolve(id="per-2")))
    _title, long, short = slides(render(of))
    assert long.shapes.title.text_frame.paragraphs[0].runs[0].font.size.pt < 40
    assert short.shapes.title.text_frame.paragraphs[0].runs[0].font.size is None


def test_notes_begin_with_the_name():
    notes = slides(render())[1].notes_slide.notes_text_frame.text
    assert notes.startswith("Kofi Mensah")


@pytest.mark.parametrize(
    ("sentence", "end"),
    [("病棟で質問をする人です。", "。"), ("वह सवाल पूछती है। ", "।")],
)
def test_a_text_is_cut_behind_a_sentence_of_its_script(sentence, end):
    slide = slides(render(project().with_items(personas=(kofi().evolve(brief=sentence * 60),))))[1]
    body = next(s for s in slide.placeholders if s.placeholder_format.idx == 2)
    cut = next(p.text for p in body.text_frame.paragraphs if p.text.startswith(sentence[:6]))
    assert cut.endswith(f"{end} …")
