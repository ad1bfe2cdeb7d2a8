import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QDialogButtonBox, QMessageBox

from personamap.exporters.formats import EXPORTERS
from personamap.gui.export.export_choice import FORMAT_TITLES, PRODUCTS, READERS
from personamap.gui.export.export_dialog import ExportDialog
from personamap.gui.map.workspace import MapWorkspace
from tests.gui.asking import press, the_dialog

Button = QMessageBox.StandardButton
WHAT = [product.id for product in PRODUCTS]
KINDS = [(product, kind) for product in PRODUCTS for kind in product.formats]


@pytest.fixture
def dialog(open_window, qtbot):
    qtbot.keyClick(open_window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    return the_dialog(qtbot, ExportDialog)


def export(dialog):
    dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).click()


def told(qtbot, window):
    qtbot.waitUntil(window.desk.messages.isVisible)
    return window.desk.messages.text.text()


@pytest.mark.parametrize(
    ("product", "kind"), KINDS, ids=[f"{product.id}-{kind.id}" for product, kind in KINDS]
)
def test_everything_offered_can_be_exported(dialog, open_window, qtbot, tmp_path, product, kind):
    dialog.form.what.choose(product)
    dialog.form.kind.setCurrentIndex(product.formats.index(kind))
    people = len(dialog.form.personas.ticked)
    in_folder = dialog.form.options.fills_folder
    export(dialog)
    words = told(qtbot, open_window)
    assert ("files were written" if in_folder else "was written") in words
    written = list(tmp_path.glob(f"*/*{kind.suffix}" if in_folder else f"*{kind.suffix}"))
    assert len(written) == (people if in_folder else 1)
    assert all(path.stat().st_size > 100 for path in written)


def test_every_format_of_the_program_is_offered_for_some_document_and_named():
    assert {kind.id for _product, kind in KINDS} == {exporter.id for exporter in EXPORTERS}
    assert {kind.id for _product, kind in KINDS} == set(FORMAT_TITLES)


def test_the_formats_follow_the_document(dialog):
    dialog.form.what.setCurrentRow(WHAT.index("map"))
    assert [kind.id for kind in dialog.form.product.formats] == ["pdf", "html", "svg", "png"]
    assert dialog.form.kind.count() == 4
    dialog.form.kind.setCurrentIndex(2)
    assert dialog.place.field.text().endswith(".svg")
    dialog.form.what.setCurrentRow(WHAT.index("wall"))
    assert [kind.id for kind in dialog.form.product.formats] == ["pdf", "html", "svg", "png"]
    dialog.form.what.setCurrentRow(WHAT.index("source"))
    assert dialog.place.field.text().endswith(".json")
    assert not dialog.form.kind.isEnabled()


def test_the_last_choices_are_there_again_but_not_whom_they_were_for(dialog, open_window, qtbot):
    dialog.form.kind.setCurrentIndex(1)
    dialog.form.page.choose("letter")
    dialog.form.personas.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    dialog.form.reader.setCurrentIndex([reader for reader, *_ in READERS].index("team"))
    export(dialog)
    told(qtbot, open_window)
    open_window.offers["export"].trigger()
    again = the_dialog(qtbot, ExportDialog)
    assert again.form.format.id == "docx"
    assert again.form.options.page == "letter"
    assert again.form.options.personas == ("per-idris", "per-lene")
    assert again.form.options.reader == "anyone"


def test_every_document_and_field_has_a_name_to_be_heard(dialog):
    heard = QAccessible.queryAccessibleInterface(dialog.form.what)
    assert heard.text(QAccessible.Text.Name) == "What to export"
    for field, name in ((dialog.form.kind, "Format"), (dialog.form.reader, "For whom")):
        assert field.accessibleName() == name
    assert dialog.form.personas.toggle.accessibleName() == "People: None"
    assert dialog.form.sections.toggle.accessibleName() == "Sections: None"


def test_the_lens_of_a_map_is_chosen_where_there_is_a_map(dialog):
    assert not dialog.form.map.isVisible()
    dialog.form.what.setCurrentRow(WHAT.index("map"))
    assert dialog.form.map.isVisible()
    assert dialog.form.options.lens == "experiences"
    assert not dialog.form.map.facet_box.isVisible()
    dialog.form.map.lens_box.setCurrentIndex(2)
    assert dialog.form.options.lens == "identity"
    assert dialog.form.options.facets == ("age_band",)
    dialog.form.map.facet_box.setCurrentIndex(1)
    assert dialog.form.options.facets == ("age_band", "disability")


def test_portraits_go_into_a_folder_and_hold_no_answers(dialog):
    dialog.form.what.setCurrentRow(WHAT.index("portraits"))
    assert dialog.place.field.text().endswith("portraits")
    assert not dialog.form.reader.isEnabled()
    assert not dialog.form.one_each.isEnabled()


def test_the_map_exports_itself_as_it_is_looked_at(open_window, qtbot):
    open_window.offers["show-map"].trigger()
    workspace = open_window.findChild(MapWorkspace)
    workspace.show_lens("gaps")
    workspace.head.facet_box.setCurrentIndex(workspace.head.facet_box.findData("disability"))
    qtbot.mouseClick(workspace.head.export_button, Qt.MouseButton.LeftButton)
    dialog = the_dialog(qtbot, ExportDialog)
    assert dialog.form.product.id == "map"
    assert dialog.form.options.lens == "gaps"
    assert dialog.form.options.facets == ("disability",)


def test_one_file_each_goes_into_a_folder(dialog, open_window, qtbot, tmp_path):
    dialog.form.one_each.setChecked(True)
    dialog.place.field.setText(str(tmp_path / "sheets"))
    export(dialog)
    assert told(qtbot, open_window).startswith("3 files were written")
    assert sorted(p.name for p in (tmp_path / "sheets").iterdir()) == [
        "Idris.pdf",
        "Lene.pdf",
        "Mara.pdf",
    ]


def test_only_the_people_ticked_are_exported(dialog):
    assert dialog.form.options.personas == ()
    dialog.form.personas.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert dialog.form.options.personas == ("per-idris", "per-lene")


def test_nobody_ticked_is_said_before_anything_happens(dialog):
    dialog.form.personas.toggle.click()
    assert dialog.form.personas.ticked == ()
    assert not dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).isEnabled()
    assert "at least one person" in dialog.problem.text()
    dialog.form.personas.toggle.click()
    assert dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).isEnabled()


def test_private_answers_stay_out_unless_asked_for(dialog):
    assert dialog.form.options.reader == "anyone"
    assert not dialog.form.options.sees_private
    dialog.form.reader.setCurrentIndex([reader for reader, *_ in READERS].index("team"))
    assert dialog.form.options.sees_private


def test_what_does_not_apply_is_greyed(dialog):
    dialog.form.what.setCurrentRow(WHAT.index("table"))
    assert not dialog.form.page.isEnabled()
    assert not dialog.form.sections.isEnabled()
    dialog.form.what.setCurrentRow(WHAT.index("report"))
    assert not dialog.form.personas.isEnabled()
    assert dialog.form.page.isEnabled()


def test_a_file_that_is_there_is_replaced_only_on_request(dialog, open_window, qtbot, tmp_path):
    there = tmp_path / "sheets.pdf"
    there.write_bytes(b"mine")
    dialog.place.field.setText(str(there))
    export(dialog)
    box = the_dialog(qtbot, QMessageBox)
    assert there.name in box.text()
    assert there.read_bytes() == b"mine"
    box.button(Button.Cancel).click()
    assert there.read_bytes() == b"mine"


def test_a_file_is_replaced_when_that_is_wanted(dialog, open_window, qtbot, tmp_path):
    there = tmp_path / "sheets.pdf"
    there.write_bytes(b"mine")
    dialog.place.field.setText(str(there))
    export(dialog)
    press(qtbot, Button.Yes)
    assert "was written" in told(qtbot, open_window)
    assert there.read_bytes().startswith(b"%PDF")


def test_an_export_that_fails_says_why_and_leaves_nothing(dialog, open_window, qtbot, tmp_path):
    (tmp_path / "blocked").write_text("a file where a folder should be")
    dialog.place.field.setText(str(tmp_path / "blocked" / "sheets.pdf"))
    export(dialog)
    assert "blocked" in told(qtbot, open_window)


def test_an_export_can_be_stopped(dialog, open_window, qtbot, tmp_path):
    export(dialog)
    open_window.desk.work.cancel_all()
    assert "stopped" in told(qtbot, open_window)
    assert not list(tmp_path.glob("*.pdf"))


def test_going_on_with_typing_does_not_change_the_place_that_was_typed(dialog):
    dialog.place.field.clear()
    assert not dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).isEnabled()


def test_the_names_of_the_documents_are_read_in_full(dialog):
    documents = dialog.form.what
    assert documents.sizeHintForColumn(0) <= documents.viewport().width()
