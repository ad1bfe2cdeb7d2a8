"""A segmented control: a few choices side by side, of which one holds."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QIcon, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from personamap.gui.look.icons import icon


class Segmented(QWidget):
    """Lets people choose one of a few; the chosen one is bold and carries a check.

    `chosen` is emitted with the id of a choice when a person picks it.
    """

    chosen = Signal(str)

    def __init__(
        self, choices: Sequence[tuple[str, str]], name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._buttons: dict[str, QPushButton] = {}
        group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for at, (choice, label) in enumerate(choices):
            button = _Choice(label)
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setProperty("segment", _segment(at, len(choices)))
            group.addButton(button)
            layout.addWidget(button)
            self._buttons[choice] = button
        group.buttonToggled.connect(self._on_toggled)
        group.buttonClicked.connect(self._on_clicked)
        if choices:
            self.choose(choices[0][0])

    @property
    def choice(self) -> str:
        """The id of the choice that holds."""
        return next((name for name, b in self._buttons.items() if b.isChecked()), "")

    def button(self, choice: str) -> QPushButton:
        """Return the button of a choice, to give it a tooltip or an icon."""
        return self._buttons[choice]

    def choose(self, choice: str) -> None:
        """Make a choice hold, as a window does to show what it was told."""
        self._buttons[choice].setChecked(True)

    def show_none(self) -> None:
        """Show that no one choice holds, as where several things differ in it."""
        group = next(iter(self._buttons.values())).group()
        group.setExclusive(False)
        for button in self._buttons.values():
            button.setChecked(False)
        group.setExclusive(True)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()), 0)
        if not step:
            super().keyPressEvent(event)
            return
        names = [name for name, button in self._buttons.items() if button.isEnabled()]
        at = names.index(self.choice) if self.choice in names else -1
        if names:
            self._buttons[names[(at + step) % len(names)]].click()

    def _on_toggled(self, button: QPushButton, checked: bool) -> None:
        button.setIcon(icon("check", "accent") if checked else QIcon())

    def _on_clicked(self, button: QPushButton) -> None:
        button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.chosen.emit(next(name for name, b in self._buttons.items() if b is button))


class _Choice(QPushButton):
    """Has room for words that a style sheet makes bold when it holds: Qt measures them thin."""

    @override
    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        if self.isChecked():
            bold = QFont(self.font())
            bold.setWeight(QFont.Weight.DemiBold)
            wide, thin = QFontMetrics(bold), self.fontMetrics()
            more = wide.horizontalAdvance(self.text()) - thin.horizontalAdvance(self.text())
            hint.setWidth(hint.width() + max(0, more))
        return hint


def _segment(at: int, count: int) -> str:
    if count == 1:
        return "only"
    return {0: "first", count - 1: "last"}.get(at, "middle")
