import pytest
from PySide6.QtCore import Qt

from personamap.gui.look.theme import Theme, apply_theme
from personamap.gui.widgets.reading_order import tab_stops
from personamap.gui.window.start_page import StartPage
from personamap.services.templates import example_path, templates


@pytest.fixture
def page(dressed, qtbot, preferences):
    shown = StartPage(preferences)
    qtbot.addWidget(shown)
    shown.resize(1200, 800)
    shown.show()
    return shown


def test_the_example_is_one_click_away(window, qtbot):
    page = window.desk.stack.currentWidget()
    qtbot.mouseClick(page.example, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.desk.session.document is not None)
    assert window.desk.session.path == example_path()
    assert len(window.desk.session.document.project.cast) == 6


def test_the_example_shows_its_people(page, qtbot):
    qtbot.waitUntil(lambda: len(page.example._faces) == 6)
    assert "6 people" in page.example.sentence


def test_every_template_shows_its_people_and_the_empty_one_nobody(page, qtbot):
    empty, *filled = page.templates
    qtbot.waitUntil(lambda: all(len(card._faces) >= 4 for card in filled))
    assert not empty._faces


def test_the_keys_begin_at_the_example(window, qtbot):
    qtbot.waitUntil(window.desk.stack.currentWidget().example.hasFocus)


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_every_template_starts_a_project(page, qtbot, key):
    assert len(page.templates) == len(templates())
    for card, template in zip(page.templates, templates(), strict=True):
        with qtbot.waitSignal(page.template_chosen) as chosen:
            qtbot.keyClick(card, key)
        assert chosen.args == [template.id]


def test_a_template_opens_as_a_new_project_without_a_file(window, qtbot):
    page = window.desk.stack.currentWidget()
    qtbot.mouseClick(page.templates[0], Qt.MouseButton.LeftButton)
    assert window.desk.session.path is None
    assert not window.desk.session.dirty


def test_recent_files_show_course_and_cast(page, qtbot, preferences, file):
    preferences.remember(file)
    card = page.recent[file]
    qtbot.waitUntil(lambda: "First week, 3 people" in card.sentence)
    assert len(card._faces) == 3
    with qtbot.waitSignal(page.file_chosen) as chosen:
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    assert chosen.args == [file]


def test_a_recent_file_that_is_gone_says_so(page, qtbot, preferences, tmp_path):
    gone = tmp_path / "gone.personamap"
    preferences.remember(gone)
    qtbot.waitUntil(lambda: page.recent[gone].sentence.startswith("No longer in"))


def test_a_recent_file_that_cannot_be_read_is_listed_without_faces(
    page, qtbot, preferences, tmp_path
):
    torn = tmp_path / "torn.personamap"
    torn.write_bytes(b"PK torn")
    preferences.remember(torn)
    qtbot.waitUntil(lambda: bool(page.example._faces))
    assert page.recent[torn]._faces == ()
    assert page.recent[torn].sentence.startswith("Does not open. Choose it")


def test_opening_and_importing_are_asked_for(page, qtbot):
    with qtbot.waitSignal(page.open_asked):
        qtbot.mouseClick(page.open_card, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.import_asked):
        qtbot.mouseClick(page.import_card, Qt.MouseButton.LeftButton)


def test_cards_grow_with_their_text(page):
    narrow, wide = page.example.heightForWidth(200), page.example.heightForWidth(600)
    assert narrow > wide


def test_the_tour_is_asked_for(page, qtbot):
    with qtbot.waitSignal(page.tour_asked):
        qtbot.keyClick(page.tour, Qt.Key.Key_Space)


def test_all_fits_a_small_window_without_a_scroll_bar(window, qtbot):
    window.resize(1280, 720)
    page = window.desk.stack.currentWidget()
    casts = page.templates[1:]
    qtbot.waitUntil(lambda: all(len(card._faces) for card in (page.example, *casts)))
    # Layouts settle with the events that are waiting.
    page.grab()
    assert page.height() > 600
    assert page.verticalScrollBar().maximum() == 0
    assert page.import_card.height() >= page.import_card.heightForWidth(page.import_card.width())


def test_a_page_too_tall_for_its_window_can_be_scrolled(page):
    page.resize(720, 400)
    page.grab()
    assert page.verticalScrollBar().maximum() > 100


def test_the_keys_walk_the_cards_as_they_are_read_and_then_the_files(page):
    page.grab()
    empty, *casts = page.templates
    beginnings = [page.example, page.tour, *casts, empty, page.import_card]
    assert list(tab_stops(page)) == [*beginnings, page.open_card]


@pytest.fixture
def large_text(dressed):
    apply_theme(dressed, Theme.load("light", 2.0))
    yield
    apply_theme(dressed, Theme.load("light"))


def test_no_card_is_cut_in_large_text(large_text, qtbot, preferences):
    page = StartPage(preferences)
    qtbot.addWidget(page)
    page.resize(1280, 660)
    page.show()
    cards = (*page.templates, page.import_card)
    qtbot.waitUntil(lambda: len(page.templates[1]._faces) > 0)
    qtbot.waitUntil(lambda: all(c.height() >= c.heightForWidth(c.width()) for c in cards))
