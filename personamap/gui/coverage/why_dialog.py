"""Why a check asks what it asks: its help page, with its source."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from personamap.analysis.check import Check
from personamap.gui.help.library import page_of_check, page_text
from personamap.gui.help.page_view import PageView
from personamap.gui.widgets.dialog_parts import size_for
from personamap.i18n import _

_SIZE = QSize(560, 460)


class WhyDialog(QDialog):
    """Shows the help page of one check."""

    def __init__(self, check: Check, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Why this matters"))
        self.resize(size_for(self, _SIZE))
        self.page = PageView()
        self.page.show_text(_(check.title), page_text(page_of_check(check.id)))
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        box.button(QDialogButtonBox.StandardButton.Close).setText(_("Close"))
        box.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(16)
        layout.addWidget(self.page, 1)
        layout.addWidget(box)
