"""Cards, a sheet or experiences: menu, palette, the head of the cast and the next start agree."""

import pytest

from personamap.gui.palette.commands import command_entries
from personamap.gui.settings import Preferences
from personamap.services.projects import save_project
from tests.conftest import MARA


@pytest.fixture
def cast(open_window):
    return open_window.desk.stack.show_workspace("cast")


def test_the_menu_shows_the_cast_as_a_sheet_from_wherever_one_is(open_window, cast, preferences):
    open_window.desk.stack.show_workspace("map")
    open_window.offers["cast-sheet"].trigger()
    assert open_window.desk.stack.show_workspace("cast") is cast
    assert cast.head.layouts.choice == "sheet"
    assert cast.sheet.isVisible()
    assert cast.sheet.view.hasFocus()
    assert preferences.settings.cast_layout == "sheet"


def test_what_is_pressed_above_the_cast_is_ticked_in_the_menu(open_window, cast):
    cast.head.layouts.button("sheet").click()
    assert open_window.offers["cast-sheet"].isChecked()
    cast.head.layouts.button("cards").click()
    assert open_window.offers["cast-cards"].isChecked()


def test_what_they_have_lived_is_shown_from_wherever_one_is(open_window, cast, preferences):
    open_window.desk.stack.show_workspace("map")
    open_window.offers["cast-experiences"].trigger()
    assert cast.head.layouts.choice == "experiences"
    assert cast.library.page.list.hasFocus()
    assert open_window.offers["cast-experiences"].isChecked()
    # People are what the next start shows.
    assert preferences.settings.cast_layout == "cards"
    open_window.desk.open_person(MARA)
    assert open_window.offers["cast-cards"].isChecked()


def test_an_experience_on_the_map_opens_in_the_library(open_window, cast):
    map_ = open_window.desk.stack.show_workspace("map")
    map_.experience_opened.emit("exp-rules")
    assert open_window.desk.stack.currentWidget().isAncestorOf(cast)
    assert cast.library.page.selected_ids == ("exp-rules",)


def test_the_palette_finds_all(open_window):
    found = {action.objectName() for _entry, action in command_entries(open_window.bar)}
    assert {"cast-cards", "cast-sheet", "cast-experiences"} <= found


def test_what_is_done_with_experiences_hangs_in_the_person_menu(open_window, cast):
    hung = [m.menu() for m in open_window.menus.person.actions() if m.menu()]
    assert any(cast.experience_actions.join in menu.actions() for menu in hung)


def test_the_next_project_and_the_next_start_stand_as_before(
    open_window, cast, preferences, project, tmp_path, qtbot
):
    cast.head.layouts.button("sheet").click()
    assert Preferences(preferences.file).settings.cast_layout == "sheet"
    before = open_window.desk.session.document
    next_year = tmp_path / "next year.personamap"
    save_project(project, next_year)
    open_window.desk.flows.open(next_year)
    qtbot.waitUntil(lambda: open_window.desk.session.document not in (None, before))
    anew = open_window.desk.stack.show_workspace("cast")
    assert anew is not cast
    assert anew.sheet.isVisible()
    assert anew.head.layouts.choice == "sheet"
