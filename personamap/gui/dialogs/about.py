"""What this program is, which parts it is made of, and on whose terms."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from personamap import __version__
from personamap.gui.dialogs.system_facts import system_facts
from personamap.gui.look.icons import icon
from personamap.gui.look.theme import current_theme
from personamap.gui.widgets.dialog_parts import hint, say, size_for
from personamap.gui.widgets.plain_words import plain_label
from personamap.i18n import _
from personamap.services.licences import Licensed, parts_in_use

_SIZE, _ROW = QSize(720, 660), 28


class AboutDialog(QDialog):
    """Names the version and every part in use with its licence, and shows the text of one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("About personamap"))
        self.resize(size_for(self, _SIZE))
        self._in_use = parts_in_use()
        self.search = _search_line()
        self.search.textChanged.connect(self._on_searched)
        self.parts = _table(self._in_use)
        self.parts.currentCellChanged.connect(self._on_chosen)
        self.none = hint(_("No part has these words."))
        self.none.hide()
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.copied = hint("")
        self.copied.hide()
        self.copy = QPushButton(_("Copy &system facts"))
        self.copy.setAutoDefault(False)
        self.copy.clicked.connect(self._on_copy)
        self._lay_out()
        self.parts.setCurrentCell(0, 0)
        self.search.setFocus()

    @classmethod
    def ask(cls, parent: QWidget) -> None:
        """Open over the window."""
        cls(parent).open()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(12)
        layout.addWidget(_title())
        layout.addWidget(hint(_what_it_is(), "secondary"))
        layout.addWidget(self.search)
        layout.addWidget(self.parts, 1)
        layout.addWidget(self.none, 1)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.copied)
        close = QPushButton(_("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addWidget(self.copy)
        foot.addStretch()
        foot.addWidget(close)
        layout.addLayout(foot)

    def _on_searched(self, text: str) -> None:
        words = text.casefold().split()
        shown = []
        for row in range(self.parts.rowCount()):
            told = " ".join(_cells(self._in_use[row])).casefold()
            self.parts.setRowHidden(row, not all(word in told for word in words))
            shown += [] if self.parts.isRowHidden(row) else [row]
        self.parts.setVisible(bool(shown))
        self.text.setVisible(bool(shown))
        self.none.setVisible(not shown)
        if shown and self.parts.currentRow() not in shown:
            self.parts.setCurrentCell(shown[0], 0)

    def _on_chosen(self, row: int) -> None:
        part = self._in_use[row]
        self.text.setPlainText(part.text() or _without_text(part))
        self.text.setAccessibleName(_("Licence of {name}").format(name=part.name))

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(system_facts(self))
        say(
            self.copied,
            _("Copied: versions, system, screen and language. No paths and no names are in it."),
        )


def _title() -> QLabel:
    title = plain_label(_("personamap {version}").format(version=__version__))
    title.setProperty("role", "person")
    return title


def _what_it_is() -> str:
    return _(
        "Build the cast of an eLearning course as a persona map, see what it lacks, print its "
        "sheets; nothing leaves this computer."
    )


def _without_text(part: Licensed) -> str:
    return _(
        "{name} came without the text of its licence. What it says of itself: {licence}."
    ).format(name=part.name, licence=part.licence or _("nothing"))


def _search_line() -> QLineEdit:
    line = QLineEdit()
    line.setPlaceholderText(_("Search by name or licence"))
    line.setAccessibleName(_("Search what is in use, and its licences"))
    line.setClearButtonEnabled(True)
    line.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
    return line


def _cells(part: Licensed) -> tuple[str, str, str]:
    return part.name, _(part.note) if part.note else "", part.licence or _("not told")


def _table(parts: tuple[Licensed, ...]) -> QTableWidget:
    table = QTableWidget(len(parts), 3)
    table.setHorizontalHeaderLabels((_("Part"), _("Version or use"), _("Licence")))
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(current_theme().px(_ROW))
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
    table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setAccessibleName(_("What is in use, and its licences"))
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setStretchLastSection(True)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
    for row, part in enumerate(parts):
        for column, words in enumerate(_cells(part)):
            table.setItem(row, column, QTableWidgetItem(words))
    return table
