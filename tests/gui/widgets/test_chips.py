import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QPushButton, QWidget

from personamap.gui.fields.segmented import Segmented
from personamap.gui.look.theme import Theme, apply_theme
from personamap.gui.widgets.chips import add_chip, paint_chip_row, value_chip
from personamap.gui.widgets.flow_layout import FlowLayout


@pytest.fixture(autouse=True)
def light(qapp):
    apply_theme(qapp, Theme.load("light"))


def left_over(labels, width) -> int:
    image = QImage(600, 40, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    hidden = paint_chip_row(painter, QRectF(0, 0, width, 24), labels)
    painter.end()
    return hidden


def test_chips_that_do_not_fit_become_a_number():
    assert left_over(["Woman", "35 to 54", "Mobility"], 600) == 0
    assert left_over(["Woman", "35 to 54", "Mobility"], 140) == 2
    assert left_over(["A very long value that nobody can shorten"], 60) == 0
    assert left_over([], 100) == 0


def test_the_chip_that_adds_is_told_apart(qtbot):
    chips = value_chip("Woman"), add_chip("Add")
    for chip in chips:
        qtbot.addWidget(chip)
    assert [chip.property("role") for chip in chips] == ["chip", "chip-add"]
    assert chips[0].icon().isNull()
    assert not chips[1].icon().isNull()


@pytest.fixture
def flow(qtbot):
    widget = QWidget()
    widget.flow = FlowLayout(widget)
    widget.buttons = [QPushButton(f"Button {n}") for n in range(6)]
    for button in widget.buttons:
        widget.flow.addWidget(button)
    qtbot.addWidget(widget)
    return widget


def test_a_flow_goes_on_in_the_next_line(flow, qtbot):
    flow.resize(250, 400)
    flow.show()
    tops = [button.y() for button in flow.buttons]
    assert tops == sorted(tops)
    assert len(set(tops)) > 1
    assert all(button.geometry().right() < 250 for button in flow.buttons)
    assert flow.flow.heightForWidth(2000) < flow.flow.heightForWidth(250)


def test_a_flow_runs_from_the_right_where_people_read_from_the_right(flow):
    flow.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    flow.resize(900, 60)
    flow.show()
    assert flow.buttons[0].x() > flow.buttons[1].x()
    assert flow.buttons[0].geometry().right() == 899


def test_a_flow_can_be_emptied(flow):
    flow.flow.clear()
    assert flow.flow.count() == 0


def test_choosing_a_segment_is_told_once_and_marked(qtbot):
    control = Segmented([("people", "People"), ("gaps", "Gaps")], "Lens")
    qtbot.addWidget(control)
    control.show()
    assert control.choice == "people"
    with qtbot.waitSignal(control.chosen) as chosen:
        qtbot.mouseClick(control.button("gaps"), Qt.MouseButton.LeftButton)
    assert chosen.args == ["gaps"]
    assert control.choice == "gaps"
    assert not control.button("gaps").icon().isNull()
    assert control.button("people").icon().isNull()


def test_showing_a_choice_is_not_a_choice_of_a_person(qtbot):
    control = Segmented([("people", "People"), ("gaps", "Gaps")], "Lens")
    qtbot.addWidget(control)
    with qtbot.assertNotEmitted(control.chosen):
        control.choose("gaps")
    assert control.choice == "gaps"


def test_arrow_keys_move_between_segments(qtbot):
    control = Segmented([("people", "People"), ("gaps", "Gaps")], "Lens")
    qtbot.addWidget(control)
    control.show()
    with qtbot.waitSignal(control.chosen) as chosen:
        qtbot.keyClick(control, Qt.Key.Key_Right)
    assert chosen.args == ["gaps"]


def test_chips_begin_where_reading_begins():
    inked = {}
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        image = QImage(600, 40, QImage.Format.Format_ARGB32)
        image.fill(0)
        painter = QPainter(image)
        painter.setLayoutDirection(direction)
        paint_chip_row(painter, QRectF(0, 0, 600, 24), ["Woman"])
        painter.end()
        inked[direction] = [x for x in range(600) if image.pixelColor(x, 12).alpha()]
    assert min(inked[Qt.LayoutDirection.LeftToRight]) == 0
    assert max(inked[Qt.LayoutDirection.RightToLeft]) == 599


def test_what_belongs_at_the_end_of_a_line_stands_there_or_in_a_line_of_its_own(dressed, qtbot):
    widget = QWidget()
    flow = FlowLayout(widget, last_at_end=True)
    first, last = QPushButton("Fix…"), QPushButton("Why this matters")
    for button in (first, last):
        flow.addWidget(button)
    qtbot.addWidget(widget)
    wide = first.sizeHint().width() + last.sizeHint().width() + 60
    widget.resize(wide, 100)
    widget.show()
    qtbot.waitExposed(widget)
    assert last.geometry().right() == wide - 1
    assert last.y() == first.y()
    widget.resize(last.sizeHint().width() + 10, 200)
    qtbot.waitUntil(lambda: last.y() > first.y())
