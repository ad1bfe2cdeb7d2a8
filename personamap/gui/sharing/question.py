"""A question about a file that others have as well, with an answer for everything one can do."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from personamap.gui.widgets.dialog_parts import lead_with, stack_where_cut
from personamap.gui.widgets.plain_words import tell_in
from personamap.i18n import _

_Role = QMessageBox.ButtonRole


class Question(QMessageBox):
    """Says what is so and what follows from it; `answered` hears once what was chosen.

    Escape is "cancel": it changes nothing, on screen and in the file.
    """

    def __init__(
        self, parent: QWidget, title: str, words: tuple[str, str], answered: Callable[[str], object]
    ) -> None:
        super().__init__(parent)
        self._answered = answered
        self.answers: dict[str, QPushButton] = {}
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        tell_in(self, *words)
        self.finished.connect(self._on_finished)

    def offer(self, leading: str, answers: dict[str, str]) -> None:
        """Offer these answers, each by its words, and to cancel; Enter gives the `leading` one."""
        for answer, words in answers.items():
            role = _Role.AcceptRole if answer == leading else _Role.ActionRole
            self.answers[answer] = self.addButton(words, role)
        self.answers["cancel"] = self.addButton(_("Cancel"), _Role.RejectRole)
        lead_with(self, self.answers[leading])
        self.setEscapeButton(self.answers["cancel"])
        stack_where_cut(self)

    def _on_finished(self) -> None:
        pressed = self.clickedButton()
        chosen = (answer for answer, button in self.answers.items() if button is pressed)
        self._answered(next(chosen, "cancel"))
