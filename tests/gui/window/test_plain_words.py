"""Whatever people are called, it is shown letter by letter, and no file it names is read."""

import re

import pytest
from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtGui import Qt as QtText
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QMessageBox, QWidget

from personamap.domain.project import Project
from personamap.gui.widgets.plain_words import plain_label, plain_tip, tell_in
from personamap.services.projects import open_project, save_project
from personamap.services.templates import example_path

EVIL = '<img src="/nowhere/evil.png"><b>'
IDENTIFIER = re.compile("[a-z0-9_-]+")
WORDS = {"title", "client", "summary", "text", "label", "help", "name", "definition", "called"}
WORDS |= {"pronunciation", "pronouns", "brief", "own_words", "department", "duties", "goals"}
WORDS |= {"motivations", "strengths", "flaw", "feelings", "tone", "note", "notes", "situation"}
WORDS |= {"turn_text", "response", "themes", "place", "reviewer", "source", "author", "dos"}
WORDS |= {"description", "alt_text", "reciprocal", "shown_how", "safety_note", "synonyms"}


def spoilt(value, key=""):
    match value:
        case dict():
            return {name: spoilt(part, name) for name, part in value.items()}
        case list() | tuple():
            return [spoilt(part, key) for part in value]
        case str() if key in WORDS and value and not IDENTIFIER.fullmatch(value):
            return EVIL + value
        case _:
            return value


@pytest.fixture
def file(tmp_path):
    raw = open_project(example_path()).project.model_dump(mode="python", exclude={"media"})
    path = tmp_path / "evil.personamap"
    save_project(Project.model_validate(spoilt(raw)), path)
    return path


def tips(widget):
    """Yield every tooltip a widget could show."""
    yield widget.toolTip()
    yield from (action.toolTip() for action in widget.findChildren(QAction))
    if isinstance(widget, QAbstractItemView) and widget.model():
        yield from (tip for tip in item_tips(widget.model(), QModelIndex()) if tip)


def item_tips(model, parent):
    role = Qt.ItemDataRole.ToolTipRole
    for row in range(min(model.rowCount(parent), 40)):
        columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)
        for column in range(min(columns, 40)):
            index = model.index(row, column, parent)
            yield model.data(index, role)
            yield model.headerData(column, Qt.Orientation.Horizontal, role)
            if column == 0:
                yield from item_tips(model, index)
        yield model.headerData(row, Qt.Orientation.Vertical, role)


def taken_for_markup():
    """Return what is on any screen, or would be in a tooltip, and is not shown as it stands."""
    widgets = [widget for widget in QApplication.allWidgets() if isinstance(widget, QWidget)]
    labels = [w for w in widgets if isinstance(w, QLabel)]
    shown = [
        f"label: {label.text()}"
        for label in labels
        if label.textFormat() != Qt.TextFormat.PlainText and QtText.mightBeRichText(label.text())
    ]
    return shown + [f"tip: {tip}" for widget in widgets for tip in tips(widget) if "<img" in tip]


def test_no_name_becomes_markup_in_any_workspace(open_window, qtbot):
    project = open_window.desk.session.document.project
    for workspace in ("cast", "map", "coverage"):
        shown = open_window.desk.stack.show_workspace(workspace)
        if workspace == "coverage":
            qtbot.waitUntil(lambda page=shown: page.filled)
        elif workspace == "map":
            shown.select(project.personas[0].id)
        else:
            shown.open_person(project.personas[0].id)
        assert taken_for_markup() == []


def test_the_second_text_of_a_message_is_plain_too(qtbot):
    box = QMessageBox()
    qtbot.addWidget(box)
    tell_in(box, EVIL, EVIL)
    box.show()
    assert taken_for_markup() == []


def test_a_plain_label_and_a_tooltip_keep_every_letter(qtbot):
    label = plain_label(EVIL)
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == EVIL
    assert "&lt;img" in plain_tip(EVIL)
    assert plain_tip("three < four & five") == "three < four & five"
