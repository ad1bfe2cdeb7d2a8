"""The page before any table is read: choosing one, and why the last one was refused."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QPushButton, QVBoxLayout, QWidget

from personamap.gui.widgets.dialog_parts import hint
from personamap.i18n import _


class StartPage(QWidget):
    """Asks for a table."""

    file_chosen = Signal(Path)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.problem = hint("", "warn")
        self.choose = QPushButton(_("Choose a &file…"))
        self.choose.clicked.connect(self.choose_file)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(12)
        page.addWidget(
            hint(_("A CSV, TSV or XLSX table with one person a row and headings on top."))
        )
        page.addWidget(self.problem)
        page.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        page.addStretch(1)
        self.tell("")

    def tell(self, problem: str) -> None:
        """Say why a table was refused, or nothing."""
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))

    def choose_file(self) -> None:
        """Let the person choose a table."""
        picker = QFileDialog(self, _("Choose a table of people"))
        picker.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        picker.setFileMode(QFileDialog.FileMode.ExistingFile)
        picker.setNameFilters([_("Tables (*.csv *.tsv *.txt *.xlsx *.xlsm)"), _("All files (*)")])
        picker.fileSelected.connect(self._on_file_selected)
        picker.open()

    def _on_file_selected(self, chosen: str) -> None:
        self.file_chosen.emit(Path(chosen))
