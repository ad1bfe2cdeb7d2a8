import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from personamap.edits.facets import set_facet_field
from personamap.gui.palette.palette import Palette
from personamap.gui.settings import Preferences
from personamap.gui.widgets.hung_actions import hung_actions
from tests.conftest import IDRIS, MARA

Key, Ctrl = Qt.Key, Qt.KeyboardModifier.ControlModifier


def opened(window, qtbot):
    qtbot.keyClick(window, Key.Key_K, Ctrl)
    qtbot.waitUntil(lambda: len(shown(window)) == 1)
    return shown(window)[0]


def shown(window):
    return [each for each in window.findChildren(Palette) if each.isVisible()]


def take(palette, qtbot, words):
    qtbot.keyClicks(palette.search, words)
    qtbot.keyClick(palette.search, Key.Key_Return)


@pytest.fixture
def reported_window(open_window, qtbot):
    qtbot.waitUntil(lambda: open_window.desk.stack.report is not None)
    return open_window


@pytest.mark.parametrize("with_project", [False, True])
def test_every_action_of_the_menus_that_can_be_had_or_says_why_not_is_in_the_palette(
    window, qtbot, file, with_project
):
    if with_project:
        window.desk.flows.open(file)
        qtbot.waitUntil(lambda: window.desk.session.document is not None)
    texts = {e.text: e for e in opened(window, qtbot)._entries.values() if e.kind == "command"}
    for hung in hung_actions(window.bar):
        if hung.action.isEnabled() and hung.action.isVisible() and hung.words != "Find anything":
            assert not texts[hung.words].reason
            assert texts[hung.words].keys in ("", *hung.keys)
    for action_id, action in window.offers.by_id.items():
        if not action.isEnabled():
            assert texts[action.text().replace("&", "").removesuffix("…")].reason, action_id


def test_an_action_is_done_by_its_name(open_window, qtbot):
    take(opened(open_window, qtbot), qtbot, "map")
    assert open_window.offers["show-map"].isChecked()
    assert not shown(open_window)


def test_files_used_lately_are_opened_also_two_of_one_name(open_window, qtbot, tmp_path, file):
    other = tmp_path / "other" / file.name
    other.parent.mkdir()
    other.write_bytes(file.read_bytes())
    session = open_window.desk.session
    with qtbot.waitSignal(session.replaced):
        open_window.desk.flows.open(other)
    for path in (file, other):
        # Without a window manager nothing is active once the palette has gone.
        open_window.activateWindow()
        qtbot.waitUntil(open_window.isActiveWindow)
        palette = opened(open_window, qtbot)
        qtbot.keyClicks(palette.search, file.stem)
        if palette.current.item != f"recent-{path}":
            qtbot.keyClick(palette.search, Key.Key_Down)
        with qtbot.waitSignal(session.replaced):
            qtbot.keyClick(palette.search, Key.Key_Return)
        assert session.path == path


def test_the_palette_goes_with_the_project_it_was_opened_over(open_window, qtbot, file):
    opened(open_window, qtbot)
    with qtbot.waitSignal(open_window.desk.session.replaced):
        open_window.desk.flows.open_example()
    assert not shown(open_window)


def test_what_cannot_be_done_now_says_why_and_is_not_done(window, qtbot):
    palette = opened(window, qtbot)
    take(palette, qtbot, "older copies")
    assert palette.isVisible()
    assert palette.current.reason == "Open or start a project first."
    assert palette.search.accessibleDescription() == "Open or start a project first."


def test_what_has_nothing_to_undo_is_left_out(open_window, qtbot):
    texts = [each.text for each in opened(open_window, qtbot)._entries.values()]
    assert "Undo" not in texts


def test_what_was_used_lately_comes_first_also_after_a_restart(open_window, qtbot, preferences):
    take(opened(open_window, qtbot), qtbot, "reading font")
    take(opened(open_window, qtbot), qtbot, "reduce motion")
    assert Preferences(preferences.file).settings.used_lately == (
        "command:reduce-motion",
        "command:reading-font",
    )
    ids = opened(open_window, qtbot).rows.ids
    assert ids[:2] == ("command:reduce-motion", "command:reading-font")


def test_people_are_opened_and_never_remembered_in_the_settings(open_window, qtbot, preferences):
    take(opened(open_window, qtbot), qtbot, "idris")
    cast = open_window.desk.stack.show_workspace("cast")
    assert cast.wall.current_id == IDRIS
    assert preferences.settings.used_lately == ()


def test_a_value_shows_who_has_it(open_window, qtbot):
    take(opened(open_window, qtbot), qtbot, "hearing")
    cast = open_window.desk.stack.show_workspace("cast")
    assert cast.wall.cards.ids == (MARA,)


def test_an_experience_is_shown_in_the_library_of_the_cast(open_window, qtbot):
    take(opened(open_window, qtbot), qtbot, "nobody told me")
    cast = open_window.desk.stack.show_workspace("cast")
    assert cast.head.layouts.choice == "experiences"
    assert cast.library.page.selected_ids == ("exp-rules",)


def test_a_finding_gets_the_focus_in_the_coverage(reported_window, qtbot):
    finding = reported_window.desk.stack.report.findings[-1]
    palette = opened(reported_window, qtbot)
    take(palette, qtbot, finding.title)
    panel = reported_window.desk.stack.show_workspace("coverage").inspector

    def has_focus():
        current = [card for card in panel.cards if card.finding is not None and card.isVisible()]
        return any(c.finding.key == finding.key and c.isAncestorOf(focus()) for c in current)

    def focus():
        return reported_window.focusWidget()

    qtbot.waitUntil(has_focus)


def test_facets_that_are_switched_off_are_not_searched(open_window, qtbot):
    document = open_window.desk.session.document
    document.apply("Off", set_facet_field, "disability", "active", False)
    palette = opened(open_window, qtbot)
    qtbot.keyClicks(palette.search, "hearing")
    assert "value:disability.hearing" not in palette.rows.ids


def test_escape_closes_and_the_focus_goes_back(open_window, qtbot):
    before = open_window.focusWidget()
    palette = opened(open_window, qtbot)
    qtbot.keyClick(palette, Key.Key_Escape)
    assert not shown(open_window)
    assert open_window.focusWidget() is before


def test_arrows_walk_and_what_is_current_is_announced(open_window, qtbot):
    palette = opened(open_window, qtbot)
    qtbot.keyClick(palette.search, Key.Key_Down)
    assert palette.current.id == palette.rows.ids[1]
    assert palette.search.accessibleDescription() == palette.current.said
    qtbot.keyClicks(palette.search, "qqqq")
    assert palette.current is None
    assert "Nothing has these words" in palette.search.accessibleDescription()


def test_the_rows_keep_the_promises_of_a_model(open_window, qtbot):
    palette = opened(open_window, qtbot)
    tester = QAbstractItemModelTester(palette.rows)
    for words in ("s", "sa", "save", "", "mara"):
        palette.search.setText(words)
        palette._on_searched(words)
    assert tester.model() is palette.rows


def test_a_click_takes_a_row(open_window, qtbot):
    palette = opened(open_window, qtbot)
    qtbot.keyClicks(palette.search, "coverage")
    at = palette.list.visualRect(palette.rows.index(0)).center()
    qtbot.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert open_window.offers["show-coverage"].isChecked()


def test_the_corner_of_the_bar_opens_the_palette(open_window, qtbot):
    qtbot.mouseClick(open_window.bar.corner.button, Qt.MouseButton.LeftButton)
    assert len(shown(open_window)) == 1
