"""What this program is, which parts it is made of, and on whose terms."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from personamap import __version__
from personamap.gui.dialogs.system_facts import system_facts
from personamap.gui.failure_words import words_for
from personamap.gui.jobs import LatestJob
from personamap.gui.widgets.dialog_parts import busy_line, hint, say, size_for
from personamap.gui.widgets.plain_words import plain_label
from personamap.gui.widgets.search_line import search_line
from personamap.gui.widgets.searched_table import SearchedTable
from personamap.i18n import _
from personamap.services.licences import Licensed, parts_in_use

_SIZE = QSize(720, 660)


class AboutDialog(QDialog):
    """Names the version and every part in use with its licence, and shows the text of one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("About personamap"))
        self.resize(size_for(self, _SIZE))
        self._in_use: tuple[Licensed, ...] = ()
        self.reading = LatestJob(0, self)
        self.reading.finished.connect(self._on_read)
        self.reading.failed.connect(self._on_failed)
        self.progress = busy_line(_("Reading the licences"))
        self.parts = SearchedTable(
            search_line(
                _("Search by name or licence"), _("Search what is in use, and its licences")
            ),
            (_("Part"), _("Version or use"), _("Licence")),
            _("No part has these words."),
            name=_("What is in use, and its licences"),
            wide=2,
        )
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(_("Licence"))
        self.text.setTabChangesFocus(True)
        self.copied = hint("")
        self.copied.hide()
        self.copy = QPushButton(_("Copy &system facts"))
        self.copy.setAutoDefault(False)
        self.copy.clicked.connect(self._on_copy)
        self._lay_out()
        self.parts.searched.connect(self.text.setVisible)
        self.parts.reached.connect(self._on_chosen)
        self.parts.setFocus()
        self.reading.request(parts_in_use)

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
        layout.addWidget(self.progress)
        layout.addWidget(self.parts, 1)
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

    @override
    def done(self, result: int) -> None:
        self.reading.stop()
        super().done(result)

    def _on_read(self, parts: tuple[Licensed, ...]) -> None:
        self.progress.hide()
        self._in_use = parts
        self.parts.fill([_cells(part) for part in parts])

    def _on_failed(self, error: Exception) -> None:
        self.progress.hide()
        self.text.setPlainText(words_for(error))

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


def _cells(part: Licensed) -> tuple[str, str, str]:
    return part.name, _(part.note) if part.note else "", part.licence or _("not told")
