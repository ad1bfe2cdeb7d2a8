"""Every key of the window in one list, made from the actions themselves."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QMenuBar, QPushButton, QVBoxLayout, QWidget

from personamap.gui.widgets.dialog_parts import size_for
from personamap.gui.widgets.hung_actions import hung_actions
from personamap.gui.widgets.search_line import search_line
from personamap.gui.widgets.searched_table import SearchedTable
from personamap.i18n import _

_SIZE = QSize(760, 600)
_BETWEEN = " › "


class ShortcutsDialog(QDialog):
    """Lists what the menus offer with their keys; a search line leaves what is looked for."""

    def __init__(self, bar: QMenuBar, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Keyboard shortcuts"))
        self.resize(size_for(self, _SIZE))
        self.keys = SearchedTable(
            search_line(_("Search what it does, or its keys"), _("Search the shortcuts")),
            (_("What it does"), _("Menu"), _("Keys")),
            _("No action with keys has these words."),
            name=_("Keyboard shortcuts"),
            wide=2,
        )
        self.keys.fill(
            [
                (hung.words, _BETWEEN.join(hung.menus), ", ".join(hung.keys))
                for hung in hung_actions(bar)
                if hung.keys
            ]
        )
        close = QPushButton(_("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(12)
        layout.addWidget(self.keys, 1)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)

    @classmethod
    def ask(cls, bar: QMenuBar, parent: QWidget) -> None:
        """Open over the window."""
        cls(bar, parent).open()
