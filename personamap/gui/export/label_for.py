"""The label before or above a field of this dialog."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from personamap.gui.widgets.plain_words import plain_label


def label_for(text: str, field: QWidget) -> QLabel:
    """Return the label of a field, which also names it for screen readers."""
    label = plain_label(text)
    label.setProperty("role", "label")
    label.setBuddy(field)
    field.setAccessibleName(text.replace("&", ""))
    return label
