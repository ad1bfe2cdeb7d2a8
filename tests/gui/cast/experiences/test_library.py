"""The library of lived experiences, as a person uses it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from personamap.domain.experience import Experience
from personamap.domain.facet import ValueRef
from personamap.domain.persona import Evidence
from personamap.edits.experiences import add_experience
from personamap.gui.cast.experience_section import ExperienceSection
from personamap.gui.cast.experiences.choosing import ORDERS
from personamap.gui.cast.experiences.join_dialog import JoinDialog
from personamap.gui.cast.experiences.people_dialog import LivedByDialog
from personamap.gui.dialogs.loss_dialog import LossDialog
from personamap.gui.document import Document
from tests.conftest import IDRIS, LENE, MARA

RULES, NIGHT, MOVE = "exp-rules", "exp-night", "exp-move"


@pytest.fixture
def document(dressed, project):
    """Mara and Idris share one experience, Lene alone had another, one waits for somebody."""
    night = Experience(
        id=NIGHT,
        title="A call at night",
        situation="The phone rings, and the child sleeps.",
        turn="enabler",
        turn_text="A neighbour comes over.",
        context="situational",
        themes=("shift work", "care"),
        touches=(ValueRef(facet="disability", value="hearing"),),
        evidence=(Evidence(source="A diary", reviewer="Ada"),),
    )
    move = Experience(id=MOVE, title="The third move", themes=("moving",), context="temporary")
    return Document(add_experience(add_experience(project, night, (LENE,)), move))


@pytest.fixture
def page(cast):
    cast.show_layout("experiences")
    cast.library.page.editor.finish()
    return cast.library.page


def mark(page, mark, wanted=True):
    page.tools.filter_by(mark, wanted)


def dialog_of(kind):
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible())


def lived(document, persona_id):
    return [entry.experience for entry in document.project.persona(persona_id).experiences]


def spoken(page, experience_id):
    role = Qt.ItemDataRole.AccessibleTextRole
    return page.list.cards.data(page.list.cards.index_of(experience_id), role)


def test_what_most_people_share_comes_first_and_what_waits_last(page, cast):
    assert page.list.cards.ids == (RULES, NIGHT, MOVE)
    assert cast.head.count.text() == "3 lived experiences"
    assert page.selected_ids == (RULES,)


def test_a_screen_reader_hears_who_lived_it_and_what_waits(page):
    assert spoken(page, RULES) == "Nobody told me the rules, Barrier, Mara, Idris"
    assert spoken(page, NIGHT) == (
        "A call at night, Enabler: A neighbour comes over., Lene, "
        "Situational  ·  shift work  ·  care"
    )
    assert "Waiting: nobody in the cast has lived it yet" in spoken(page, MOVE)
    assert not page.list.grab().isNull()


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("neighbour phone", (NIGHT,)),
        ("lene", (NIGHT,)),
        ("ada", (NIGHT,)),
        ("hearing", (NIGHT,)),
        ("moving", (MOVE,)),
    ],
)
def test_all_that_an_experience_says_is_searched(page, words, found, qtbot, cast):
    qtbot.keyClicks(page.tools.search, words)
    assert page.list.cards.ids == found
    assert cast.head.count.text() == "1 of 3 lived experiences"


@pytest.mark.parametrize(
    ("marks", "found"),
    [
        ([("lived", "nobody")], (MOVE,)),
        ([("lived", "nobody"), ("lived", "several")], (RULES, MOVE)),
        ([("theme", "care")], (NIGHT,)),
        ([("context", "temporary"), ("context", "situational")], (NIGHT, MOVE)),
        ([("context", "temporary"), ("turn", "enabler")], ()),
        ([("value", "disability.hearing")], (NIGHT,)),
        ([("turn", "enabler")], (NIGHT,)),
    ],
)
def test_filters_of_one_kind_widen_and_of_several_narrow(page, marks, found):
    for one in marks:
        mark(page, one)
    assert page.list.cards.ids == found


def test_the_filter_menu_offers_what_the_experiences_name(page):
    page.tools.filter_menu.aboutToShow.emit()
    menus = {a.text(): a.menu() for a in page.tools.filter_menu.actions() if a.menu()}
    assert [a.text() for a in menus["Theme"].actions()] == ["care", "moving", "shift work"]
    assert [a.text() for a in menus["Touches"].actions()] == ["Disability: Hearing"]
    next(a for a in menus["Theme"].actions() if a.text() == "care").trigger()
    assert page.list.cards.ids == (NIGHT,)


def test_a_filter_is_dropped_by_its_chip(page, hands):
    mark(page, ("theme", "care"))
    (chip,) = [c for c in page.tools.marks.findChildren(type(page.tools.add)) if c.isVisible()]
    assert chip.text() == "Theme: care"
    hands.click(chip)
    assert len(page.list.cards.ids) == 3


def test_what_nothing_is_like_teaches_and_offers_everything(page, qtbot, hands):
    qtbot.keyClicks(page.tools.search, "nothing has these words")
    assert page.empty.isVisible()
    hands.click(page.empty.show_all)
    assert len(page.list.cards.ids) == 3
    assert page.tools.search.text() == ""


@pytest.mark.parametrize(
    ("order", "ids"),
    [
        ("fewest", (MOVE, NIGHT, RULES)),
        ("title", (NIGHT, RULES, MOVE)),
        ("written", (RULES, NIGHT, MOVE)),
    ],
)
def test_they_stand_in_the_order_that_is_asked_for(page, order, ids):
    page.tools.sort_menu.aboutToShow.emit()
    next(a for a in page.tools.sort_menu.actions() if a.text() == ORDERS[order]).trigger()
    assert page.list.cards.ids == ids


def test_everything_is_edited_beside_the_list_for_everybody(page, document, hands):
    page.list.select((NIGHT,))
    editor = page.editor
    assert editor.name.text() == "A call at night"
    assert editor.shared.text() == "Lived by 1 of 3"
    hands.press(Qt.Key.Key_Return, page.list)
    hands.type("!")
    assert document.project.find_experience(NIGHT).title == "A call at night!"
    assert editor.name.text() == "A call at night!"
    assert spoken(page, NIGHT).startswith("A call at night!")
    document.undo_stack.undo()
    assert editor.name.text() == "A call at night"


def test_the_form_goes_along_to_another_experience(page, document, hands):
    page.list.select((NIGHT,))
    page.list.select((MOVE,))
    hands.press(Qt.Key.Key_Return, page.list)
    hands.type("!")
    assert document.project.find_experience(MOVE).title == "The third move!"
    assert document.project.find_experience(NIGHT).title == "A call at night"


def test_how_somebody_tells_it_is_written_in_their_panel(page, document, hands):
    panel = page.editor.people.panels[MARA]
    hands.click(panel.fold)
    hands.type("I guessed.")
    assert document.project.persona(MARA).experiences[0].own_words == "I guessed."
    assert panel.line.text() == "“I guessed.”"
    assert document.project.persona(IDRIS).experiences[0].own_words == ""


def test_several_people_are_added_and_taken_off_in_one_step(page, document, hands):
    page.editor.people.panels[MARA].fold.click()
    hands.type("I guessed.")
    hands.click(page.editor.people.add)
    dialog = dialog_of(LivedByDialog)
    assert dialog.people.ticked == (MARA, IDRIS)
    dialog.people.tick({LENE, IDRIS})
    assert dialog.loss.text() == "What Mara told of it in their own words goes with the tick."
    before = document.project
    dialog.accept()
    assert [lived(document, who) for who in (MARA, IDRIS, LENE)] == [[], [RULES], [NIGHT, RULES]]
    assert list(page.editor.people.panels) == [IDRIS, LENE]
    document.undo_stack.undo()
    assert document.project is before


def test_people_are_searched_and_what_is_not_found_keeps_its_tick(page, document, hands, qtbot):
    hands.click(page.editor.people.add)
    dialog = dialog_of(LivedByDialog)
    qtbot.keyClicks(dialog.search, "len")
    rows = dialog.people.list
    assert [rows.item(at).text() for at in range(3) if not rows.item(at).isHidden()] == ["Lene"]
    assert not dialog.people.toggle.isEnabled()
    rows.item(2).setCheckState(Qt.CheckState.Checked)
    dialog.accept()
    assert list(page.editor.people.panels) == [MARA, IDRIS, LENE]


def test_two_that_are_the_same_become_one_and_undo_parts_them(page, document):
    before = document.project
    page.list.select((RULES, NIGHT))
    page._actions.join.trigger()
    dialog = dialog_of(JoinDialog)
    assert dialog.kept.currentData() == RULES
    assert dialog.lines[0] == "3 people have lived it: Mara, Idris and Lene."
    assert "“A call at night” comes to stand in the situation, with what it says." in dialog.lines
    dialog.accept()
    assert [one.id for one in document.project.experiences] == [RULES, MOVE]
    assert lived(document, LENE) == [RULES]
    assert page.list.cards.ids == (RULES, MOVE)
    document.undo_stack.undo()
    assert document.project is before


def test_the_other_one_of_two_is_searched_when_one_is_selected(page, document, hands):
    page.list.select((MOVE,))
    page._actions.join.trigger()
    hands.search("call at night")
    dialog = dialog_of(JoinDialog)
    assert dialog.kept.currentData() == NIGHT
    dialog.kept.show_choice(MOVE)
    dialog.accept()
    joined = document.project.find_experience(MOVE)
    assert joined.title == "The third move"
    assert joined.themes == ("moving", "shift work", "care")
    assert lived(document, LENE) == [MOVE]


def test_deleting_says_first_what_would_be_lost(page, document, qtbot, hands):
    before = document.project
    page.list.select((RULES,))
    hands.press(Qt.Key.Key_Delete, page.list)
    dialog = dialog_of(LossDialog)
    assert dialog.lines[0] == "2 people would not have lived it any more: Mara and Idris."
    dialog.reject()
    assert document.project is before
    page._actions.delete.trigger()
    dialog_of(LossDialog).accept()
    assert lived(document, MARA) == []
    assert page.selected_ids == (NIGHT,)
    document.undo_stack.undo()
    assert document.project is before
    assert page.selected_ids == (RULES,)


def test_a_new_one_is_listed_whatever_was_filtered_with_the_cursor_in_its_title(
    cast, page, document, hands
):
    mark(page, ("theme", "care"))
    cast.show_layout("cards")
    cast.experience_actions.add.trigger()
    assert cast.head.layouts.choice == "experiences"
    hands.type("Snowed in")
    assert document.project.experiences[-1].title == "Snowed in"
    assert page.selected_ids == (document.project.experiences[-1].id,)


def test_whoever_reads_about_somebody_finds_who_else_lived_it(cast, qtbot):
    cast.wall.select([MARA])
    section = cast.editor.sections[ExperienceSection]
    section.open()
    section.experience_opened.emit(RULES)
    qtbot.waitUntil(lambda: cast.library.page.editor.is_whole)
    assert cast.library.page.selected_ids == (RULES,)
    assert list(cast.library.page.editor.people.panels) == [MARA, IDRIS]
    assert cast.inspector.currentWidget() is cast.library.page.editor


def test_from_an_experience_one_gets_to_its_people_and_back_to_the_wall(cast, page):
    page.editor.person_opened.emit(IDRIS)
    assert cast.head.layouts.choice == "cards"
    assert cast.wall.current_id == IDRIS
    assert cast.inspector.currentWidget() is cast.editor
    assert cast.head.people.search.isVisible()
    assert not page.tools.search.isVisible()
    assert cast.head.count.text() == "3 people"


def test_what_can_be_done_says_what_is_missing(cast, page):
    actions = cast.experience_actions
    page.list.select((RULES, NIGHT))
    assert not actions.people.isEnabled()
    assert actions.people.toolTip() == "Select one experience only."
    cast.show_layout("cards")
    assert not actions.delete.isEnabled()
    assert cast.person_actions.delete.isEnabled()
    cast.show_layout("experiences")
    assert actions.delete.isEnabled()
    assert not cast.person_actions.delete.isEnabled()


def test_nothing_lived_yet_teaches_and_offers_to_begin(qtbot, cast, document, hands):
    document.apply("Empty", lambda project: project.with_items(experiences=()))
    cast.show_layout("experiences")
    page = cast.library.page
    assert page.empty.isVisible()
    assert page.editor.name.text() == "" or not page.editor.name.isVisible()
    hands.click(page.empty.add)
    assert len(document.project.experiences) == 1
    assert page.list.isVisible()


def test_someone_set_aside_does_not_count_as_having_lived_it(page, document):
    from personamap.edits.personas import set_archived

    document.apply("Aside", set_archived, (LENE,), True)
    assert "Waiting" in spoken(page, NIGHT)
    document.undo_stack.undo()
    assert "Waiting" not in spoken(page, NIGHT)
