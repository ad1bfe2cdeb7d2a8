"""The line above the catalogue: its title, what is being read, and reading it again."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from personamap.gui.coverage.small_button import small_button
from personamap.gui.coverage.wrapping_head import WrappingHead
from personamap.gui.look.icons import icon, size_before_words
from personamap.gui.look.theme import current_look
from personamap.gui.widgets.dialog_parts import busy_line, hint
from personamap.i18n import _, in_digits

_SIDE = 24


class CatalogueHead(QWidget):
    """Says how far reading is, and what was read when it is done."""

    again_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = WrappingHead(_("Catalogue"), "title")
        self.again = QPushButton(icon("refresh-cw"), _("Read again"))
        self.again.setToolTip(_("Read every file anew, in case somebody has changed one"))
        self.again.clicked.connect(lambda _checked=False: self.again_asked.emit())
        self.line.put(self.again)
        self.state = hint("", "secondary")
        self.progress = busy_line(_("Reading the courses"))
        self.stop = small_button(_("&Stop"))
        self._lay_out()
        look = current_look()
        if look is not None:
            look.changed.connect(self._fit_icon)
        self._fit_icon()

    def show_state(self, words: str, *, reading: bool = False) -> None:
        """Say something; while courses are read, with a line that moves and a way to stop."""
        self.state.setText(words)
        self.progress.setRange(0, 0)
        self.progress.setVisible(reading)
        self.stop.setVisible(reading)
        self.again.setEnabled(not reading)

    def show_progress(self, done: int, total: int) -> None:
        """Say how many of the courses are read."""
        self.progress.setRange(0, total)
        self.progress.setValue(done)
        words = _("Reading the courses, {done} of {total}…")
        self.state.setText(words.format(done=in_digits(done), total=in_digits(total)))

    def _lay_out(self) -> None:
        below = QHBoxLayout()
        below.setSpacing(12)
        below.addWidget(self.state, 2)
        below.addWidget(self.progress, 1)
        below.addWidget(self.stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 20, _SIDE, 4)
        column.setSpacing(4)
        column.addWidget(self.line)
        column.addLayout(below)

    def _fit_icon(self) -> None:
        self.again.setIconSize(size_before_words())
