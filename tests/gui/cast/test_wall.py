import gc

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel

from personamap.analysis.coverage import check_coverage
from personamap.domain.persona import Persona
from personamap.domain.project import Project
from personamap.edits.facets import set_facet_field
from personamap.edits.items import move_item
from personamap.edits.personas import (
    add_persona,
    new_persona,
    remove_personas,
    set_persona_field,
)
from personamap.gui.cast.card import card_of
from personamap.gui.cast.card_delegate import card_height, card_rect, first_lines, more_rect
from personamap.gui.cast.choosing import Choosing, blank_mark, chosen_ids
from personamap.gui.cast.workspace import CastWorkspace
from personamap.gui.document import Document
from personamap.gui.look.theme import Theme, apply_theme, current_theme
from tests.conftest import IDRIS, LENE, MARA

SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)


@pytest.fixture
def wall(cast):
    return cast.wall


def nobody(_persona_id):
    return 0


def test_everybody_is_on_the_wall(cast, wall):
    assert wall.cards.ids == (MARA, IDRIS, LENE)
    assert cast.head.count.text() == "3 people"


def test_the_list_keeps_the_rules_of_qt_through_every_edit(wall, document):
    QAbstractItemModelTester(wall.cards, QAbstractItemModelTester.FailureReportingMode.Fatal, wall)
    document.apply("Add", add_persona, new_persona("Noor"))
    document.apply("Move", move_item, "personas", LENE, 0)
    document.apply("Edit", set_persona_field, IDRIS, "brief", "Nights.")
    document.apply("Remove", remove_personas, (MARA, LENE))
    while document.undo_stack.canUndo():
        document.undo_stack.undo()
    assert wall.cards.ids == (MARA, IDRIS, LENE)


def test_a_card_says_what_is_stated_and_what_is_blank(project):
    card = card_of(project.persona(IDRIS), project.active_facets)
    assert card.chips == ("35 to 54",)
    assert (card.blanks, card.blank_words) == (("open",), "1 open")
    lene = card_of(project.persona(LENE), project.active_facets, findings=2)
    assert lene.blank_words == "2 undecided"
    assert lene.spoken == "Lene, 2 undecided, 2 findings"


def test_blanks_of_several_kinds_are_counted_together(project):
    persona = project.persona(LENE).evolve(answers=project.persona(IDRIS).answers[1:])
    card = card_of(persona, project.active_facets)
    assert card.blanks == ("undecided", "open")
    assert card.blank_words == "2 blanks"


def test_a_screen_reader_hears_the_whole_card(wall):
    assert wall.cards.index(1).data(SPOKEN) == "Idris, 1 open"


def test_a_card_is_as_high_as_the_design_says():
    assert card_height(current_theme()) == 362


def test_a_long_brief_ends_in_three_lines(qapp):
    font = current_theme().font("base")
    assert first_lines("", font, 260) == [""]
    assert first_lines("Short.", font, 260) == ["Short."]
    lines = first_lines("Somebody who says a great deal. " * 9, font, 260)
    assert len(lines) == 3
    assert lines[2].endswith("…")
    in_emoji = first_lines("🙂 " * 200, font, 260)
    assert len(in_emoji) == 3


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_F2])
def test_arrows_walk_and_return_or_f2_opens_the_name(cast, wall, hands, key):
    wall.setFocus()
    hands.press(Qt.Key.Key_Right)
    assert wall.current_id == IDRIS
    assert cast.editor.persona_id == IDRIS
    hands.press(key)
    hands.press(Qt.Key.Key_End)
    hands.type(" Haddad")
    assert cast.document.project.persona(IDRIS).name == "Idris Haddad"


def test_a_name_that_is_opened_is_ready_to_be_written_over(cast, wall, hands):
    wall.setFocus()
    hands.press(Qt.Key.Key_F2)
    hands.type("Mara Okafor")
    assert cast.document.project.persona(MARA).name == "Mara Okafor"


def test_the_selection_survives_edits_of_others(wall, document):
    wall.select([IDRIS, LENE])
    document.apply("Remove", remove_personas, (MARA,))
    document.apply("Add", add_persona, new_persona("Noor"))
    document.apply("Move", move_item, "personas", LENE, 0)
    assert set(wall.selected_ids) == {IDRIS, LENE}
    assert wall.current_id == IDRIS


def test_delete_says_so_and_undo_brings_the_scenes_back(cast, wall, hands, qtbot):
    before = cast.document.project
    wall.setFocus()
    hands.press(Qt.Key.Key_Delete)
    assert cast.document.project.find_persona(MARA) is None
    assert cast.document.project.scenes[0].appearances == ()
    assert cast.message.text.text() == "Mara was deleted."
    hands.click(cast.message.offer)
    assert cast.document.project is before
    assert not cast.message.isVisible()
    assert wall.selected_ids == (MARA,)
    assert cast.editor.persona_id == MARA


def test_whoever_follows_a_deleted_person_is_selected(cast, wall, hands):
    wall.setFocus()
    hands.press(Qt.Key.Key_Delete)
    assert wall.selected_ids == (wall.current_id,)
    assert cast.editor.persona_id == wall.current_id
    assert cast.person_actions.delete.isEnabled()


def test_the_message_goes_when_something_else_is_done(cast, wall, document):
    cast.person_actions.delete.trigger()
    assert cast.message.isVisible()
    document.apply("Edit", set_persona_field, IDRIS, "brief", "Nights.")
    assert not cast.message.isVisible()


def test_adding_somebody_puts_the_cursor_into_the_name(cast, hands):
    hands.click(cast.head.people.add)
    hands.type("Noor")
    assert cast.document.project.personas[-1].name == "Noor"
    assert cast.document.undo_stack.count() == 2


def test_duplicates_stand_beside_their_originals(cast, wall):
    wall.select([MARA, IDRIS])
    cast.person_actions.duplicate.trigger()
    names = [persona.name for persona in cast.document.project.personas]
    assert names == ["Mara", "Mara (copy)", "Idris", "Idris (copy)", "Lene"]
    assert cast.document.undo_stack.count() == 1
    assert len(wall.selected_ids) == 2


def test_everybody_can_be_selected_duplicated_and_deleted_at_once(cast, wall, document):
    wall.selectAll()
    assert wall.selected_ids == (MARA, IDRIS, LENE)
    cast.person_actions.duplicate.trigger()
    names = [document.project.persona(i).name for i in wall.selected_ids]
    assert names == ["Mara (copy)", "Idris (copy)", "Lene (copy)"]
    wall.selectAll()
    cast.person_actions.delete.trigger()
    assert not document.project.personas
    assert cast.message.text.text() == "6 people were deleted."


def test_whoever_is_set_aside_leaves_the_wall_and_can_come_back(cast, wall):
    cast.person_actions.archive.trigger()
    assert wall.cards.ids == (IDRIS, LENE)
    cast.head.people.show_archived()
    assert wall.cards.ids == (MARA,)
    cast.person_actions.restore.trigger()
    cast.head.people.clear()
    assert wall.cards.ids == (MARA, IDRIS, LENE)


def test_search_and_filter_narrow_and_can_be_dropped(cast, wall, qtbot):
    qtbot.keyClicks(cast.head.people.search, "hear")
    assert wall.cards.ids == (MARA,)
    assert cast.head.count.text() == "1 of 3 people"
    cast.head.people.search.clear()
    cast.head.people.filter_by(("age_band", "35-54"), True)
    cast.head.people.filter_by(blank_mark("age_band", "undecided"), True)
    assert wall.cards.ids == (IDRIS, LENE)
    cast.head.people.filter_by(blank_mark("disability", "open"), True)
    assert wall.cards.ids == (IDRIS,)
    cast.head.people.clear()
    assert wall.cards.ids == (MARA, IDRIS, LENE)


def test_the_filter_menu_offers_every_value_and_every_blank(cast):
    cast.head.people.filter_menu.aboutToShow.emit()
    age = cast.head.people.filter_menu.actions()[0].menu()
    texts = [action.text() for action in age.actions() if action.text()]
    assert texts == [
        "16 to 34",
        "35 to 54",
        "55 and over",
        "Undecided",
        "Open",
        "Withheld",
        "Undisclosed",
    ]
    age.actions()[0].trigger()
    assert cast.wall.cards.ids == (MARA,)


def test_a_search_without_an_answer_teaches_and_offers_everybody(cast, wall, hands, qtbot):
    qtbot.keyClicks(cast.head.people.search, "nobody has this")
    assert cast.empty.isVisible()
    assert not cast.empty.add.isVisible()
    hands.click(cast.empty.show_all)
    assert wall.isVisible()


def test_opening_somebody_who_was_filtered_out_shows_them(cast, wall, qtbot):
    qtbot.keyClicks(cast.head.people.search, "Idris")
    cast.open_person(LENE)
    assert wall.current_id == LENE
    assert cast.editor.persona_id == LENE


def test_people_can_be_sorted(project):
    ids = chosen_ids(project, Choosing(order="name"), nobody)
    assert ids == (IDRIS, LENE, MARA)
    assert chosen_ids(project, Choosing(order="blanks"), nobody)[0] == LENE
    two = {IDRIS: 2, MARA: 1, LENE: 0}
    by_findings = chosen_ids(project, Choosing(order="findings"), two.__getitem__)
    assert by_findings == (IDRIS, MARA, LENE)


def test_findings_are_counted_on_cards_as_reports_come(cast, wall):
    cast._on_reported(check_coverage(cast.document.project))
    spoken = {i: wall.cards.index_of(i).data(SPOKEN) for i in wall.cards.ids}
    assert any("finding" in words for words in spoken.values())


def test_a_switched_off_facet_leaves_the_cards(cast, wall, document):
    assert "16 to 34" in cast._card_data(MARA, 257).chips
    document.apply("Off", set_facet_field, "age_band", "active", False)
    assert "16 to 34" not in cast._card_data(MARA, 257).chips


def test_an_empty_cast_offers_the_first_person(dressed, qtbot, hands):
    workspace = CastWorkspace(Document(Project()), None)
    qtbot.addWidget(workspace)
    qtbot.addWidget(workspace.inspector)
    workspace.show()
    assert workspace.empty.isVisible()
    assert workspace.focusProxy() is workspace.empty
    hands.click(workspace.empty.add)
    assert workspace.focusProxy() is workspace.wall
    assert len(workspace.document.project.personas) == 1
    assert workspace.wall.isVisible()


def test_the_menu_of_a_card_opens_at_its_dots(cast, wall, hands, qtbot):
    index = wall.cards.index_of(IDRIS)
    with qtbot.waitSignal(wall.menu_wanted):
        hands.click_at(wall, more_rect(wall.visualRect(index)).center())
    assert wall.selected_ids == (IDRIS,)
    QApplication.activePopupWidget().close()


def test_cards_stay_inside_the_wall_at_any_width(cast, wall):
    for width in (360, 640, 1280, 1900):
        wall.window().resize(width + 400, 800)
        QApplication.processEvents()
        cards = [card_rect(wall.visualRect(wall.cards.index(row))) for row in range(3)]
        assert all(card.right() <= wall.viewport().width() for card in cards)


def test_a_closed_workspace_lets_go_of_the_document(dressed, project):
    document = Document(project)
    workspace = CastWorkspace(document, None)
    workspace.show()
    workspace.open_person(MARA)
    shiboken6.delete(workspace)
    del workspace
    gc.collect()
    document.apply("Edit", set_persona_field, MARA, "name", "Zoe")
    document.apply("Refused", set_persona_field, MARA, "name", "y" * 4000)
    document.undo_stack.undo()
    assert document.project is project


def test_five_hundred_people_are_listed_once(dressed, qtbot):
    people = tuple(Persona(id=f"per-{n}", name=f"Person {n}") for n in range(500))
    workspace = CastWorkspace(Document(Project(personas=people)), None)
    qtbot.addWidget(workspace)
    workspace.show()
    assert len(workspace.wall.cards.ids) == 500


def test_the_icons_above_the_wall_grow_with_the_text(cast, qapp):
    before = cast.head.people.add.iconSize()
    apply_theme(qapp, Theme.load("light", text_scale=2.0))
    try:
        assert cast.head.people.add.iconSize() == before * 2
        assert cast.head.people.filter.iconSize() == before * 2
    finally:
        apply_theme(qapp, Theme.load("light"))


def test_with_nobody_in_the_cast_the_inspector_says_what_opens_there(dressed, qtbot, window):
    workspace = CastWorkspace(Document(Project()), None, window)
    window.layout().addWidget(workspace)
    window.layout().addWidget(workspace.inspector)
    workspace.inspector.show()
    window.show()
    qtbot.waitUntil(lambda: workspace.editor.is_whole)
    shown = [label.text() for label in workspace.editor.findChildren(QLabel) if label.isVisible()]
    assert shown == ["Choose somebody on the wall, and their life opens here."]
