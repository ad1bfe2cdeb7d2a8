"""What changed since the last issue: on the sheet, in a list, for its reader, and nothing else."""

import io

import docx
import pptx
import pytest
from hypothesis import given, settings

from personamap.domain.experience import Relationship
from personamap.domain.persona import Answer, Job, Persona, Place
from personamap.exporters.change_outline import change_outline
from personamap.exporters.change_rows import RowWords
from personamap.exporters.flow import chapter_flow
from personamap.exporters.flow_blocks import Heading, Items, Words
from personamap.exporters.formats import DOCX, HTML, MARKDOWN, PDF, PPTX
from personamap.exporters.options import ExportOptions
from personamap.exporters.report import sheets_outline
from personamap.exporters.sheet_changes import SheetComparison
from personamap.exporters.sheet_outline import SheetOutline
from personamap.exporters.sheet_parts import ChangeList
from personamap.services.exports import make_outline
from personamap.services.issues import Recipient, next_issue
from tests.exporters.cast import JUN, KOFI, SALMA, SECRET, VIKTOR, project
from tests.exporters.pdf.reading import read, standards_failures
from tests.storage.any_project import any_project

LONG = "She reads labels to people who are too proud to ask. "
ANYONE, TEAM = ExportOptions(), ExportOptions(reader="team")


def silent(_done, _total):
    """Nobody waits."""


def handed_over(of, options=ANYONE, day="2026-12-01"):
    return next_issue(of, "pdf", options, Recipient("Studio A", day)).recorded_in(of)


@pytest.fixture
def issued():
    return handed_over(project())


def with_kofi(of, **changes):
    kofi, *others = of.personas
    return of.with_items(personas=(kofi.evolve(**changes), *others))


def with_answer(of, facet, **changes):
    answers = of.personas[0].answers
    return with_kofi(
        of, answers=tuple(a.evolve(**changes) if a.facet == facet else a for a in answers)
    )


def sheet(of, person=KOFI, **choices):
    options = ExportOptions(personas=(person,), **choices)
    return sheets_outline(of, options).sheets[0]


def lines(of, person=KOFI, **choices):
    back = sheet(of, person, **choices).back
    found = next((part for part in back if isinstance(part, ChangeList)), None)
    return [f"{line.label}: {line.text}" for line in found.lines] if found else []


def marks(part):
    """The names of whatever carries a mark, below any part of a sheet."""
    found = []
    fields = getattr(part, "__struct_fields__", ())
    if getattr(part, "changed", False) is True:
        found.append(type(part).__name__)
    for name in fields:
        value = getattr(part, name)
        for one in value if isinstance(value, tuple) else (value,):
            found += marks(one)
    return found


def test_a_sheet_that_was_never_handed_over_shows_no_changes():
    assert lines(project()) == []
    assert marks(sheet(project())) == []


def test_a_sheet_that_is_as_it_was_shows_no_changes(issued):
    assert lines(issued) == []
    assert marks(sheet(issued)) == []


def test_an_answer_is_told_as_it_was_and_as_it_is(issued):
    now = with_answer(issued, "caring", own_words="Three girls, every week.")
    assert lines(now) == [
        "Caring: was “Two girls, every other week.”, is now “Three girls, every week.”"
    ]
    assert marks(sheet(now)) == ["FacetRow"]


@pytest.mark.parametrize(
    ("changes", "line", "marked"),
    [
        ({"name": "Kofi A. Mensah"}, "Name: was “Kofi Mensah”, is now “Kofi A. Mensah”", []),
        ({"job": Job(title="Porter", department="Pharmacy")}, "Job: was", []),
        ({"brief": LONG * 3}, "Brief: was reworded", []),
        ({"age": 42}, "Age: was “41”, is now “42”", ["Pair"]),
        ({"own_words": "Short."}, "In his own words: was reworded", ["Quote"]),
        ({"goals": ("One goal.",)}, "Goals: new: “One goal.”, 2 are left out now", ["ItemList"]),
        ({"flaw": ""}, "Flaw: left out now: “Takes over", []),
        ({"dos": ()}, "Do: 3 are left out now", []),
        ({"experiences": ()}, "Experience: “The ward round nobody could follow” is left out", []),
    ],
    ids=["name", "job", "brief", "age", "words", "goals", "flaw", "dos", "lives"],
)
def test_what_changed_on_a_sheet_is_listed_in_words(issued, changes, line, marked):
    now = with_kofi(issued, **changes)
    assert any(said.startswith(line) for said in lines(now))
    assert set(marked) <= set(marks(sheet(now)))


def test_voice_look_and_arc_are_marked_each_as_a_whole(issued):
    kofi = issued.personas[0]
    arc = kofi.belonging.evolve(end=Place(authenticity=0.1, acceptance=0.1))
    now = with_kofi(
        issued,
        voice=kofi.voice.evolve(tone="Loud."),
        look=kofi.look.evolve(alt_text="Somebody else."),
        belonging=arc,
    )
    assert marks(sheet(now)) == ["Voice", "Arc", "Appearance"]
    assert "Arc, end: was “Belonging”, is now “Reclusiveness”" in lines(now)


def test_parts_in_scenes_ties_and_experiences_are_told(issued):
    scene, *scenes = issued.scenes
    mine, *others = scene.appearances
    now = issued.with_items(
        scenes=(scene.evolve(appearances=(mine.evolve(lines=3), *others)), *scenes),
        experiences=tuple(e.evolve(help="A rule.") for e in issued.experiences),
        relationships=(
            Relationship(id="rel-9", source=KOFI, target=JUN, label="teaches"),
            *issued.relationships,
        ),
    )
    assert lines(now) == [
        "Experience: “The ward round nobody could follow” was reworded",
        "Experience: “You speak very well” was reworded",
        "Tie with Jun: is new: “Teaches”",
        "Scene 1: was “Explains, decides; 14 lines”, is now “Explains, decides; 3 lines”",
    ]


def test_a_scene_moved_in_the_order_is_no_change_of_somebodys_part(issued):
    first, second = issued.scenes
    now = issued.with_items(scenes=(second, first))
    assert "SceneRow" not in marks(sheet(now))


def test_what_is_summed_up_at_a_glance_is_marked_and_listed_once(issued):
    scene, *scenes = issued.scenes
    mine, *others = scene.appearances
    played = mine.evolve(functions=("leads",))
    now = issued.with_items(scenes=(scene.evolve(appearances=(played, *others)), *scenes))
    assert sorted(marks(sheet(now))) == ["Pair", "SceneRow"]
    assert len(lines(now)) == 1


def test_a_portrait_drawn_anew_is_told(issued):
    now = with_kofi(issued, portrait=None)
    assert sheet(now).changed == ("portrait",)
    assert lines(now)[0] == "Portrait: was drawn anew"


def test_somebody_who_came_later_has_no_changes(issued):
    now = issued.with_items(personas=(*issued.personas, Persona(id="per-new", name="Ada")))
    assert lines(now, "per-new") == []


def test_each_person_is_compared_with_the_issue_they_were_last_in(issued):
    now = with_kofi(issued, age=42)
    again = handed_over(now, ExportOptions(personas=(SALMA,)), "2026-12-24")
    later = again.with_items(notes="Something").with_items(
        personas=tuple(p.evolve(flaw="Hums.") for p in again.personas)
    )
    found = {who: sheet(later, who).back[-1].title for who in (KOFI, SALMA)}
    assert found == {KOFI: "Changed since issue 5", SALMA: "Changed since issue 6"}


def test_an_issue_printed_again_looks_as_it_did(issued):
    now = with_kofi(issued, age=42)
    issue = next_issue(now, "pdf", ANYONE, Recipient("Studio A", "2026-12-24"))
    first = PDF.render(sheets_outline(issue.numbered, ANYONE), silent).data
    again = PDF.render(sheets_outline(issue.recorded_in(now), ANYONE), silent).data
    assert first == again
    assert "Changed since issue 5" in read(first).everything


def test_pages_say_whether_they_are_an_issue_or_a_draft_after_it(issued):
    assert sheets_outline(issued, ANYONE).version.startswith("Version 5")
    moved_on = with_kofi(issued, age=42)
    assert sheets_outline(moved_on, ANYONE).version == "Draft after version 5"
    dated = ExportOptions(date="2026-12-13")
    assert sheets_outline(moved_on, dated).version == "Draft after version 5 · 13 December 2026"


@pytest.mark.parametrize("what", ["sheets", "wall", "map", "report", "review", "bible", "changes"])
def test_every_document_says_alike_whether_the_cast_has_moved_on(issued, what):
    options = ExportOptions(what=what)
    as_issued = make_outline(issued, HTML, options).version
    assert as_issued.startswith("Version 5")
    moved_on = with_kofi(issued, age=42)
    assert make_outline(moved_on, HTML, options).version == "Draft after version 5"


@pytest.mark.parametrize("state", ["withheld", "undisclosed"])
@pytest.mark.parametrize("exporter", [PDF, DOCX, MARKDOWN], ids=lambda exporter: exporter.id)
def test_what_is_withheld_now_is_neither_marked_nor_listed(state, exporter):
    told = with_answer(project(), "love", state="stated", own_words="", values=())
    told = with_answer(told, "love", own_words=SECRET)
    now = with_answer(handed_over(told), "love", state=state)
    assert lines(now) == []
    for what in ("sheets", "bible", "changes"):
        outline = make_outline(now, exporter, ExportOptions(what=what))
        said = words_in(exporter, exporter.render(outline, silent).data)
        assert SECRET not in said
        assert "Orientation" not in said


def words_in(exporter, data):
    if exporter is PDF:
        return read(data).everything
    if exporter is DOCX:
        return "\n".join(t.text or "" for t in docx.Document(io.BytesIO(data)).element.iter())
    return data.decode()


def test_an_issue_for_the_team_tells_others_nothing_private():
    now = with_answer(handed_over(project(), TEAM), "love", own_words="Nobody knows.")
    assert lines(now) == []
    assert any("Orientation" in line for line in lines(now, reader="team"))


def test_what_only_the_team_reads_is_no_news_since_an_issue_for_others(issued):
    assert lines(issued, reader="team") == []
    now = with_kofi(issued, age=42)
    assert lines(now, reader="team") == ["Age: was “41”, is now “42”"]


def test_changes_can_be_left_out(issued):
    now = with_kofi(issued, age=42)
    assert marks(sheet(now, sections=("identity", "voice"))) == []


@pytest.mark.parametrize("language", ["en", "ar"])
def test_pages_with_change_bars_are_valid_and_the_same_twice(issued, language):
    course = issued.course.evolve(language=language)
    now = with_kofi(issued, age=42, own_words=LONG * 60, flaw=LONG * 40, dos=())
    now = now.with_items(course=course)
    made = [PDF.render(sheets_outline(now, ANYONE), silent).data for _ in range(2)]
    assert made[0] == made[1]
    assert standards_failures(made[0]) == []
    reading = read(made[0])
    assert reading.problems == ()
    assert "Changed since issue 5" in reading.texts("H2")


def test_word_slides_and_wikis_say_what_changed(issued):
    outline = sheets_outline(with_kofi(issued, age=42), ANYONE)
    line = "Age: was “41”, is now “42”"
    assert line in MARKDOWN.render(outline, silent).data.decode()
    assert line in words_in(DOCX, DOCX.render(outline, silent).data)
    slides = pptx.Presentation(io.BytesIO(PPTX.render(outline, silent).data)).slides
    assert line in slides[1].notes_slide.notes_text_frame.text


@settings(max_examples=60, deadline=None)
@given(any_project())
def test_nothing_is_changed_beside_itself(of):
    maker = SheetOutline(of, TEAM)
    for persona in of.personas:
        whole = maker.sheet(persona)
        comparison = SheetComparison(whole, whole, RowWords("en"))
        assert comparison.marked() == whole
        assert comparison.lines == []


@settings(max_examples=60, deadline=None)
@given(any_project())
def test_whatever_differs_between_two_people_is_told_with_a_label(of):
    maker = SheetOutline(of, TEAM)
    sheets = [maker.sheet(persona) for persona in of.personas]
    for before in sheets[:3]:
        for after in sheets[:3]:
            comparison = SheetComparison(before, after, RowWords("en"))
            marked = comparison.marked()
            assert (marked.front, marked.back) == (after.front, after.back) or comparison.lines
            assert all(line.label and line.text for line in comparison.lines)


def told(of, **choices):
    chapter = change_outline(of, ExportOptions(what="changes", **choices)).chapters[0]
    parts = {}
    heading = ""
    for block in chapter_flow(chapter):
        match block:
            case Heading():
                heading = block.text
            case Items():
                parts[heading] = list(block.items)
            case Words():
                parts.setdefault(heading, []).append(block.text)
    return parts


def test_the_change_list_names_who_came_went_changed_and_stayed(issued):
    kofi, salma, _viktor, jun = issued.personas
    ada = Persona(id="per-new", name="Ada", job=Job(title="Porter"))
    people = (kofi.evolve(age=42), salma, jun, ada)
    now = issued.with_items(personas=people, relationships=issued.relationships[1:])
    parts = told(now)
    assert parts["Changed since issue 5"] == ["Handed to Studio A on 1 December 2026."]
    assert parts["New in the cast"] == ["Ada, Porter"]
    assert parts["No longer in the cast"] == ["Viktor Lindqvist, Chief physician"]
    assert parts["Kofi Mensah"][0] == "Age: was “41”, is now “42”"
    assert parts["As they were"] == ["سلمى الخطيب, Medical device engineer", "Jun"]


def test_the_change_list_of_some_people_names_no_others(issued):
    now = issued.with_items(personas=tuple(p for p in issued.personas if p.id != VIKTOR))
    assert "No longer in the cast" not in told(now, personas=(SALMA,))
    assert told(now, personas=(SALMA,))["As they were"]


def test_a_change_list_before_any_issue_says_how_there_will_be_one():
    parts = told(project())
    assert list(parts) == ["Nothing to compare with yet"]
    assert "record it as an issue" in parts["Nothing to compare with yet"][0]


def test_answers_given_for_the_first_time_are_new(issued):
    kofi = issued.personas[0]
    answer = Answer(facet="belief", state="stated", own_words="Methodist.")
    others = tuple(a for a in kofi.answers if a.facet != "belief")
    now = with_kofi(issued, answers=(*others, answer))
    assert lines(now) == ["Belief: was “Open: the production team may choose”, is now “Methodist.”"]
