"""The bar at the foot: saved or not, what the project holds and lacks, what runs."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QStatusBar, QWidget

from personamap.domain.project import Project
from personamap.gui.jobs import BackgroundWork, Job
from personamap.gui.look.icons import icon_pixmap
from personamap.gui.look.theme import current_look, current_theme
from personamap.gui.project_session import ProjectSession, is_shipped
from personamap.gui.widgets.elided_label import ElidedLabel
from personamap.gui.widgets.plain_words import plain_label
from personamap.i18n import _, plural

MARK = 14
WORTH_SHOWING_MS = 300
_PROGRESS_WIDTH, _BETWEEN = 96, 8


class StatusBar(QStatusBar):
    """Left: saved or not, and counts. Right: coverage in one line, and background work."""

    def __init__(
        self, session: ProjectSession, work: BackgroundWork, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self.setSizeGripEnabled(False)
        self.setContentsMargins(12, 0, 12, 0)
        self._mark = plain_label()
        self.saved = plain_label()  # never shortened: the one line that must be believed
        self.counts = _label()
        self.coverage = _label()
        self.work = WorkLine(work)
        self._lay_out()
        session.state_changed.connect(self._on_state_changed)
        session.replaced.connect(self._on_replaced)
        look = current_look()
        if look is not None:
            look.changed.connect(self._on_state_changed)
        self._on_replaced()

    def _lay_out(self) -> None:
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_BETWEEN)
        row.addWidget(self._mark)
        row.addWidget(self.saved)
        row.addSpacing(_BETWEEN)
        row.addWidget(self.counts)
        row.addStretch(1)
        row.addWidget(self.coverage)
        row.addWidget(self.work)
        self.addWidget(bar, 1)

    def show_coverage(self, line: str) -> None:
        """Say in one line what the coverage is."""
        self.coverage.setText(line)

    def _on_replaced(self) -> None:
        self.coverage.clear()
        document = self._session.document
        if document is not None:
            document.changed.connect(self._on_changed)
        self._count()
        self._on_state_changed()

    def _on_changed(self, _changes: object) -> None:
        self._count()

    def _count(self) -> None:
        document = self._session.document
        self.counts.setText(counts_line(document.project) if document else "")

    def _on_state_changed(self) -> None:
        open_now = self._session.document is not None
        if self.property("blank") != (not open_now):
            self.setProperty("blank", not open_now)
            self.style().polish(self)
        text, mark, token = _save_state(self._session) if open_now else ("", "", "ink2")
        self.saved.setText(text)
        self.saved.setProperty("role", "good" if token == "good" else "chip")
        self.saved.style().polish(self.saved)
        self._mark.setVisible(bool(mark))
        if mark:
            size = current_theme().px(MARK)
            self._mark.setPixmap(icon_pixmap(mark, token, size, self.devicePixelRatioF()))


class WorkLine(QWidget):
    """The job that has been running longest, how far it is, and Cancel where it can stop."""

    def __init__(self, work: BackgroundWork, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._job: Job | None = None
        self.title = _label()
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(_PROGRESS_WIDTH)
        self.progress.setAccessibleName(_("Progress"))
        self.cancel = QPushButton(_("Cancel"))
        self.cancel.setProperty("role", "link")
        self.cancel.setProperty("compact", True)
        self.cancel.clicked.connect(self._on_cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 0, 0)
        row.addWidget(self.title)
        row.addWidget(self.progress)
        row.addWidget(self.cancel)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(WORTH_SHOWING_MS)
        self._patience.timeout.connect(self._on_worth_showing)
        work.changed.connect(self._on_changed)
        self.hide()

    def _on_changed(self) -> None:
        first = self._work.jobs[0] if self._work.jobs else None
        if first is self._job:
            return
        self._job = first
        self.hide()
        self._patience.stop()
        if first is not None:
            self.title.setText(first.title)
            self.progress.setRange(0, 0)
            self.cancel.setEnabled(True)
            self.cancel.setVisible(first.can_stop)
            first.progressed.connect(self._on_progressed)
            self._patience.start()

    def _on_worth_showing(self) -> None:
        self.setVisible(self._job is not None)

    def _on_progressed(self, done: int, total: int) -> None:
        if self._job is None:
            return
        self.progress.setRange(0, total)
        self.progress.setValue(done)
        self.title.setText(
            _("{work}, {done} of {total}").format(work=self._job.title, done=done, total=total)
        )

    def _on_cancel(self) -> None:
        if self._job is not None:
            self.title.setText(_("{work}: stopping…").format(work=self._job.title))
            self.cancel.setEnabled(False)
            self._job.cancel()


def counts_line(project: Project) -> str:
    """Return what a project holds, such as "6 people, 9 scenes, 8 lived experiences"."""
    return ", ".join(
        (
            plural("{count} person", "{count} people", len(project.cast)),
            plural("{count} scene", "{count} scenes", len(project.scenes)),
            plural(
                "{count} lived experience",
                "{count} lived experiences",
                len(project.experiences),
            ),
        )
    )


def _save_state(session: ProjectSession) -> tuple[str, str, str]:
    if session.saving:
        return _("Saving…"), "save", "ink2"
    if session.dirty:
        return _("Not saved yet"), "pencil", "ink2"
    if session.saved_at is not None:
        at = f"{session.saved_at:%H:%M}"
        return _("Saved {time}").format(time=at), "check", "good"
    return _untouched_state(session)


def _untouched_state(session: ProjectSession) -> tuple[str, str, str]:
    if session.path is None:
        return _("New, nothing to save yet"), "file-plus", "ink2"
    if is_shipped(session.path):
        return _("Example"), "book-open", "ink2"
    if session.terms.only_looks:
        return _("Looking only"), "eye", "ink2"
    return _("No changes"), "check", "good"


def _label() -> ElidedLabel:
    label = ElidedLabel()
    label.setProperty("role", "chip")
    return label
