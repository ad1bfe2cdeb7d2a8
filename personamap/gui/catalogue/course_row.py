"""One course of a catalogue, or a file that cannot be read and the reason."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout
from typing_extensions import override

from personamap.gui.coverage.small_button import small_button
from personamap.gui.widgets.dialog_parts import hint
from personamap.gui.widgets.icon_mark import IconMark
from personamap.gui.widgets.plain_words import plain_tip
from personamap.i18n import _


class CourseRow(QFrame):
    """Names a course and says what can be done with it.

    Without a path it is the one on screen, which is always among them. A
    double click opens it as its button does.
    """

    open_asked = Signal(object)  # Path
    removed = Signal(object)  # Path

    def __init__(self, path: Path | None, title: str, words: str, *, unread: bool = False) -> None:
        super().__init__()
        self.path = path
        self.setProperty("role", "finding" if unread else "panel")
        self.setAccessibleName(_("{title}. {words}").format(title=title, words=words))
        self.setToolTip(plain_tip("" if path is None else str(path)))
        self.title, self.words = hint(title, "label"), hint(words, "hint")
        self.open, self.remove = small_button(_("Open")), small_button(_("Remove"))
        self.open.setVisible(path is not None and not unread)
        self.remove.setVisible(path is not None)
        for button in (self.open, self.remove):
            button.setAccessibleDescription(title)
        self.open.clicked.connect(self._on_open)
        self.remove.clicked.connect(self._on_remove)
        self._lay_out(unread)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and not self.open.isHidden():
            self.open.click()

    def _lay_out(self, unread: bool) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.open)
        foot.addWidget(self.remove)
        foot.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(self.title)
        column.addWidget(self.words)
        if self.path is not None:
            column.addLayout(foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 10)
        row.setSpacing(8)
        if unread:
            row.addWidget(IconMark("flag", "warn"), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)

    def _on_open(self) -> None:
        self.open_asked.emit(self.path)

    def _on_remove(self) -> None:
        self.removed.emit(self.path)
