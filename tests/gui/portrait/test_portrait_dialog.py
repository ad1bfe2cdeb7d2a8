import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from personamap.domain.portrait import IllustratedPortrait, PicturePortrait
from personamap.edits.personas import set_portrait
from personamap.gui.document import Document
from personamap.gui.portrait.portrait_dialog import PortraitDialog
from personamap.gui.portrait.portrait_pages import DRAWN, NOTHING, PICTURE
from tests.conftest import MARA

DRAWING = IllustratedPortrait(head="short-1", face="smile")


@pytest.fixture
def document(dressed, project):
    return Document(set_portrait(project, MARA, DRAWING))


@pytest.fixture
def dialog(qtbot, document):
    dialog = PortraitDialog(document, MARA)
    # Kept until the test is over, so that what it did can be looked at.
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


@pytest.fixture
def photo(tmp_path):
    path = tmp_path / "photo.png"
    Image.new("RGB", (400, 300), "#AA7755").save(path)
    return path


def portrait(document):
    return document.project.persona(MARA).portrait


def walk_to(dialog, field):
    index = dialog.pages.shelves.kinds.model().index_of(field)
    dialog.pages.shelves.kinds.setCurrentIndex(index)


def test_a_part_is_chosen_with_the_arrows_and_kept_by_accepting(dialog, document, qtbot):
    choices = dialog.pages.shelves.choices
    qtbot.keyClick(choices, Qt.Key.Key_Right)
    assert portrait(document) == DRAWING
    dialog.accept()
    assert portrait(document).head == "short-2"
    document.undo_stack.undo()
    assert portrait(document) == DRAWING
    assert document.undo_stack.isClean()


def test_cancelling_changes_nothing(dialog, document, qtbot):
    qtbot.mouseClick(dialog.shuffle, Qt.MouseButton.LeftButton)
    dialog.reject()
    assert document.undo_stack.isClean()


def test_every_shelf_offers_something_and_an_optional_part_can_be_left_out(dialog, document):
    shelves = dialog.pages.shelves
    for row in range(shelves.kinds.model().rowCount()):
        shelves.kinds.setCurrentIndex(shelves.kinds.model().index(row))
        assert shelves.choices.model().rowCount() >= 6
    walk_to(dialog, "accessory")
    assert shelves.choices.model().ids[0] == "none"
    shelves.choices.setCurrentIndex(shelves.choices.model().index_of("glasses"))
    assert dialog.portrait.accessory == "glasses"
    shelves.choices.setCurrentIndex(shelves.choices.model().index_of("none"))
    assert dialog.portrait.accessory == ""


def test_the_lists_keep_the_rules_of_qt(dialog):
    shelves = dialog.pages.shelves
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [QAbstractItemModelTester(v.model(), fatal) for v in (shelves.kinds, shelves.choices)]
    for field in ("face", "aids", "skin", "head"):
        walk_to(dialog, field)
    assert len(testers) == 2


def test_several_aids_are_used_at_once_and_put_away_again(dialog, qtbot):
    walk_to(dialog, "aids")
    choices = dialog.pages.shelves.choices
    for aid in ("hearing-aid", "wheelchair"):
        choices.clicked.emit(choices.model().index_of(aid))
    assert dialog.portrait.aids == ("hearing-aid", "wheelchair")
    choices.clicked.emit(choices.model().index_of("hearing-aid"))
    assert dialog.portrait.aids == ("wheelchair",)
    qtbot.mouseClick(dialog.shuffle, Qt.MouseButton.LeftButton)
    assert dialog.portrait.aids == ("wheelchair",)


def test_a_portrait_is_removed_and_the_ground_changed_in_one_edit(dialog, document, qtbot):
    qtbot.mouseClick(dialog.pages.kind.button(NOTHING), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog.preview.ground.swatches[4], Qt.MouseButton.LeftButton)
    dialog.accept()
    persona = document.project.persona(MARA)
    assert (persona.portrait, persona.colour) == (None, 4)
    assert document.undo_stack.count() == 1


def test_a_picture_is_imported_cropped_and_undone(dialog, document, photo, qtbot):
    qtbot.mouseClick(dialog.pages.kind.button(PICTURE), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(dialog._reading.finished):
        dialog.read(photo)
    assert isinstance(dialog.portrait, PicturePortrait)
    crop = dialog.pages.crop
    qtbot.keyClick(crop, Qt.Key.Key_Plus)
    qtbot.keyClick(crop, Qt.Key.Key_Left)
    qtbot.keyClicks(dialog.pages.credit, "Ana")
    shown = dialog.portrait
    assert shown.size < 0.75
    assert shown.credit == "Ana"
    dialog.accept()
    assert portrait(document) == shown
    assert document.project.find_media(shown.media).data
    document.undo_stack.undo()
    assert portrait(document) == DRAWING
    assert document.project.media == ()


def test_the_square_never_leaves_the_picture(dialog, photo, qtbot):
    dialog.pages.kind.button(PICTURE).click()
    with qtbot.waitSignal(dialog._reading.finished):
        dialog.read(photo)
    crop = dialog.pages.crop
    keys = (Qt.Key.Key_Minus, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Plus, Qt.Key.Key_Right)
    for key in (*keys, Qt.Key.Key_Down):
        for _press in range(60):
            qtbot.keyClick(crop, key)
        shown = dialog.portrait
        assert shown.left >= 0
        assert shown.left + shown.size <= 1 + 1e-9
        assert shown.top + shown.size <= 0.75 + 1e-9


def test_a_file_that_is_no_picture_is_named_and_nothing_changes(dialog, tmp_path, qtbot):
    path = tmp_path / "notes.png"
    path.write_text("no picture")
    with qtbot.waitSignal(dialog._reading.failed):
        dialog.read(path)
    assert "notes.png" in dialog.refusal.text()
    assert dialog.refusal.isVisible()
    assert dialog.portrait == DRAWING


def test_going_back_from_a_picture_finds_the_drawing_again(dialog):
    dialog.pages.kind.button(NOTHING).click()
    assert dialog.portrait is None
    dialog.pages.kind.button(DRAWN).click()
    assert dialog.portrait == DRAWING


def test_a_picture_page_without_a_picture_keeps_the_portrait(dialog, document):
    dialog.pages.kind.button(PICTURE).click()
    dialog.accept()
    assert portrait(document) == DRAWING
