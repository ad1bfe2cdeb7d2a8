"""What the dialogs have in common."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel

from personamap.i18n import _

Standard = QDialogButtonBox.StandardButton


def buttons(dialog: QDialog, main: QDialogButtonBox.StandardButton, word: str) -> QDialogButtonBox:
    """Return Cancel and the main button, connected to the dialog."""
    box = QDialogButtonBox(main | Standard.Cancel)
    chosen = box.button(main)
    chosen.setText(word)
    chosen.setProperty("role", "primary")
    chosen.setDefault(True)
    box.button(Standard.Cancel).setText(_("Cancel"))
    box.accepted.connect(dialog.accept)
    box.rejected.connect(dialog.reject)
    return box


def hint(text: str, role: str = "hint") -> QLabel:
    """Return a line of help that wraps and is never taken for markup."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    label.setWordWrap(True)
    return label
