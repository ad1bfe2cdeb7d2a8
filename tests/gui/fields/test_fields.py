import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QTextCursor, QTextOption, QWheelEvent
from PySide6.QtWidgets import QApplication

from personamap.domain.base import LONGEST_TEXT
from personamap.domain.persona import Evidence
from personamap.gui.fields.field_kinds import labelled, make_field, on_edited, show_value
from personamap.gui.fields.fields import (
    ChoiceField,
    DayField,
    MultiLineField,
    NumberField,
    ShareField,
)
from personamap.gui.fields.list_field import ListField
from personamap.gui.fields.records_field import Column, RecordsField
from personamap.gui.fields.segmented import Segmented
from personamap.gui.look.theme import Theme


@pytest.fixture
def field(qtbot):
    field = MultiLineField()
    qtbot.addWidget(field)
    field.resize(300, 80)
    field.show()
    return field


def test_showing_a_text_says_nothing_and_typing_does(field, qtbot):
    with qtbot.assertNotEmitted(field.edited):
        field.show_text("One\ntwo")
    field.moveCursor(QTextCursor.MoveOperation.End)
    with qtbot.waitSignal(field.edited) as said:
        qtbot.keyClicks(field, "!")
    assert said.args == ["One\ntwo!"]


def test_the_cursor_stays_where_it_is_when_undo_changes_the_text(field, qtbot):
    field.show_text("The night shift knows 🙂 best")
    cursor = field.textCursor()
    cursor.setPosition(9)
    field.setTextCursor(cursor)
    field.show_text("The night shift knows 🙂 it all")
    assert field.textCursor().position() == 9
    assert field.text() == "The night shift knows 🙂 it all"


def test_no_break_spaces_survive(field, qtbot):
    field.show_text("Oui\u00a0!")
    field.moveCursor(QTextCursor.MoveOperation.End)
    with qtbot.waitSignal(field.edited) as said:
        qtbot.keyClicks(field, "x")
    assert said.args == ["Oui\u00a0!x"]


def test_a_field_is_as_high_as_what_it_holds(field):
    before = field.height()
    field.show_text("\n".join("line" for _ in range(9)))
    assert field.height() > 2 * before
    field.show_text("")
    assert field.height() == before


@given(st.lists(st.text(alphabet="ab \né🙂\u00a0ش", max_size=12), min_size=2, max_size=5))
def test_any_text_can_follow_any_other(qapp, texts):
    field = MultiLineField()
    said = []
    field.edited.connect(said.append)
    for text in texts:
        field.show_text(text)
        assert field.text() == text
    assert said == []


def test_the_wheel_scrolls_the_form_and_never_changes_a_choice(qtbot):
    choice = ChoiceField({"a": "A", "b": "B"})
    share = ShareField()
    for widget in (choice, share):
        qtbot.addWidget(widget)
        widget.show()
        wheel = QWheelEvent(
            QPointF(5, 5),
            QPointF(5, 5),
            QPoint(0, -120),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        widget.wheelEvent(wheel)
        assert not wheel.isAccepted()
    assert (choice.currentData(), share.value()) == ("a", 0)


def test_a_number_out_of_range_is_not_taken(qtbot):
    field = NumberField(0, 130)
    qtbot.addWidget(field)
    said = []
    field.edited.connect(said.append)
    qtbot.keyClicks(field, "1x31")
    assert (field.text(), said) == ("13", [1, 13])


def test_what_is_no_day_yet_goes_no_further(qtbot):
    field = DayField()
    qtbot.addWidget(field)
    said = []
    field.edited.connect(said.append)
    qtbot.keyClicks(field, "2026-11-31")
    assert said == []
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    qtbot.keyClicks(field, "0")
    assert said == ["2026-11-30"]
    field.clear()
    field.show_day("2026-11-30")
    assert field.text() == "2026-11-30"


def test_a_list_keeps_an_empty_line_until_it_is_left(qtbot):
    field = ListField()
    qtbot.addWidget(field)
    field.show_lines(("one", "two", "three"))
    field.show()
    field.window().activateWindow()
    said = []
    field.edited.connect(said.append)
    field.edited.connect(field.show_lines)
    field.lines[1].setFocus()
    qtbot.waitUntil(field.lines[1].hasFocus)
    field.lines[1].selectAll()
    qtbot.keyClick(field.lines[1], Qt.Key.Key_Delete)
    assert said == [("one", "", "three")]
    field.lines[0].setFocus()
    assert said[-1] == ("one", "three")
    assert [line.text() for line in field.lines] == ["one", "three", ""]


def test_records_come_and_go(qtbot):
    field = RecordsField(Evidence(), (Column("source", "Source"),), "Add")
    qtbot.addWidget(field)
    rearranged = []
    field.rearranged.connect(rearranged.append)
    field.rearranged.connect(field.show_records)
    qtbot.mouseClick(field.add, Qt.MouseButton.LeftButton)
    assert rearranged == [(Evidence(),)]
    with qtbot.waitSignal(field.edited) as said:
        qtbot.keyClicks(field.panels[0].fields["source"], "A")
    assert said.args == [(Evidence(source="A"),)]
    qtbot.mouseClick(field.panels[0].remove, Qt.MouseButton.LeftButton)
    assert rearranged[-1] == ()


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("line", "x"),
        ("text", "x\ny"),
        ("list", ("x",)),
        ("age", 57),
        ("day", "2026-11-24"),
        ("choice", "b"),
    ],
)
def test_every_kind_shows_its_value_without_an_echo(qtbot, kind, value):
    field = make_field(kind, (("a", "A"), ("b", "B")))
    qtbot.addWidget(field)
    said = []
    on_edited(field, said.append)
    show_value(field, value)
    assert said == []


def test_a_label_names_its_field(qtbot):
    field = make_field("line")
    holder = labelled("Name", field)
    qtbot.addWidget(holder)
    assert field.accessibleName() == "Name"


@pytest.mark.parametrize("chosen", ["one", "two"])
def test_a_control_of_segments_is_closed_at_both_ends(dressed, qtbot, chosen):
    control = Segmented([("one", "One"), ("two", "Two")], "Which")
    qtbot.addWidget(control)
    control.choose(chosen)
    control.show()
    qtbot.waitExposed(control)
    image, middle = control.grab().toImage(), control.height() // 2
    edge = Theme.load("light").color("edge")
    assert image.pixelColor(0, middle) == edge
    assert image.pixelColor(image.width() - 1, middle) == edge


def test_a_word_as_long_as_a_field_can_hold_breaks_anywhere_so_that_typing_goes_on(qtbot):
    field = MultiLineField()
    qtbot.addWidget(field)
    between_words = field.wordWrapMode()
    field.show_text("word " * 20_000)
    assert field.wordWrapMode() == between_words
    field.show_text("x" * 99_000)
    assert field.wordWrapMode() == QTextOption.WrapMode.WrapAnywhere
    qtbot.keyClicks(field, "y")
    assert sorted(field.text()) == ["x"] * 99_000 + ["y"]
    field.show_text("Short.")
    assert field.wordWrapMode() == between_words


@pytest.mark.parametrize("much", ["x" * 3_000_000, "word " * 600_000, "a\n" * 1_500_000])
def test_of_far_too_long_a_text_only_what_shows_that_is_pasted(field, qtbot, much):
    field.show_text("Short.")
    field.selectAll()
    QApplication.clipboard().setText(much)
    with qtbot.waitSignal(field.edited) as said:
        field.paste()
    assert said.args == [much[: LONGEST_TEXT + 1]]


def test_what_is_pasted_takes_the_place_of_what_is_chosen(field):
    field.show_text("z" * LONGEST_TEXT)
    field.selectAll()
    QApplication.clipboard().setText("y" * LONGEST_TEXT)
    field.paste()
    assert field.text() == "y" * LONGEST_TEXT
