"""The foot of a comparison: what bringing in would do, and the buttons for it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from personamap.edits.merging.point import Choices, Point
from personamap.gui.widgets.dialog_parts import hint, say
from personamap.i18n import _, plural


class Foot(QWidget):
    """Says how many differences come in and how many conflicts nobody has decided."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = hint("", "secondary")
        self.waiting = hint("", "warn")
        self.another = QPushButton(_("&Another file…"))
        self.next = QPushButton(_("&Next to decide"))
        self.cancel = QPushButton(_("Cancel"))
        self.bring = QPushButton(_("&Bring in"))
        self.bring.setProperty("role", "primary")
        self.bring.setDefault(True)
        for button in (self.another, self.next, self.cancel):
            button.setAutoDefault(False)
        self._lay_out()
        self.show_nothing()

    def show_nothing(self, *, reading: bool = False) -> None:
        """Offer no more than another file and Close; while a file is read, only Close."""
        self.another.setHidden(reading)
        say(self.state, "")
        say(self.waiting, "")
        self.next.hide()
        self.bring.hide()
        self.cancel.setText(_("&Close"))

    def show_points(self, points: Sequence[Point], choices: Choices) -> None:
        """Say what stands of theirs, and what is still to decide."""
        self.another.show()
        coming = sum(point.taken != "mine" for point in points)
        waiting = sum(point.is_conflict and point.path not in choices for point in points)
        say(self.state, _coming(coming))
        say(self.waiting, _waiting(waiting) if waiting else "")
        self.next.setVisible(bool(waiting))
        self.cancel.setText(_("Cancel"))
        self.bring.show()
        self.bring.setEnabled(bool(coming or waiting))
        self.bring.setToolTip("" if coming or waiting else _("Nothing of theirs would come in."))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.another)
        row.addStretch(1)
        for button in (self.next, self.cancel, self.bring):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.state)
        column.addWidget(self.waiting)
        column.addLayout(row)


def _coming(count: int) -> str:
    if not count:
        return _("Nothing of theirs comes in.")
    return plural("{count} difference comes in.", "{count} differences come in.", count)


def _waiting(count: int) -> str:
    return plural(
        "{count} conflict is not decided: it stays as shown, a comment keeps what theirs says.",
        "{count} conflicts are not decided: they stay as shown, comments keep what theirs says.",
        count,
    )
