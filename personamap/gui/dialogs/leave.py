"""What to do with work that is not saved, before it goes from the screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from personamap.gui.widgets.dialog_parts import lead_with
from personamap.gui.widgets.plain_words import tell_in
from personamap.i18n import _

Answer = Literal["save", "discard", "cancel"]
_Button = QMessageBox.StandardButton
_ANSWERS: dict[QMessageBox.StandardButton, Answer] = {
    _Button.Save: "save",
    _Button.Discard: "discard",
}


class LeaveQuestion(QMessageBox):
    """Asks: save, do not save, or stay. Escape stays."""

    def __init__(self, parent: QWidget, name: str, answered: Callable[[Answer], None]) -> None:
        super().__init__(parent)
        self._answered = answered
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Save changes?"))
        tell_in(
            self,
            _("Save the changes to “{name}”?").format(name=name),
            _("What is not saved is gone once this project is closed."),
        )
        self.setStandardButtons(_Button.Save | _Button.Discard | _Button.Cancel)
        self.setEscapeButton(_Button.Cancel)
        self.button(_Button.Save).setText(_("&Save"))
        self.button(_Button.Discard).setText(_("&Don’t save"))
        self.button(_Button.Cancel).setText(_("Cancel"))
        lead_with(self, self.button(_Button.Save))
        self.finished.connect(self._on_finished)

    @classmethod
    def ask(cls, parent: QWidget, name: str, answered: Callable[[Answer], None]) -> None:
        """Open the question; `answered` is called once with what was chosen."""
        cls(parent, name, answered).open()

    def _on_finished(self, button: int) -> None:
        self._answered(_ANSWERS.get(_Button(button), "cancel"))
