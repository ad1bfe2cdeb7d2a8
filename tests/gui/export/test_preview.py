import pytest
from PySide6.QtCore import Qt

from personamap.gui.export.export_choice import PRODUCTS
from personamap.gui.export.export_dialog import ExportDialog
from tests.gui.asking import the_dialog

WHAT = [product.id for product in PRODUCTS]


@pytest.fixture
def dialog(open_window, qtbot):
    open_window.offers["export"].trigger()
    return the_dialog(qtbot, ExportDialog)


@pytest.fixture
def preview(dialog, qtbot):
    """The pane, once the first page is on it."""
    qtbot.waitUntil(lambda: dialog.preview.views.currentWidget() is dialog.preview.page)
    return dialog.preview


def turn(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_first_sheet_is_there_without_being_asked_for(preview):
    assert preview.place.text().startswith("Mara · Page 1 of")
    assert "Mara" in preview.page.accessibleName()
    assert not preview.back.isEnabled()


def test_one_leafs_from_sheet_to_sheet_and_back(preview, qtbot):
    while preview.place.text().startswith("Mara"):
        before = preview.place.text()
        turn(qtbot, preview.on)
        qtbot.waitUntil(lambda before=before: preview.place.text() != before)
    qtbot.waitUntil(lambda: preview.place.text().startswith("Idris · Page 1 of"))
    turn(qtbot, preview.back)
    qtbot.waitUntil(lambda: preview.place.text().startswith("Mara"))
    _, _, last = preview.place.text().partition("Page ")
    number, _, count = last.partition(" of ")
    assert number == count


def test_the_preview_leaves_out_whoever_is_not_ticked(preview, dialog, qtbot):
    dialog.form.personas.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    qtbot.waitUntil(lambda: preview.place.text().startswith("Idris"))


def test_nobody_ticked_is_said_in_place_of_a_page(preview, dialog, qtbot):
    dialog.form.personas.toggle.click()
    assert preview.views.currentWidget() is preview.message
    assert "at least one person" in preview.message.text()
    dialog.form.personas.toggle.click()
    qtbot.waitUntil(lambda: preview.views.currentWidget() is preview.page)


def test_portraits_are_leafed_through_person_by_person(preview, dialog, qtbot):
    dialog.form.what.setCurrentRow(WHAT.index("portraits"))
    qtbot.waitUntil(lambda: preview.place.text() == "Mara")
    turn(qtbot, preview.on)
    qtbot.waitUntil(lambda: preview.place.text() == "Idris")


def test_a_table_is_shown_as_a_table_and_data_as_text(preview, dialog, qtbot):
    dialog.form.what.setCurrentRow(WHAT.index("table"))
    qtbot.waitUntil(lambda: preview.views.currentWidget() is preview.table)
    assert preview.table.rowCount() == 3
    dialog.form.what.setCurrentRow(WHAT.index("source"))
    qtbot.waitUntil(lambda: preview.views.currentWidget() is preview.words)
    assert "Mara" in preview.words.toPlainText()


def test_a_format_with_a_layout_of_its_own_is_shown_as_pages_and_says_so(preview, dialog, qtbot):
    dialog.form.kind.setCurrentIndex(1)
    qtbot.waitUntil(lambda: "its own way" in preview.note.text())
    assert preview.views.currentWidget() is preview.page


def test_closing_while_a_page_is_drawn_harms_nothing(dialog, qtbot, open_window):
    dialog.form.what.setCurrentRow(WHAT.index("report"))
    dialog.reject()
    open_window.offers["export"].trigger()
    again = the_dialog(qtbot, ExportDialog)
    qtbot.waitUntil(lambda: again.preview.views.currentWidget() is again.preview.page)
