"""The page before anything is read: choosing a file, and why the last one was refused."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from personamap.gui.widgets.dialog_parts import file_picker, hint, say
from personamap.i18n import _


class FilePage(QWidget):
    """Asks for a file of the kinds that `pattern` names, in the words of one import."""

    file_chosen = Signal(Path)

    def __init__(
        self, words: str, question: str, pattern: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._question, self._pattern = question, pattern
        self.problem = hint("", "warn")
        self.choose = QPushButton(_("Choose a &file…"))
        self.choose.clicked.connect(self.choose_file)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)
        self.column.addWidget(hint(words))
        self.column.addWidget(self.problem)
        self.column.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)
        self.tell("")

    def tell(self, problem: str) -> None:
        """Say why a file was refused, or nothing."""
        say(self.problem, problem)

    def choose_file(self) -> None:
        """Let the person choose a file."""
        picker = file_picker(self, self._question, self._pattern, _("All files (*)"))
        picker.fileSelected.connect(self._on_file_selected)
        picker.open()

    def _on_file_selected(self, chosen: str) -> None:
        self.file_chosen.emit(Path(chosen))
