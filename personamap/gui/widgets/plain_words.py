"""Words that are never taken for markup, whoever wrote them.

Qt guesses whether a label or a tooltip holds rich text. A person called
`<img src="/some/file">` would so have that file read and shown, and half of
a name like `<b>` would be missing.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as QtText
from PySide6.QtWidgets import QGridLayout, QLabel, QMessageBox, QWidget

_MARGIN, _BETWEEN = 24, 12


def plain_label(text: str = "", parent: QWidget | None = None) -> QLabel:
    """Return a label that shows every letter of its text; there is no other kind of label here."""
    label = QLabel(parent) if parent else QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    return label


def plain_tip(text: str) -> str:
    """Return `text` for a tooltip, which shows it letter by letter."""
    return QtText.convertFromPlainText(text) if QtText.mightBeRichText(text) else text


def words_in_role(role: int, text: str) -> str:
    """Return `text` as a model gives it in a role: letter by letter in tooltips, else as it is."""
    return plain_tip(text) if role == Qt.ItemDataRole.ToolTipRole else text


def tell_in(box: QMessageBox, text: str, more: str) -> None:
    """Let a message say something and, smaller, what follows from it."""
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    box.setInformativeText(more)
    # The second text is a label of its own, which the format of the first does not reach.
    for label in box.findChildren(QLabel):
        label.setTextFormat(Qt.TextFormat.PlainText)
    _give_room(box)


def _give_room(box: QMessageBox) -> None:
    """Lay a message out as every other dialog; Qt leaves a place for a picture where none is."""
    grid = box.layout()
    if isinstance(grid, QGridLayout):
        grid.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        grid.setVerticalSpacing(_BETWEEN)
        grid.setHorizontalSpacing(0)
        first = grid.itemAtPosition(0, 0)
        gap = first.spacerItem() if first is not None else None
        if gap is not None:
            gap.changeSize(0, 0)
        # Where the buttons are wider than the words, the words have the room and not the place.
        grid.setColumnStretch(1, 1)
