"""Why a check asks what it asks: its help page, with its source."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from personamap.analysis.check import Check
from personamap.i18n import _
from personamap.resources import resource

_WIDTH, _HEIGHT = 560, 460


class WhyDialog(QDialog):
    """Shows the help page of one check."""

    def __init__(self, check: Check, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Why this matters"))
        self.resize(_WIDTH, _HEIGHT)
        self.page = QTextBrowser()
        self.page.setOpenLinks(False)
        self.page.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.page.setAccessibleName(_(check.title))
        self.page.setMarkdown(resource("help", "checks", check.help).read_text(encoding="utf-8"))
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        box.button(QDialogButtonBox.StandardButton.Close).setText(_("Close"))
        box.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(16)
        layout.addWidget(self.page, 1)
        layout.addWidget(box)
