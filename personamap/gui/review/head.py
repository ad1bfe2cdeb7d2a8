"""The line above the review: which page, and the ways out to reviewers and back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from personamap.gui.coverage.wrapping_head import WrappingHead
from personamap.gui.fields.segmented import Segmented
from personamap.gui.look.icons import icon, size_before_words
from personamap.gui.look.theme import current_look
from personamap.gui.widgets.plain_words import plain_tip
from personamap.i18n import N_, _

QUESTIONS, COMMENTS, DECISIONS = "questions", "comments", "decisions"
CHANGES, SIGN_OFFS = "changes", "sign-offs"
_PAGES = (
    (QUESTIONS, N_("Questions"), N_("What to ask of the course as a whole, and your answers")),
    (COMMENTS, N_("Comments"), N_("What people say about the cast, and what is settled")),
    (DECISIONS, N_("Decisions"), N_("Findings that were accepted on purpose, and why")),
    (CHANGES, N_("Changed"), N_("What changed since the last review or hand-off")),
    (SIGN_OFFS, N_("Sign-off"), N_("Who said “done”, and whether it has changed since")),
)


class ReviewHead(WrappingHead):
    """Title, pages and buttons, below each other where there is little room."""

    page_chosen = Signal(str)
    merge_asked = Signal()
    export_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Review"), "title", parent)
        self._grid.setContentsMargins(24, 20, 24, 12)
        self.pages = Segmented([(page, _(word)) for page, word, _tip in _PAGES], _("Page"))
        for page, _word, tip in _PAGES:
            self.pages.button(page).setToolTip(plain_tip(_(tip)))
        self.pages.chosen.connect(self.page_chosen)
        self.merge = QPushButton(icon("messages-square"), _("Merge a review…"))
        self.export = QPushButton(icon("file-down"), _("Export…"))
        self.export.setToolTip(plain_tip(_("Choose “Review pack” for people without the program")))
        self.merge.clicked.connect(self._on_merge)
        self.export.clicked.connect(self._on_export)
        for widget in (self.pages, self.merge, self.export):
            self.put(widget)
        look = current_look()
        if look is not None:
            look.changed.connect(self._fit_icons)
        self._fit_icons()

    def _fit_icons(self) -> None:
        for button in (self.merge, self.export):
            button.setIconSize(size_before_words())

    def _on_merge(self, _checked: bool = False) -> None:
        self.merge_asked.emit()

    def _on_export(self, _checked: bool = False) -> None:
        self.export_asked.emit()
