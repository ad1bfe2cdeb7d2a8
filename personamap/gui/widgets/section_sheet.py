"""The inside of an editor: folding sections one under the other, or words on how to get there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from personamap.gui.widgets.dialog_parts import hint
from personamap.gui.widgets.fold_section import SIDE
from personamap.gui.widgets.page import page_of


def section_sheet(sections: Iterable[QWidget], head: Sequence[QWidget] = ()) -> QScrollArea:
    """Return sections below what says whose they are, as a page that scrolls."""
    content = QWidget()
    content.setProperty("role", "content")
    column = QVBoxLayout(content)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    if head:
        lines = QVBoxLayout()
        lines.setContentsMargins(SIDE, 12, SIDE, 16)
        lines.setSpacing(2)
        for line in head:
            lines.addWidget(line)
        column.addLayout(lines)
    for section in sections:
        column.addWidget(section)
    column.addStretch(1)
    return page_of(content)


def nothing_chosen(words: str) -> QWidget:
    """Return what stands in the place of a sheet until something is chosen."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(SIDE, SIDE, SIDE, SIDE)
    column.addWidget(hint(words, "secondary"))
    column.addStretch(1)
    return holder
