"""The head of a comparison: which two, how much differs, and what both come from."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from personamap.analysis.differences import summary, told
from personamap.gui.comparing.through_button import ThroughButton
from personamap.gui.widgets.dialog_parts import busy_line, hint, say
from personamap.i18n import _, in_digits
from personamap.services.two_versions import TwoVersions

_MOST_SUMMED = 2_000
"""Of more differences only the number is told: putting all of them into words takes a while."""


class Head(QWidget):
    """Says what is compared; while a file is read, it shows how far that is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.summary = hint("", "person"), hint("", "secondary")
        self.base, self.problem = hint("", "secondary"), hint("", "warn")
        self.through = ThroughButton()
        self.progress = busy_line(_("Comparing"))
        self.stop = QPushButton(_("&Stop"))
        self.stop.setAutoDefault(False)
        self._lay_out()
        self.show_nothing()

    def show_nothing(self) -> None:
        """Say that no file is chosen yet."""
        self.title.setText(_("Compare with another file"))
        say(self.summary, "")
        self._rest()

    def show_problem(self, problem: str) -> None:
        """Say why a file could not be compared."""
        say(self.problem, problem)

    def show_reading(self, name: str) -> None:
        """Say that a file is being read."""
        self.title.setText(_("Comparing with “{name}”…").format(name=name))
        say(self.summary, "")
        self._rest()
        self.progress.setRange(0, 0)
        self.progress.show()
        self.stop.show()

    def show_progress(self, done: int, total: int) -> None:
        """Show how many of the older copies have been looked into."""
        self.progress.setRange(0, total)
        self.progress.setValue(done)

    def show_two(self, two: TwoVersions, mine: str, theirs: str) -> None:
        """Say what is compared with what, how much differs and what both come from."""
        self._rest()
        names = {"mine": mine, "theirs": theirs}
        self.title.setText(_("“{mine}” on screen and “{theirs}”").format(**names))
        say(self.summary, _summary(two))
        self.base.setText(two.base.words if two.base else _unknown())
        self.through.offer(two)
        for widget in (self.base, self.through):
            widget.setVisible(not two.are_the_same)

    def _rest(self) -> None:
        """Show that nothing is being read."""
        say(self.problem, "")
        for widget in (self.progress, self.stop, self.base, self.through):
            widget.hide()

    def _lay_out(self) -> None:
        through = QHBoxLayout()
        through.setSpacing(12)
        through.addWidget(self.base, 1)
        through.addWidget(self.through)
        reading = QHBoxLayout()
        reading.setSpacing(12)
        reading.addWidget(self.progress, 1)
        reading.addWidget(self.stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.title)
        column.addWidget(self.summary)
        column.addLayout(through)
        column.addWidget(self.problem)
        column.addLayout(reading)


def _summary(two: TwoVersions) -> str:
    points = two.points
    if not points:
        return ""
    if len(points) > _MOST_SUMMED:
        return _("{count} differences.").format(count=in_digits(len(points)))
    line = summary(told(two.mine.project, two.theirs.project, points))
    return _("From mine to theirs: {summary}.").format(summary=line)


def _unknown() -> str:
    return _(
        "What both come from is not known, so nobody can tell who changed what. What only one "
        "of them has stays; choose wherever both say something."
    )
