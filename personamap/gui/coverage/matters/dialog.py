"""What matters for this course, chosen in one window and made one undo step."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QVBoxLayout, QWidget

from personamap.edits.aims import set_what_matters
from personamap.gui.coverage.matters.draft import AimDraft
from personamap.gui.coverage.matters.left_out import LeftOutSection
from personamap.gui.coverage.matters.minimum import MinimumSection
from personamap.gui.coverage.matters.pairs import PairsSection
from personamap.gui.coverage.matters.star_tree import StarTree
from personamap.gui.document import Document
from personamap.gui.widgets.dialog_parts import buttons, hint, size_for
from personamap.gui.widgets.page import page_of
from personamap.i18n import _

_SIZE = QSize(920, 640)


class WhatMattersDialog(QDialog):
    """Edits a draft; Done hands it over."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.draft = AimDraft(document.project, self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("What matters"))
        self.resize(size_for(self, _SIZE))
        self.tree = StarTree(self.draft)
        self.minimum = MinimumSection(self.draft)
        self.pairs = PairsSection(self.draft)
        self.left_out = LeftOutSection(self.draft)
        self._lay_out()
        self.tree.value_shown.connect(self.minimum.show_value)
        self.accepted.connect(self._on_accepted)

    @classmethod
    def ask(cls, document: Document, parent: QWidget) -> WhatMattersDialog:
        """Open the dialog over the window; Done makes the edit."""
        dialog = cls(document, parent)
        dialog.open()
        return dialog

    def _lay_out(self) -> None:
        sections = QWidget()
        sections.setProperty("role", "content")
        column = QVBoxLayout(sections)
        column.setContentsMargins(0, 4, 12, 4)
        column.setSpacing(24)
        for section in (self.minimum, self.pairs, self.left_out):
            column.addWidget(section)
        column.addStretch(1)
        middle = QHBoxLayout()
        middle.setSpacing(24)
        middle.addWidget(self.tree, 4)
        middle.addWidget(page_of(sections, steady=False), 5)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(16)
        layout.addWidget(
            hint(
                _(
                    "Tick the facets and values that matter for this course: they get a star, are "
                    "looked at first, and should meet in people. No cast of a few can show it all."
                ),
                "secondary",
            )
        )
        layout.addLayout(middle, 1)
        layout.addWidget(buttons(self, QDialogButtonBox.StandardButton.Ok, _("&Done")))

    def _on_accepted(self) -> None:
        self._document.apply(_("Change what matters"), set_what_matters, self.draft.project)
