"""What to do about a project that somebody else has open."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from personamap.gui.widgets.plain_words import tell_in
from personamap.i18n import _
from personamap.services.opening_words import holder_words
from personamap.storage.lock import Holder

Answer = Literal["look", "front", "anyway", "cancel"]
_Role = QMessageBox.ButtonRole


class HeldQuestion(QMessageBox):
    """Says who has it open and since when, and offers what can be done. Escape does nothing.

    The other window is offered to be brought to the front where there is one on this computer
    that answers; to open all the same, where it may well be that nobody is there any more.
    """

    def __init__(
        self,
        parent: QWidget,
        path: Path,
        holder: Holder,
        answered: Callable[[Answer], None],
        *,
        is_silent: bool = False,
    ) -> None:
        super().__init__(parent)
        self._answered = answered
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Open elsewhere"))
        tell_in(self, holder_words(path, holder), _more(holder, is_silent=is_silent))
        can_come = holder.is_here and not is_silent
        self.answers: dict[Answer, QPushButton] = {
            "look": self.addButton(_("&Look only"), _Role.ActionRole),
        }
        if can_come:
            self.answers["front"] = self.addButton(_("&Bring to front"), _Role.AcceptRole)
        else:
            self.answers["anyway"] = self.addButton(_("&Open anyway"), _Role.ActionRole)
        self.answers["cancel"] = self.addButton(_("Cancel"), _Role.RejectRole)
        main = self.answers["front" if can_come else "look"]
        main.setProperty("role", "primary")
        main.style().polish(main)
        self.setDefaultButton(main)
        self.setEscapeButton(self.answers["cancel"])
        self.finished.connect(self._on_finished)

    def _on_finished(self) -> None:
        pressed = self.clickedButton()
        chosen = (answer for answer, button in self.answers.items() if button is pressed)
        self._answered(next(chosen, "cancel"))


def _more(holder: Holder, *, is_silent: bool) -> str:
    if is_silent:
        return _(
            "That window gives no answer. If you are sure that nobody works there any more, open "
            "it anyway: each save looks first whether the file is still as it was read."
        )
    if holder.is_here:
        return _(
            "Go on there, or only look at it here. What you try while looking can be saved in "
            "another file."
        )
    return _(
        "That computer may be switched off by now. If you are sure that nobody works there, open "
        "it anyway: each save looks first whether the file is still as it was read."
    )
