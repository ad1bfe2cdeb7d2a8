"""What changed since the last review or hand-off, thing by thing, and the way to each of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHeaderView, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from personamap.domain.changes import Changes
from personamap.gui.document import Document
from personamap.gui.document_view import DocumentView
from personamap.gui.failure_words import words_for
from personamap.gui.fields.field_kinds import labelled
from personamap.gui.fields.fields import ChoiceField, LineField
from personamap.gui.fields.segmented import Segmented
from personamap.gui.jobs import LatestJob
from personamap.gui.review.before_and_now import BeforeAndNow
from personamap.gui.review.change_rows import ALL, BEFORE, is_looked_for, row_of, sort_words
from personamap.gui.review.rows import RowTable
from personamap.gui.widgets.dialog_parts import busy_line, hint, say
from personamap.gui.widgets.flow_layout import FlowLayout
from personamap.gui.widgets.page import page_of
from personamap.gui.widgets.plain_words import plain_tip
from personamap.i18n import _
from personamap.services.changes_since import Change, Since, changes_since

_PAUSE_MS, _SLOW_MS = 250, 300
_UNREAD = "pins"


class ChangesPage(DocumentView):
    """Compares away from the GUI thread; Return or a double-click on a change leads to it.

    `file` says in which file the project is kept, for the older copies of it.
    """

    place_asked = Signal(str, str)

    def __init__(
        self,
        document: Document,
        file: Callable[[], Path | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(document, parent)
        self._file = file
        self._since: Since | None = None
        self._wanted = ""
        self._shown: dict[str, Change] = {}
        self._comparing = LatestJob(0, self)
        self._pause, self._slow = _timer(self, _PAUSE_MS), _timer(self, _SLOW_MS)
        self._make_parts()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.table)

    @override
    def refresh(self, changes: Changes | None) -> None:
        if changes is None:
            self._compare()
        elif changes.parts - {_UNREAD}:
            self._pause.start()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        # A save meanwhile may have kept an older copy, which no edit tells of.
        self._stale = True
        super().showEvent(event)

    def _make_parts(self) -> None:
        self.measured_from = ChoiceField({})
        self.summary, self.note = hint("", "section"), hint("", "secondary")
        self.busy = busy_line(_("Comparing"))
        self.busy.hide()
        self.sorts = Segmented(sort_words(()), _("Which changes"))
        self.search = LineField()
        self.search.setPlaceholderText(_("Find by name, field or words"))
        self.search.setAccessibleName(_("Find a change"))
        self.search.setClearButtonEnabled(True)
        titles = (_("Who or what"), _("What changed"), _("Before"), _("Now"))
        self.table = RowTable(titles, _("Changed since"), len(titles) - 1)
        self.table.horizontalHeader().setSectionResizeMode(BEFORE, QHeaderView.ResizeMode.Stretch)
        self.none = hint("", "secondary")
        self.in_full = BeforeAndNow()
        self.open = QPushButton(_("&Open"))

    def _lay_out(self) -> None:
        self._looking = QWidget()
        row = FlowLayout(self._looking, 8)
        row.addWidget(self.sorts)
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(24, 4, 24, 24)
        column.setSpacing(12)
        self._choice = labelled(_("What changed since"), self.measured_from)
        above = (self._choice, self.summary, self.note, self.busy, self._looking, self.search)
        for widget in above:
            column.addWidget(widget)
        column.addWidget(self.table, 1)
        for widget in (self.none, self.in_full):
            column.addWidget(widget)
        column.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page_of(sheet, steady=False))
        self._show()

    def _connect(self) -> None:
        self.measured_from.picked.connect(self._on_picked)
        self.sorts.chosen.connect(self._on_looked_for)
        self.search.textChanged.connect(self._on_looked_for)
        self.table.reached.connect(self._on_reached)
        self.table.opened.connect(self._on_opened)
        self.open.clicked.connect(self._on_opened)
        self._pause.timeout.connect(self._compare)
        self._slow.timeout.connect(self.busy.show)
        self._comparing.finished.connect(self._on_compared)
        self._comparing.failed.connect(self._on_failed)

    def _compare(self) -> None:
        known = self._since.then if self._since else None
        self._slow.start()
        self._comparing.request(
            partial(changes_since, self.document.project, self._file(), self._wanted, known)
        )

    def _on_picked(self, state: str) -> None:
        self._wanted = state
        self._compare()

    def _on_compared(self, since: Any) -> None:
        self._since = since
        self._rest()
        self._show()

    def _on_failed(self, error: Exception) -> None:
        self._rest()
        say(self.summary, words_for(error))

    def _rest(self) -> None:
        self._slow.stop()
        self.busy.hide()

    def _show(self) -> None:
        since = self._since
        states = since.states if since else ()
        self.measured_from.offer({state.id: state.words for state in states})
        self.measured_from.show_choice(since.then.state.id if since and since.then else "")
        self._choice.setVisible(bool(states))
        say(self.summary, since.summary if since else "")
        say(self.note, since.note if since else "")
        for sort, words in sort_words(self._changes()):
            self.sorts.button(sort).setText(words)
        self._show_rows()

    def _changes(self) -> tuple[Change, ...]:
        compared = self._since.compared if self._since else None
        return compared.changes if compared else ()

    def _show_rows(self) -> None:
        changes = self._changes()
        rows = {row_of(change): change for change in changes if self._is_in(change)}
        found = {
            row: change for row, change in rows.items() if is_looked_for(row, self.search.text())
        }
        self._shown = {row.id: change for row, change in found.items()}
        self.table.show_rows(tuple(found))
        for widget in (self._looking, self.search, self.table, self.open):
            widget.setVisible(bool(changes))
        say(self.none, "" if found else self._nothing())
        self._on_reached(self.table.current_id)

    def _is_in(self, change: Change) -> bool:
        return self.sorts.choice in (ALL, change.sort)

    def _nothing(self) -> str:
        if self._changes():
            return _("No change is like this. Look in “All”, or for other words.")
        if self._since is None:
            return _("Being looked at")
        return "" if self._since.states else _nothing_yet()

    def _on_looked_for(self, _words: str) -> None:
        self._show_rows()

    def _on_reached(self, row_id: str) -> None:
        change = self._shown.get(row_id)
        compared = self._since.compared if self._since else None
        self.in_full.setVisible(change is not None)
        self.open.setEnabled(change is not None and bool(change.place))
        self.open.setToolTip(plain_tip(_why_not(change)))
        if change is not None and compared is not None:
            title = row_of(change).words
            before, now = compared.in_full(change)
            self.in_full.show_texts(
                _("{whole}: {part}").format(whole=title[0], part=title[1]), before, now
            )

    def _on_opened(self, _row: Any = None) -> None:
        change = self._shown.get(self.table.current_id)
        if change is not None and change.place:
            self.place_asked.emit(change.place, change.item)


def _timer(parent: QWidget, pause: int) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(pause)
    return timer


def no_file() -> Path | None:
    """Say that the project was never in a file."""
    return None


def _why_not(change: Change | None) -> str:
    if change is None:
        return _("Select a change first.")
    return "" if change.place else _("It is no longer here.")


def _nothing_yet() -> str:
    return _(
        "There is nothing to measure from yet. When you hand sheets over, record it as an issue; "
        "when somebody is content, let them sign off. From then on this page tells what changed "
        "since. Older copies of the file serve too, once there are any."
    )
