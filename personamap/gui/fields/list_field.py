"""A field for a list of short texts: one growing line each, and one more to add."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from personamap.gui.fields.fields import MultiLineField
from personamap.i18n import _


class ListField(QWidget):
    """Texts one under the other; the empty line at the end adds one.

    Return goes to the next line, Backspace in an empty one takes it out.
    A line emptied on the way is kept until the cursor leaves it, so that
    nothing moves under the hands of who types.
    """

    edited = Signal(object)  # tuple[str, ...]

    def __init__(self, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint = hint
        self._shown: tuple[str, ...] = ()
        self.lines: list[MultiLineField] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._have_lines(1)

    def show_lines(self, texts: Sequence[str]) -> None:
        """Show these texts, keeping the lines that are there already."""
        self._shown = tuple(texts)
        self._have_lines(len(texts) + 1)
        for line, text in zip(self.lines, (*texts, ""), strict=True):
            line.show_text(text)

    def _have_lines(self, count: int) -> None:
        while len(self.lines) > count:
            gone = self.lines.pop()
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        while len(self.lines) < count:
            self._add_line()
        for at, line in enumerate(self.lines):
            line.setPlaceholderText(self._hint or _("Add a line") if at == count - 1 else "")
        self._name_lines()

    def _add_line(self) -> None:
        line = MultiLineField(lines=1, breaks=False, parent=self)
        line.edited.connect(self._on_edited)
        line.returned.connect(partial(self._on_returned, line))
        line.emptied.connect(partial(self._on_emptied, line))
        line.left.connect(self._on_left)
        if self.lines:
            QWidget.setTabOrder(self.lines[-1], line)
        self._column.addWidget(line)
        self.lines.append(line)
        line.show()
        self.setFocusProxy(self.lines[0])

    def _name_lines(self) -> None:
        for at, line in enumerate(self.lines, start=1):
            line.setAccessibleName(
                _("{name}, line {number}").format(name=self.accessibleName(), number=at)
            )

    def _texts(self) -> tuple[str, ...]:
        texts = [line.text() for line in self.lines]
        while texts and not texts[-1].strip():
            texts.pop()
        return tuple(texts)

    def _on_edited(self, _text: str) -> None:
        self._tell(self._texts())

    def _on_returned(self, line: MultiLineField) -> None:
        at = self.lines.index(line) + 1
        if at < len(self.lines):
            self.lines[at].setFocus()

    def _on_emptied(self, line: MultiLineField) -> None:
        at = self.lines.index(line)
        self.lines[max(at - 1, 0)].setFocus()

    def _on_left(self) -> None:
        self._tell(tuple(text for text in self._texts() if text.strip()))

    def _tell(self, texts: tuple[str, ...]) -> None:
        if texts != self._shown:
            self._shown = texts
            self.edited.emit(texts)
