"""The line in which people type what they look for in a list."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from personamap.gui.look.icons import icon


def search_line(prompt: str, name: str) -> QLineEdit:
    """Return an empty line that says what can be typed; a screen reader says its `name`."""
    line = QLineEdit()
    line.setPlaceholderText(prompt)
    line.setAccessibleName(name)
    line.setClearButtonEnabled(True)
    line.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
    return line
