"""One open finding, with what to do about it; and one that was accepted."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from personamap.analysis.check import Finding, propose_nothing
from personamap.analysis.checks import CHECKS
from personamap.analysis.coverage import Accepted
from personamap.domain.review import Decision
from personamap.gui.coverage.evidence import EvidenceLine
from personamap.gui.coverage.shown import Shown
from personamap.gui.look.icons import icon_pixmap
from personamap.i18n import _

_MARK = 16
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_FIXABLE = frozenset(check.id for check in CHECKS if check.propose is not propose_nothing)


class FindingCard(QFrame):
    """Says one finding; only the current one has the warm ground and the filled button."""

    fix_asked = Signal(object)
    accept_asked = Signal(object)
    why_asked = Signal(object)
    came_forward = Signal(object)  # the card
    walked = Signal(int)  # to the next finding or the one before

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "finding")
        self.finding: Finding | None = None
        self.flag = QLabel()
        self.title, self.sentence, self.decided = QLabel(), QLabel(), QLabel()
        self.title.setProperty("role", "strong")
        self.sentence.setProperty("role", "secondary")
        self.decided.setProperty("role", "hint")
        self.evidence = EvidenceLine()
        self.fix = _button(_("Fix…"))
        self.accept = _button(_("Accept…"))
        self.why = _button(_("Why this matters"), "link")
        self._lay_out()
        self._connect()

    def show_finding(self, finding: Finding, shown: Shown, returned: Decision | None) -> None:
        """Show another finding on this card."""
        self.finding = finding
        self.title.setText(finding.title)
        self.sentence.setText(finding.sentence)
        self.evidence.show_finding(finding, shown)
        self.fix.setVisible(finding.check in _FIXABLE)
        self.decided.setVisible(returned is not None)
        if returned is not None:
            self.decided.setText(
                _("Accepted before: “{reason}” The cast has changed since.").format(
                    reason=returned.reason
                )
            )
        self.setAccessibleName(finding.text)
        for button in (self.fix, self.accept, self.why):
            button.setAccessibleDescription(finding.title)

    def show_current(self, current: bool) -> None:
        """Show whether this is the finding somebody is looking at."""
        if self.property("current") == str(current).lower():
            return
        self.setProperty("current", str(current).lower())
        self.fix.setProperty("role", "primary" if current else "")
        self.evidence.stand_on("warn-soft" if current else "surface")
        for widget in (self, self.fix):
            widget.style().unpolish(widget)
            widget.style().polish(widget)

    def take_focus(self) -> None:
        """Put the focus on the first thing that can be done about it."""
        first = self.accept if self.fix.isHidden() else self.fix
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.came_forward.emit(self)
        self.take_focus()
        super().mousePressEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.came_forward.emit(self)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = _STEPS.get(Qt.Key(event.key()), 0)
            if step:
                self.walked.emit(step)
                return True
        return False

    def _lay_out(self) -> None:
        self.flag.setPixmap(icon_pixmap("flag", "warn", _MARK, self.devicePixelRatioF()))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.fix)
        buttons.addWidget(self.accept)
        buttons.addStretch(1)
        buttons.addWidget(self.why)
        column = QVBoxLayout()
        column.setSpacing(6)
        for label in (self.title, self.sentence, self.decided):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            column.addWidget(label)
        column.addWidget(self.evidence)
        column.addLayout(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 10, 12, 10)
        row.setSpacing(8)
        row.addWidget(self.flag, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)

    def _connect(self) -> None:
        self.fix.clicked.connect(self._on_fix)
        self.accept.clicked.connect(self._on_accept)
        self.why.clicked.connect(self._on_why)
        for button in (self.fix, self.accept, self.why):
            button.installEventFilter(self)

    def _on_fix(self) -> None:
        self.fix_asked.emit(self.finding)

    def _on_accept(self) -> None:
        self.accept_asked.emit(self.finding)

    def _on_why(self) -> None:
        self.why_asked.emit(self.finding)


class AcceptedCard(QFrame):
    """Says that a finding was accepted, why and by whom; it can be withdrawn."""

    withdraw_asked = Signal(str)  # decision id

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "quote")
        self._decision = ""
        mark = QLabel()
        mark.setPixmap(icon_pixmap("check", "good", _MARK, self.devicePixelRatioF()))
        self.title, self.reason = QLabel(), QLabel()
        self.title.setProperty("role", "label")
        self.reason.setProperty("role", "secondary")
        self.withdraw = _button(_("Withdraw"), "link")
        self.withdraw.clicked.connect(self._on_withdraw)
        column = QVBoxLayout()
        column.setSpacing(4)
        for label in (self.title, self.reason):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            column.addWidget(label)
        column.addWidget(self.withdraw, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 10, 12, 8)
        row.setSpacing(8)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)

    def show_accepted(self, accepted: Accepted) -> None:
        """Show another decision on this card."""
        decision = accepted.decision
        self._decision = decision.id
        self.title.setText(_("Accepted: {title}").format(title=accepted.finding.title))
        said = [f"“{decision.reason}”"] if decision.reason else []
        said += [part for part in (decision.author, decision.date) if part]
        self.reason.setText(
            _("{decision}\nComes back if the cast changes.").format(decision=" · ".join(said))
        )
        self.setAccessibleName(f"{self.title.text()}. {self.reason.text()}")
        self.withdraw.setAccessibleDescription(self.title.text())

    def _on_withdraw(self) -> None:
        self.withdraw_asked.emit(self._decision)


def _button(words: str, role: str = "") -> QPushButton:
    button = QPushButton(words)
    button.setAutoDefault(False)
    button.setProperty("compact", "true")
    if role:
        button.setProperty("role", role)
    return button
