"""One group of the audience, and the button that adds a person like them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from personamap.analysis.check import Proposal
from personamap.gui.coverage.small_button import small_button
from personamap.gui.widgets.plain_words import plain_label, plain_tip
from personamap.i18n import _

_BETWEEN = 12


class GroupLine(QWidget):
    """Says who they are; the button asks for what would let them meet somebody."""

    asked = Signal(object)  # Proposal

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._proposal: Proposal | None = None
        self.words = plain_label()
        self.words.setWordWrap(True)
        self.add = small_button(_("Add a person like this"))
        self.add.clicked.connect(self._on_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_BETWEEN)
        row.addWidget(self.words, 1)
        row.addWidget(self.add, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def tell(self, words: str, proposal: Proposal | None) -> None:
        """Show a group; one that the team rules out in one person has a button that says so."""
        self._proposal = proposal
        self.words.setText(words)
        self.setVisible(bool(words))
        self.add.setEnabled(proposal is not None)
        self.add.setAccessibleDescription(words)
        ruled_out = _("Your team holds this combination to be implausible in one person.")
        self.add.setToolTip(plain_tip(proposal.text if proposal else ruled_out))

    def _on_clicked(self) -> None:
        if self._proposal is not None:
            self.asked.emit(self._proposal)
