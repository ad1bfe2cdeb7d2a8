"""What was accepted on purpose: which finding, why, by whom, and whether it still holds."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from personamap.analysis.coverage import CoverageReport
from personamap.domain.changes import Changes
from personamap.domain.project import find
from personamap.domain.review import Decision
from personamap.edits.reviews import withdraw_decision
from personamap.exporters.wording import dated
from personamap.gui.coverage.watcher import CoverageWatcher
from personamap.gui.document import Document
from personamap.gui.document_view import DocumentView
from personamap.gui.review.rows import Row, RowTable
from personamap.gui.review.subjects import Subjects
from personamap.gui.widgets.dialog_parts import hint
from personamap.gui.widgets.flow_layout import FlowLayout
from personamap.i18n import _


class DecisionsPage(DocumentView):
    """Return or a double-click leads to the finding; Withdraw opens it again."""

    place_asked = Signal(str, str)
    removed = Signal(str)

    def __init__(
        self, document: Document, watcher: CoverageWatcher, parent: QWidget | None = None
    ) -> None:
        super().__init__(document, parent)
        self._watcher = watcher
        titles = (_("Finding"), _("Reason"), _("Who"), _("When"), _("Now"))
        self.table = RowTable(titles, _("Decisions"), 1)
        self.none = hint(_nothing(), "secondary")
        self.go = QPushButton(_("&Go to the finding"))
        self.withdraw = QPushButton(_("Wi&thdraw"))
        self._tools = QWidget()
        row = FlowLayout(self._tools, 8)
        for button in (self.go, self.withdraw):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 4, 24, 24)
        column.setSpacing(12)
        column.addWidget(self.none)
        column.addWidget(self.table, 1)
        column.addWidget(self._tools)
        column.addStretch()
        column.setAlignment(self.none, Qt.AlignmentFlag.AlignTop)
        self.setFocusProxy(self.table)
        self.table.reached.connect(self._on_reached)
        self.table.opened.connect(self._on_opened)
        self.go.clicked.connect(self._on_go)
        self.withdraw.clicked.connect(self._on_withdraw)
        watcher.reported.connect(self._on_reported)

    @override
    def refresh(self, changes: Changes | None) -> None:
        if changes is not None and not changes.reaches("decisions"):
            return
        subjects = Subjects(self.document.project, self._watcher.report)
        decisions = reversed(self.document.project.decisions)
        self.table.show_rows(tuple(self._row(decision, subjects) for decision in decisions))
        has_any = bool(self.document.project.decisions)
        self.none.setVisible(not has_any)
        for widget in (self.table, self._tools):
            widget.setVisible(has_any)
        self._on_reached(self.table.current_id)

    def _row(self, decision: Decision, subjects: Subjects) -> Row:
        return Row(
            decision.id,
            (
                subjects.name(decision.finding),
                decision.reason,
                decision.author,
                dated(decision.date),
                _standing(decision, self._watcher.report),
            ),
        )

    def _on_reported(self, _report: CoverageReport) -> None:
        if self.isVisible():
            self.refresh(None)
        else:
            self._stale = True

    def _on_reached(self, decision_id: str) -> None:
        for button in (self.go, self.withdraw):
            button.setEnabled(bool(decision_id))
            button.setToolTip("" if decision_id else _("Select a decision first."))

    def _on_opened(self, _decision_id: str) -> None:
        self._on_go()

    def _on_go(self, _checked: bool = False) -> None:
        decision = find(self.document.project.decisions, self.table.current_id)
        if decision is not None:
            self.place_asked.emit("finding", decision.finding)

    def _on_withdraw(self, _checked: bool = False) -> None:
        decision_id = self.table.current_id
        if decision_id:
            self.document.apply(_("Withdraw a decision"), withdraw_decision, decision_id)
            self.removed.emit(_("The decision was withdrawn, and its finding is open again."))


def _standing(decision: Decision, report: CoverageReport | None) -> str:
    if report is None:
        return _("Being looked at")
    if decision.finding in report.returned:
        return _("Came back: the cast changed")
    if any(one.decision.id == decision.id for one in report.accepted):
        return _("Holds")
    return _("Not found any more")


def _nothing() -> str:
    return _(
        "Nothing was accepted yet. Where the cast shows something on purpose, choose “Accept…” at "
        "the finding in Coverage and say why. The reason stands here for those who review, and "
        "the finding comes back if the cast changes under it."
    )
