"""The kinds of form fields by name, so that forms can be declared in tables."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Literal

from PySide6.QtWidgets import QVBoxLayout, QWidget

from personamap.gui.fields.fields import (
    ChoiceField,
    DayField,
    LineField,
    MultiLineField,
    NumberField,
)
from personamap.gui.fields.list_field import ListField
from personamap.gui.widgets.plain_words import plain_label
from personamap.i18n import _

Kind = Literal["line", "text", "list", "age", "day", "choice"]
Field = LineField | DayField | MultiLineField | ListField | NumberField | ChoiceField

OLDEST = 130


def make_field(kind: Kind, choices: Sequence[tuple[str, str]] = (), hint: str = "") -> Field:
    """Return an empty field of a kind; `choices` are ids with labels to translate."""
    field: Field
    match kind:
        case "line":
            field = LineField()
        case "age":
            field = NumberField(0, OLDEST)
        case "day":
            field = DayField()
        case "text":
            field = MultiLineField()
        case "list":
            return ListField(hint)
        case "choice":
            return ChoiceField({choice: _(label) for choice, label in choices})
    field.setPlaceholderText(hint)
    return field


def show_value(field: Field, value: Any) -> None:
    """Show a value of the kind the field is for."""
    match field:
        case NumberField():
            field.show_number(value)
        case DayField():
            field.show_day(value)
        case LineField() | MultiLineField():
            field.show_text(value)
        case ListField():
            field.show_lines(value)
        case ChoiceField():
            field.show_choice(value)


def on_edited(field: Field, tell: Callable[[Any], None]) -> None:
    """Call `tell` with the new value whenever a person edits the field."""
    match field:
        case NumberField() | DayField() | MultiLineField() | ListField():
            field.edited.connect(tell)
        case LineField():
            field.textEdited.connect(tell)
        case ChoiceField():
            field.picked.connect(tell)


def labelled(text: str, field: QWidget, parent: QWidget | None = None) -> QWidget:
    """Return a field under its label; the label names it for screen readers too."""
    holder = QWidget(parent)
    label = plain_label(text)
    label.setProperty("role", "label")
    label.setWordWrap(True)
    label.setBuddy(field)
    if not field.accessibleName():
        field.setAccessibleName(text)
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(label)
    column.addWidget(field)
    return holder
