"""Ways to close a finding or to fill a place, each with what it would close and open."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from msgspec import Struct
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from personamap.analysis.check import Finding, Fix, Need
from personamap.analysis.checks.blanks import BLANKS
from personamap.analysis.fixes import fixes_for
from personamap.analysis.places import place_fixes
from personamap.domain.project import Project
from personamap.gui.coverage.change_words import closes, opens
from personamap.gui.document import Document
from personamap.gui.jobs import LatestJob
from personamap.gui.widgets.dialog_parts import busy_line, buttons, hint, size_for
from personamap.gui.widgets.page import page_of
from personamap.i18n import _

_SIZE = QSize(560, 480)


class Wanted(Struct, frozen=True):
    """What ways are sought to, how they are worked out, and what to say when there are none.

    Ways that guess who somebody is are for people to choose: none is chosen for them.
    """

    title: str
    sentence: str
    work: Callable[[Project], tuple[Fix, ...]]
    nothing: str
    are_guesses: bool = False


class FixDialog(QDialog):
    """Offers ways to close a finding or to fill a place, worked out while it is open.

    Applying one is one undoable step on whatever the project is by then.
    """

    ready = Signal()

    def __init__(self, document: Document, wanted: Wanted, parent: QWidget) -> None:
        super().__init__(parent)
        self._document = document
        self.fixes: tuple[Fix, ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Fix"))
        self.resize(size_for(self, _SIZE))
        self.choices = QButtonGroup(self)
        self.choices.buttonToggled.connect(self._on_chosen)
        self.state = hint(_("Working out what each way would change…"), "secondary")
        self.busy = busy_line(self.state.text())
        self.box = buttons(self, QDialogButtonBox.StandardButton.Ok, _("&Apply"))
        self.apply_button = self.box.button(QDialogButtonBox.StandardButton.Ok)
        self.apply_button.setEnabled(False)
        self._wanted = wanted
        self._lay_out(wanted)
        self.accepted.connect(self._on_accepted)
        self._job = LatestJob(0, self)
        self._job.finished.connect(self._on_worked_out)
        self._job.request(partial(wanted.work, document.project))

    @classmethod
    def ask(cls, document: Document, finding: Finding, parent: QWidget) -> FixDialog:
        """Open the offers over the window; Apply makes the edit."""
        work = partial(fixes_for, finding=finding)
        guesses = finding.check == BLANKS.id
        wanted = Wanted(finding.title, finding.sentence, work, _nothing(), guesses)
        dialog = cls(document, wanted, parent)
        dialog.open()
        return dialog

    @classmethod
    def ask_for_place(
        cls, document: Document, title: str, need: Need, parent: QWidget
    ) -> FixDialog:
        """Open the ways to put somebody into an empty place."""
        sentence = _("Nobody is here yet. These are ways to put somebody here.")
        work = partial(place_fixes, need=need)
        dialog = cls(document, Wanted(title, sentence, work, _no_way()), parent)
        dialog.open()
        return dialog

    def _lay_out(self, wanted: Wanted) -> None:
        title = hint(wanted.title, "person")
        self._offers = QVBoxLayout()
        self._offers.setContentsMargins(0, 0, 8, 0)
        self._offers.setSpacing(8)
        content = QWidget()
        content.setProperty("role", "content")
        content.setLayout(self._offers)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(12)
        for widget in (title, hint(wanted.sentence, "secondary"), self.state, self.busy):
            layout.addWidget(widget)
        layout.addWidget(page_of(content, steady=False), 1)
        layout.addWidget(self.box)

    def _on_worked_out(self, fixes: tuple[Fix, ...]) -> None:
        self.fixes = fixes
        self.busy.hide()
        offered = _guessed() if self._wanted.are_guesses else _by_size()
        self.state.setText(offered if fixes else self._wanted.nothing)
        for number, fix in enumerate(fixes):
            offer = _Offer(fix)
            self.choices.addButton(offer.choice, number)
            self._offers.addWidget(offer)
        self._offers.addStretch(1)
        if fixes:
            self.choices.button(0).setChecked(not self._wanted.are_guesses)
            self.choices.button(0).setFocus(Qt.FocusReason.OtherFocusReason)
        self.ready.emit()

    def _on_chosen(self) -> None:
        self.apply_button.setEnabled(True)

    def _on_accepted(self) -> None:
        chosen = self.choices.checkedId()
        if 0 <= chosen < len(self.fixes):
            fix = self.fixes[chosen]
            self._document.apply(fix.text, fix.edit)


class _Offer(QFrame):
    """One fix to choose: what it would do, in full, and what that closes and opens."""

    def __init__(self, fix: Fix) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self.choice = QRadioButton()
        self.choice.setAccessibleName(fix.text)
        self.choice.setAccessibleDescription(f"{closes(fix.closed)} {opens(fix.opened)}")
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(hint(fix.text, ""))
        column.addWidget(hint(closes(fix.closed), "good"))
        column.addWidget(hint(opens(fix.opened)))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 10)
        row.setSpacing(8)
        row.addWidget(self.choice, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.choice.setChecked(True)
        self.choice.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)


def _by_size() -> str:
    return _("Smallest change first. Nothing changes before you apply one.")


def _guessed() -> str:
    return _(
        "Nobody has decided this yet. These answers are rare in the cast; whether one is true is "
        "for you to know, so none is chosen."
    )


def _nothing() -> str:
    return _(
        "No change closes this by itself: what to do is for you to know. "
        "You can accept the finding and say why."
    )


def _no_way() -> str:
    return _(
        "No blank is free for this and no part in the story. Add somebody under Cast, or a scene."
    )
