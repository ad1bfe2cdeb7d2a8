"""Where an export is saved to: a place that is proposed, typed or picked."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from personamap.gui.export.label_for import label_for
from personamap.i18n import _


class PlaceField(QWidget):
    """A file, or a folder where there will be several; a folder chosen once is kept."""

    changed = Signal()

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._suffix = ""
        self.field = QLineEdit()
        self.browse = QPushButton(_("&Browse…"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for widget in (label_for(_("Save &to"), self.field), self.field, self.browse):
            row.addWidget(widget)
        self.field.textEdited.connect(self._on_chosen)
        self.field.textChanged.connect(self.changed)
        self.browse.clicked.connect(self._on_browse)

    @property
    def path(self) -> Path:
        """The place as it stands there."""
        return Path(self.field.text().strip()).expanduser()

    @property
    def trouble(self) -> str:
        """What is still missing, if anything."""
        return "" if self.field.text().strip() else _("Say where to save it.")

    def suggest(self, name: str, suffix: str) -> None:
        """Propose a file of this kind, or a folder where there is no suffix."""
        self._suffix = suffix
        self.field.setText(str(self._folder / f"{name}{suffix}"))

    def _on_chosen(self, place: str) -> None:
        self._folder = Path(place).parent

    def _on_browse(self) -> None:
        dialog = QFileDialog(self, _("Save to"), self.field.text())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._suffix:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            # The question is asked once, when the export meets the file.
            dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
            dialog.setDefaultSuffix(self._suffix.removeprefix("."))
            dialog.selectFile(self.field.text())
        else:
            dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self._on_picked)
        dialog.open()

    def _on_picked(self, place: str) -> None:
        self._on_chosen(place)
        self.field.setText(place)
