"""What would be lost, said before it is: who answered, and what rests on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from msgspec import Struct
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget
from typing_extensions import override

from personamap.analysis.facet_loss import Resting, resting_lines, resting_on
from personamap.domain.project import Project
from personamap.gui.document import Document
from personamap.gui.failure_words import words_for
from personamap.gui.jobs import LatestJob
from personamap.gui.widgets.dialog_parts import busy_line, buttons, grow_to_fit, hint, size_for
from personamap.i18n import _

_SIZE = QSize(520, 300)
_POINT = "•  {line}"


class Loss(Struct, frozen=True):
    """A change that takes something away: its name, what is asked, and what is known at once."""

    title: str
    question: str
    lines: Sequence[str]
    word: str
    edit: Callable[[Project], Project]
    keeps_copy: bool = True


class LossDialog(QDialog):
    """Says what a change would take with it; the checks are asked while it is read."""

    def __init__(self, document: Document, loss: Loss, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document, self._loss = document, loss
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(loss.title)
        self.resize(size_for(self, _SIZE))
        self._column = QVBoxLayout()
        self._column.setSpacing(6)
        self.lines: list[str] = []
        for line in loss.lines:
            self._add(line)
        self.progress = busy_line(_("Looking for what rests on it"))
        self.box = buttons(self, QDialogButtonBox.StandardButton.Ok, loss.word)
        self._lay_out()
        self._asking = LatestJob(0, self)
        self._asking.finished.connect(self._on_found)
        self._asking.failed.connect(self._on_failed)
        self._asking.request(partial(resting_on, document.project, loss.edit))
        self.accepted.connect(self._on_accepted)

    @property
    def is_ready(self) -> bool:
        """Tell whether everything has been said by now."""
        return self.progress.isHidden()

    @override
    def done(self, result: int) -> None:
        self._asking.stop()
        super().done(result)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(12)
        layout.addWidget(hint(self._loss.question, "person"))
        layout.addLayout(self._column)
        layout.addWidget(self.progress)
        layout.addStretch(1)
        kept = _("An older copy is kept first. You can undo this.")
        layout.addWidget(hint(kept if self._loss.keeps_copy else _("You can undo this."), "hint"))
        layout.addWidget(self.box)

    def _add(self, line: str) -> None:
        self.lines.append(line)
        self._column.addWidget(hint(_POINT.format(line=line), ""))

    def _on_found(self, resting: Resting) -> None:
        self.progress.hide()
        for line in resting_lines(resting):
            self._add(line)
        grow_to_fit(self)

    def _on_failed(self, error: Exception) -> None:
        self.progress.hide()
        self._add(words_for(error))

    def _on_accepted(self) -> None:
        if self._loss.keeps_copy:
            self._document.after_copy("removal", self._carry_out)
        else:
            self._carry_out()

    def _carry_out(self) -> None:
        self._document.apply(self._loss.title, self._loss.edit)
