"""Whether a check should no longer be asked in this project."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from personamap.edits.aims import switch_check_off
from personamap.gui.coverage.known_checks import title_of
from personamap.gui.document import Document
from personamap.gui.widgets.dialog_parts import lead_with
from personamap.gui.widgets.plain_words import tell_in
from personamap.i18n import _, plural

_Button = QMessageBox.StandardButton


class SwitchOffQuestion(QMessageBox):
    """Says what would no longer be listed, and where to switch it on again."""

    def __init__(
        self, document: Document, check_id: str, findings: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._check = document, check_id
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Switch a check off"))
        question = _("Switch off “{check}” in this project?").format(check=title_of(check_id))
        gone = plural(
            "One finding is no longer listed.", "{count} findings are no longer listed.", findings
        )
        back = _("You can undo this, and switch it on again under Review, Checks.")
        tell_in(self, question, f"{gone} {back}")
        self.setStandardButtons(_Button.Ok | _Button.Cancel)
        self.setEscapeButton(_Button.Cancel)
        self.button(_Button.Ok).setText(_("&Switch off"))
        lead_with(self, self.button(_Button.Ok))
        self.button(_Button.Cancel).setText(_("Cancel"))
        self.finished.connect(self._on_finished)

    @classmethod
    def ask(cls, document: Document, check_id: str, findings: int, parent: QWidget) -> None:
        """Open the question over the window; Switch off makes the edit."""
        cls(document, check_id, findings, parent).open()

    def _on_finished(self, button: int) -> None:
        if button == int(_Button.Ok):
            self._document.apply(_("Switch a check off"), switch_check_off, self._check)
