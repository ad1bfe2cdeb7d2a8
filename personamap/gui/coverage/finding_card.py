"""One open finding, with what to do about it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from personamap.analysis.check import Finding
from personamap.domain.review import Decision
from personamap.gui.coverage.evidence import EvidenceLine
from personamap.gui.coverage.known_checks import area_of, area_title, can_be_fixed, title_of
from personamap.gui.coverage.shown import Shown
from personamap.gui.coverage.small_button import small_button
from personamap.gui.look.icons import icon
from personamap.gui.look.theme import current_theme
from personamap.gui.widgets.flow_layout import FlowLayout
from personamap.gui.widgets.icon_mark import IconMark
from personamap.gui.widgets.plain_words import plain_label
from personamap.i18n import _

_MORE, _MARK = 26, 16
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class FindingCard(QFrame):
    """Says one finding; only the current one has the warm ground and the filled button."""

    fix_asked = Signal(object)
    accept_asked = Signal(object)
    why_asked = Signal(object)
    switch_off_asked = Signal(str)  # check id
    area_asked = Signal(str)
    check_asked = Signal(str)
    came_forward = Signal(object)  # the card
    walked = Signal(int)  # to the next finding or the one before

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "finding")
        self.finding: Finding | None = None
        self._returned: Decision | None = None
        self.title, self.sentence, self.decided = plain_label(), plain_label(), plain_label()
        self.title.setProperty("role", "strong")
        self.sentence.setProperty("role", "secondary")
        self.decided.setProperty("role", "hint")
        self.evidence = EvidenceLine()
        self.fix = small_button(_("Fix…"))
        self.accept = small_button(_("Accept…"))
        self.why = small_button(_("Why this matters"), "text-link")
        self.more = QToolButton()
        self.menu = QMenu(self.more)
        self._lay_out()
        self._connect()

    def show_finding(self, finding: Finding, shown: Shown, returned: Decision | None) -> None:
        """Show another finding on this card; one it shows already keeps its words."""
        self.evidence.show_finding(finding, shown)
        if (finding, returned) == (self.finding, self._returned):
            return
        self.finding, self._returned = finding, returned
        self.title.setText(finding.title)
        self.sentence.setText(finding.sentence)
        self.fix.setVisible(can_be_fixed(finding.check))
        self.decided.setVisible(returned is not None)
        self.decided.setText(_came_back(returned) if returned else "")
        self.setAccessibleName(finding.text)
        for button in (self.fix, self.accept, self.why, self.more):
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

    def fill_menu(self) -> None:
        """Offer what can be done with the check behind the finding."""
        self.menu.clear()
        if self.finding is None:
            return
        check = self.finding.check
        only = _("Only: {words}")
        area, title = area_title(area_of(check)), title_of(check)
        self.menu.addAction(icon("list-filter"), only.format(words=area), self._on_area)
        self.menu.addAction(icon("list-filter"), only.format(words=title), self._on_check)
        self.menu.addSeparator()
        self.menu.addAction(icon("eye-off"), _("Switch this check off…"), self._on_switch_off)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.came_forward.emit(self)
        self.take_focus()
        super().mousePressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.came_forward.emit(self)
        self.menu.popup(event.globalPos())

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
        buttons = FlowLayout(last_at_end=True)
        for button in (self.fix, self.accept, self.why):
            buttons.addWidget(button)
        counts = QHBoxLayout()
        counts.setSpacing(4)
        counts.addWidget(self.evidence, 1)
        counts.addWidget(self.more)
        column = QVBoxLayout()
        column.setSpacing(6)
        for label in (self.title, self.sentence, self.decided):
            label.setWordWrap(True)
            column.addWidget(label)
        column.addLayout(counts)
        column.addLayout(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 10, 12, 10)
        row.setSpacing(8)
        row.addWidget(IconMark("flag", "warn"), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)

    def _connect(self) -> None:
        self.fix.clicked.connect(self._on_fix)
        self.accept.clicked.connect(self._on_accept)
        self.why.clicked.connect(self._on_why)
        for button in (self.fix, self.accept, self.why, self.more):
            button.installEventFilter(self)
        side = current_theme().px(_MORE)
        self.more.setFixedSize(side, side)
        self.more.setIconSize(QSize(current_theme().px(_MARK), current_theme().px(_MARK)))
        self.more.setIcon(icon("ellipsis", "ink3"))
        self.more.setToolTip(_("More about this check"))
        self.more.setAccessibleName(_("More about this check"))
        self.more.setMenu(self.menu)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu.aboutToShow.connect(self.fill_menu)

    def _on_fix(self) -> None:
        self.fix_asked.emit(self.finding)

    def _on_accept(self) -> None:
        self.accept_asked.emit(self.finding)

    def _on_why(self) -> None:
        self.why_asked.emit(self.finding)

    def _on_switch_off(self) -> None:
        if self.finding is not None:
            self.switch_off_asked.emit(self.finding.check)

    def _on_area(self) -> None:
        if self.finding is not None:
            self.area_asked.emit(area_of(self.finding.check))

    def _on_check(self) -> None:
        if self.finding is not None:
            self.check_asked.emit(self.finding.check)


def _came_back(decision: Decision) -> str:
    """Say what was decided once, and that what it rested on is not the same any more."""
    said = f"“{decision.reason}”" if decision.reason else ""
    who = " · ".join(part for part in (said, decision.author, decision.date) if part)
    if not who:
        return _("Accepted before. It is back because what it rests on has changed since.")
    return _(
        "Accepted before: {decision}. It is back because what it rests on has changed since."
    ).format(decision=who)
