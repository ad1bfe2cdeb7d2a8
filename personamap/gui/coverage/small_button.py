"""The buttons on the cards beside the counts: a little lower than others."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton


def small_button(words: str, role: str = "") -> QPushButton:
    """Return a button for a card; `role` is `primary`, `link` or nothing."""
    button = QPushButton(words)
    button.setAutoDefault(False)
    button.setProperty("compact", "true")
    if role:
        button.setProperty("role", role)
    return button
