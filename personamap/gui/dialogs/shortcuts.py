"""Every key of the window in one list, made from the actions themselves."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QLineEdit,
    QMenuBar,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from personamap.gui.look.icons import icon
from personamap.gui.look.theme import current_theme
from personamap.gui.widgets.dialog_parts import hint, size_for
from personamap.gui.widgets.hung_actions import hung_actions
from personamap.i18n import _

_SIZE, _ROW = QSize(640, 600), 32
_BETWEEN = " › "


class ShortcutsDialog(QDialog):
    """Lists what the menus offer with their keys; a search line leaves what is looked for."""

    def __init__(self, bar: QMenuBar, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Keyboard shortcuts"))
        self.resize(size_for(self, _SIZE))
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("Search what it does, or its keys"))
        self.search.setAccessibleName(_("Search the shortcuts"))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.textChanged.connect(self._on_searched)
        self.table = _table(
            [
                (hung.words, _BETWEEN.join(hung.menus), ", ".join(hung.keys))
                for hung in hung_actions(bar)
                if hung.keys
            ]
        )
        self.none = hint(_("No action with keys has these words."))
        self.none.hide()
        close = QPushButton(_("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(16)
        layout.addWidget(
            hint(_("Everything here and in the menus is also found with Find anything."))
        )
        layout.addWidget(self.search)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.none, 1)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)

    @classmethod
    def ask(cls, bar: QMenuBar, parent: QWidget) -> None:
        """Open over the window."""
        cls(bar, parent).open()

    def _on_searched(self, text: str) -> None:
        words, model = text.casefold().split(), self.table.model()
        for row in range(self.table.rowCount()):
            told = " ".join(str(model.index(row, at).data()) for at in range(3)).casefold()
            self.table.setRowHidden(row, not all(word in told for word in words))
        rows = range(self.table.rowCount())
        nothing = all(self.table.isRowHidden(row) for row in rows)
        self.table.setVisible(not nothing)
        self.none.setVisible(nothing)


def _table(rows: list[tuple[str, str, str]]) -> QTableWidget:
    table = QTableWidget(len(rows), 3)
    table.setHorizontalHeaderLabels((_("What it does"), _("Menu"), _("Keys")))
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(current_theme().px(_ROW))
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setAccessibleName(_("Keyboard shortcuts"))
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
    for at, row in enumerate(rows):
        for column, words in enumerate(row):
            table.setItem(at, column, QTableWidgetItem(words))
    return table
