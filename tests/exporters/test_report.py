"""What goes into a document."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from personamap.domain.columns import unguarded
from personamap.domain.review import SignOff
from personamap.edits.personas import set_persona_field
from personamap.errors import UnknownFormat, UnknownId
from personamap.exporters.formats import CSV, EXPORTERS, find_exporter
from personamap.exporters.options import FORMATS, ExportOptions
from personamap.exporters.private import held_back, visible_project
from personamap.exporters.report import chosen_personas, sheets_outline, table_outline
from personamap.exporters.sheet_parts import Identity, Scenes
from personamap.exporters.states import states_of
from tests.exporters.cast import JUN, KOFI, SALMA, SECRET, kofi, project


def front(of, **choices):
    return sheets_outline(of, ExportOptions(**choices)).sheets[0].front


def test_only_stated_and_open_answers_are_worded():
    identity = next(part for part in front(project()) if isinstance(part, Identity))
    assert [row.facet for row in identity.rows if row.is_blank] == ["Belief"]
    assert "Orientation" not in [row.facet for row in identity.rows]


def test_own_words_come_before_the_groups_used_for_counting():
    identity = next(part for part in front(project()) if isinstance(part, Identity))
    words = {row.facet: row.words for row in identity.rows}
    assert words["Ethnicity, origin"] == "“Ghanaian. British on paper since 2019.”"
    assert words["Languages"] == "Ga (first), English (at work)"


def test_switched_off_facets_are_left_out():
    off = tuple(facet.evolve(active=False) for facet in project().facets)
    assert not [p for p in front(project().with_items(facets=off)) if isinstance(p, Identity)]


def test_archived_personas_are_left_out_unless_named():
    shelved = project().with_items(personas=(kofi().evolve(archived=True),))
    assert chosen_personas(shelved, ExportOptions()) == ()
    assert len(chosen_personas(shelved, ExportOptions(personas=(KOFI,)))) == 1


def test_personas_keep_the_order_of_the_cast():
    chosen = chosen_personas(project(), ExportOptions(personas=(JUN, SALMA)))
    assert [persona.id for persona in chosen] == [SALMA, JUN]


def test_an_unknown_persona_is_named():
    with pytest.raises(UnknownId, match="per-nobody"):
        chosen_personas(project(), ExportOptions(personas=("per-nobody",)))


def test_what_is_private_is_emptied_and_counted():
    options = ExportOptions()
    seen = visible_project(project(), options)
    assert SECRET not in seen.model_dump_json()
    assert seen.persona(KOFI).answer("love").state == "undisclosed"
    assert held_back(project(), options) == 1
    assert visible_project(project(), ExportOptions(reader="team")) == project()


def test_an_arabic_course_is_read_from_the_right():
    course = project().course.evolve(language="ar-EG")
    assert sheets_outline(project().with_items(course=course), ExportOptions()).rtl


def test_the_date_is_the_newest_of_the_project_unless_given():
    assert sheets_outline(project(), ExportOptions()).date == "2026-11-24"
    assert sheets_outline(project(), ExportOptions(date="2027-01-02")).date == "2027-01-02"


def test_every_exporter_is_found_by_its_id():
    assert [find_exporter(exporter.id) for exporter in EXPORTERS] == list(EXPORTERS)
    assert tuple(exporter.id for exporter in EXPORTERS) == FORMATS
    with pytest.raises(UnknownFormat, match="pdf, docx, pptx, html, md, xlsx, csv, json, svg, png"):
        find_exporter("odt")


def read_csv(of, **choices):
    outline = table_outline(of, ExportOptions(**choices))
    written = CSV.render(outline, lambda _done, _total: None).data
    return list(csv.reader(io.StringIO(written.decode("utf-8-sig"), newline="")))


def test_csv_has_one_row_a_persona():
    heads, *rows = read_csv(project())
    assert len(rows) == 4
    assert rows[0][heads.index("Name")] == "Kofi Mensah"


def test_csv_holds_nothing_private_back_from_the_team_alone():
    assert SECRET not in str(read_csv(project()))
    assert SECRET in str(read_csv(project(), reader="team"))


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30))
def test_no_cell_can_become_a_formula_and_none_is_changed_for_good(text):
    heads, row = read_csv(project().with_items(personas=(kofi().evolve(brief=text),)))
    cell = row[heads.index("Brief")]
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert unguarded(cell) == text


@pytest.mark.parametrize("reader", ["anyone", "team"])
def test_a_sheet_says_when_somebody_changed_after_a_sign_off(reader):
    def status(of):
        return sheets_outline(of, ExportOptions(personas=(KOFI,), reader=reader)).sheets[0].status

    (state,) = states_of(project(), [KOFI])
    signed = SignOff(id="sgn-2", name="Ada", subject=KOFI, date="2026-11-26", state=state)
    of = project().with_items(sign_offs=(signed,))
    assert status(of) == "Signed off by Ada, 26 November 2026"
    changed = set_persona_field(of, KOFI, "brief", "Another.")
    assert status(changed) == "Changed since Ada signed it off"


def test_a_goal_that_ends_a_sentence_ends_it_once():
    goals = tuple(goal.evolve(text="Speak up early.") for goal in project().course.goals)
    of = project().with_items(course=project().course.evolve(goals=goals))
    sheet = sheets_outline(of, ExportOptions(personas=(KOFI,))).sheets[0]
    scenes = next(section for section in sheet.back if isinstance(section, Scenes))
    assert scenes.note.endswith("Serves “Speak up early”.")
