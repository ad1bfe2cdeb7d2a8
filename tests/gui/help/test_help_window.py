import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextCursor, QTextDocument

from personamap.gui.cast.empty import EmptyCast
from personamap.gui.coverage.known_checks import check_of
from personamap.gui.coverage.why_dialog import WhyDialog
from personamap.gui.help.help_window import HelpWindow
from personamap.gui.look.theme import current_theme
from personamap.gui.palette.palette import Palette
from personamap.gui.window.workspaces import WORKSPACES

Key = Qt.Key
IMAGE = QTextDocument.ResourceType.ImageResource.value


def guide(window):
    return window.findChild(HelpWindow)


@pytest.fixture
def opened(open_window, qtbot):
    qtbot.keyClick(open_window, Key.Key_F1)
    yield guide(open_window)
    guide(open_window).close()


@pytest.mark.parametrize("workspace", ["cast", "map", "coverage"])
def test_f1_opens_the_page_about_the_workspace_in_front(open_window, qtbot, workspace):
    open_window.desk.stack.show_workspace(workspace)
    qtbot.keyClick(open_window, Key.Key_F1)
    assert guide(open_window).isVisible()
    assert guide(open_window).page_id == f"workspaces/{workspace}"
    guide(open_window).close()


def test_without_a_project_help_begins_at_the_beginning(window, qtbot):
    qtbot.keyClick(window, Key.Key_F1)
    assert guide(window).page_id == "topics/first-steps"
    guide(window).close()


def test_there_is_one_help_window_and_it_goes_along(open_window, opened, qtbot):
    open_window.desk.stack.show_workspace("map")
    open_window.offers["help"].trigger()
    assert open_window.findChildren(HelpWindow) == [opened]
    assert opened.page_id == "workspaces/map"


def test_a_link_leads_to_its_page_and_back_again(opened, qtbot):
    opened.page.anchorClicked.emit(QUrl("help:topics/answers"))
    assert opened.page_id == "topics/answers"
    assert opened.page.toPlainText().startswith("Answers, and the four kinds of blank")
    qtbot.mouseClick(opened.back, Qt.MouseButton.LeftButton)
    assert opened.page_id == "workspaces/cast"
    qtbot.mouseClick(opened.forward, Qt.MouseButton.LeftButton)
    assert opened.page_id == "topics/answers"


def test_a_link_out_of_the_program_goes_nowhere(opened):
    before = opened.page_id
    opened.page.anchorClicked.emit(QUrl("https://example.org/"))
    assert opened.page_id == before


def test_links_are_reached_and_followed_by_keyboard(opened, qtbot):
    opened.page.setFocus()
    qtbot.keyClick(opened.page, Key.Key_Tab)
    qtbot.keyClick(opened.page, Key.Key_Return)
    assert opened.page_id == "topics/answers"


def test_a_search_shows_the_best_page_and_arrows_walk_on(opened, qtbot):
    qtbot.keyClicks(opened.search, "kanter")
    ids = list(opened.list.items)
    assert opened.page_id == ids[0]
    qtbot.keyClick(opened.search, Key.Key_Down)
    assert opened.page_id == ids[1]
    qtbot.keyClicks(opened.search, "qqq")
    assert opened.none.isVisible()
    opened.search.clear()
    assert not opened.none.isVisible()
    assert "workspaces/cast" in opened.list.items


def test_escape_closes_the_help_and_leaves_the_work_alone(open_window, opened, qtbot):
    qtbot.keyClick(opened.page, Key.Key_Escape)
    assert not opened.isVisible()
    assert open_window.desk.session.document is not None


def test_links_are_underlined_and_in_the_accent(opened):
    cursor = opened.page.document().find("Lived experiences")
    look = QTextCursor(cursor).charFormat()
    assert look.isAnchor()
    assert look.fontUnderline()
    assert look.foreground().color() == current_theme().color("accent")


def test_an_empty_place_leads_to_the_page_about_it(window, qtbot):
    window.desk.flows.new()
    cast = window.desk.stack.show_workspace("cast")
    empty = cast.findChild(EmptyCast)
    qtbot.waitUntil(empty.more.isVisible)
    empty.more.click()
    assert guide(window).page_id == "workspaces/cast"
    guide(window).close()


def test_an_empty_place_outside_a_window_offers_nothing_it_cannot_do(dressed, qtbot):
    empty = EmptyCast()
    qtbot.addWidget(empty)
    empty.show()
    assert not empty.more.isVisible()


def test_the_palette_finds_pages(open_window, qtbot):
    open_window.offers["palette"].trigger()
    palette = open_window.findChild(Palette)
    qtbot.keyClicks(palette.search, "four kinds of blank")
    assert palette.current.kind == "help"
    qtbot.keyClick(palette.search, Key.Key_Return)
    assert guide(open_window).page_id == "topics/answers"
    guide(open_window).close()


def test_why_this_matters_is_the_page_of_the_help(dressed, qtbot, open_window):
    check = check_of("only-one")
    dialog = WhyDialog(check, open_window)
    assert dialog.page.toPlainText().startswith("The only one")


def test_each_workspace_is_pictured_and_the_picture_fits_the_page(opened):
    for entry in WORKSPACES:
        opened.show_page(f"workspaces/{entry.id}")
        name = f"pictures/{entry.id}.png"
        assert f"]({name})" in opened.library.page(opened.page_id).text
        picture = opened.page.loadResource(IMAGE, QUrl(name))
        assert 200 < picture.width() <= opened.page.width()


@pytest.mark.parametrize(
    "name", ["https://example.org/a.png", "file:///etc/hostname", "pictures/../../README.md"]
)
def test_no_picture_comes_from_anywhere_but_the_help(opened, name):
    assert opened.page.loadResource(IMAGE, QUrl(name)) is None
