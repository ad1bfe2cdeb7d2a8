"""Who will take the course: the counts that are there, and the ways to bring others."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from personamap.analysis.mirror.wording import about_audience
from personamap.edits.audiences import remove_audience
from personamap.gui.document import Document
from personamap.gui.importing.audience.counts_view import CountsView
from personamap.gui.importing.audience.dialog import ImportAudienceDialog
from personamap.gui.importing.audience.totals_dialog import TotalsDialog
from personamap.gui.look.icons import icon, size_before_words
from personamap.gui.widgets.dialog_parts import Standard, hint, size_for
from personamap.i18n import _
from personamap.services.audiences import present_audience
from personamap.services.imports import offered_facets

_SIZE = QSize(640, 560)


class AudienceDialog(QDialog):
    """Shows the audience of a project as it is now, while it is brought in, typed or removed."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Who will take the course"))
        self.resize(size_for(self, _SIZE))
        self.summary = hint("", "strong")
        self.words = hint("", "secondary")
        self.counts = CountsView()
        self.bring = QPushButton(icon("file-input"), _("&Import a table…"))
        self.type = QPushButton(icon("pencil"), _("&Type totals…"))
        self.remove = QPushButton(icon("trash-2"), _("&Remove"))
        self._lay_out()
        self.bring.clicked.connect(self._on_bring)
        self.type.clicked.connect(self._on_type)
        self.remove.clicked.connect(self._on_remove)
        document.changed.connect(self._on_changed)
        self._show_audience()

    @classmethod
    def ask(cls, document: Document, parent: QWidget) -> AudienceDialog:
        """Open over the window."""
        dialog = cls(document, parent)
        dialog.open()
        return dialog

    def _lay_out(self) -> None:
        ways = QHBoxLayout()
        ways.setSpacing(8)
        for button in (self.bring, self.type, self.remove):
            button.setIconSize(size_before_words())
            button.setAutoDefault(False)
            ways.addWidget(button)
        ways.addStretch(1)
        foot = QDialogButtonBox(Standard.Close)
        foot.button(Standard.Close).setText(_("&Close"))
        foot.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(12)
        layout.addWidget(self.summary)
        layout.addWidget(self.words)
        layout.addWidget(self.counts, 1)
        layout.addStretch(0)
        layout.addLayout(ways)
        layout.addWidget(foot)

    def _show_audience(self) -> None:
        project = self._document.project
        audience = present_audience(project)
        self.counts.setVisible(audience is not None)
        self.remove.setEnabled(audience is not None)
        if audience is None:
            self.summary.setText(_("Nobody yet"))
            self.words.setText(
                _(
                    "Import a table of the people who will take the course, or type totals you "
                    "have published, and Coverage tells how many of them meet somebody like "
                    "them. Only numbers of people are kept, and none so small that somebody "
                    "could be found in it."
                )
            )
            return
        self.summary.setText(about_audience(audience))
        self.words.setText(
            _("These counts are all that is kept in the project; no row or name is.")
        )
        self.counts.show_counts(audience, offered_facets(project))

    def _on_changed(self, _changes: object) -> None:
        self._show_audience()

    def _on_bring(self) -> None:
        ImportAudienceDialog.ask(self._document, None, self)

    def _on_type(self) -> None:
        TotalsDialog.ask(self._document, self)

    def _on_remove(self) -> None:
        self._document.apply(_("Remove the audience"), remove_audience)
