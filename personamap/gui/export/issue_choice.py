"""Whether an export is handed over as an issue, and to whom."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QWidget

from personamap.domain.project import Project
from personamap.gui.export.label_for import label_for
from personamap.i18n import _
from personamap.services.issues import Recipient

_LONGEST_NAME = 1_000
_NAME_SHARE, _NOTE_SHARE = 2, 3


class IssueChoice(QWidget):
    """A box to tick, and whom it is for; the last recipient is proposed, the tick never is."""

    changed = Signal()

    def __init__(self, project: Project, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QCheckBox(_("Record this as an &issue"))
        self.box.setToolTip(
            _("The project remembers who got these pages; later ones say what changed since.")
        )
        self.name = QLineEdit(next((h.recipient for h in reversed(project.hand_offs)), ""))
        self.name.setMaxLength(_LONGEST_NAME)
        self.note = QLineEdit()
        self._lay_out()
        self._show_whether_ticked()
        self.box.toggled.connect(self._on_ticked)
        self.name.textChanged.connect(self.changed)

    @property
    def is_wanted(self) -> bool:
        """Tell whether this export is to be remembered."""
        return self.isEnabled() and self.box.isChecked()

    @property
    def recipient(self) -> Recipient | None:
        """Whom the issue is handed to today; nobody where none is wanted."""
        if not self.is_wanted:
            return None
        today = datetime.now().astimezone().date().isoformat()
        return Recipient(self.name.text().strip(), today, self.note.text().strip())

    @property
    def trouble(self) -> str:
        """What is still missing, if anything."""
        if self.is_wanted and not self.name.text().strip():
            return _("Say to whom you hand this issue.")
        return ""

    def offer(self, *, possible: bool) -> None:
        """Let it be ticked, where the document is one that is handed over."""
        self.setEnabled(possible)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.box)
        for text, field, share in (
            (_("&Handed to"), self.name, _NAME_SHARE),
            (_("&Note"), self.note, _NOTE_SHARE),
        ):
            row.addWidget(label_for(text, field))
            row.addWidget(field, share)

    def _on_ticked(self) -> None:
        self._show_whether_ticked()
        if self.box.isChecked() and not self.name.text():
            self.name.setFocus()
        self.changed.emit()

    def _show_whether_ticked(self) -> None:
        for field in (self.name, self.note):
            field.setEnabled(self.box.isChecked())
