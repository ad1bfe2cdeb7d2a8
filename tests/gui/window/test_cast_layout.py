"""Cards or a sheet: the menu, the palette, the head of the cast and the next start agree."""

import pytest

from personamap.gui.palette.commands import command_entries
from personamap.gui.settings import Preferences
from personamap.services.projects import save_project


@pytest.fixture
def cast(open_window):
    return open_window.stack.show_workspace("cast")


def test_the_menu_shows_the_cast_as_a_sheet_from_wherever_one_is(open_window, cast, preferences):
    open_window.stack.show_workspace("map")
    open_window.offers["cast-sheet"].trigger()
    assert open_window.stack.show_workspace("cast") is cast
    assert cast.head.layouts.choice == "sheet"
    assert cast.sheet.isVisible()
    assert cast.sheet.view.hasFocus()
    assert preferences.settings.cast_layout == "sheet"


def test_what_is_pressed_above_the_cast_is_ticked_in_the_menu(open_window, cast):
    cast.head.layouts.button("sheet").click()
    assert open_window.offers["cast-sheet"].isChecked()
    cast.head.layouts.button("cards").click()
    assert open_window.offers["cast-cards"].isChecked()


def test_the_palette_finds_both(open_window):
    found = {action.objectName() for _entry, action in command_entries(open_window.bar)}
    assert {"cast-cards", "cast-sheet"} <= found


def test_the_next_project_and_the_next_start_stand_as_before(
    open_window, cast, preferences, project, tmp_path, qtbot
):
    cast.head.layouts.button("sheet").click()
    assert Preferences(preferences.file).settings.cast_layout == "sheet"
    before = open_window.session.document
    next_year = tmp_path / "next year.personamap"
    save_project(project, next_year)
    open_window.flows.open(next_year)
    qtbot.waitUntil(lambda: open_window.session.document not in (None, before))
    anew = open_window.stack.show_workspace("cast")
    assert anew is not cast
    assert anew.sheet.isVisible()
    assert anew.head.layouts.choice == "sheet"
