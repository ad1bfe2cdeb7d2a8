"""What is asked and offered about files: older copies, unsaved work, other people's changes."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial

from PySide6.QtWidgets import QMessageBox, QWidget

from docs.camera.place import Place
from docs.camera.studio import Studio
from personamap.domain.project import Project
from personamap.errors import ChangedElsewhere
from personamap.gui.backups.older_copies_dialog import OlderCopiesDialog
from personamap.gui.comparing.dialog import CompareDialog
from personamap.gui.comparing.flow import compare_with
from personamap.gui.crash.box import CrashHandler
from personamap.gui.crash.reporter import Reporter
from personamap.gui.dialogs.course import CourseDialog
from personamap.gui.dialogs.leave import LeaveQuestion
from personamap.gui.recovery.dialog import RecoveryDialog
from personamap.gui.sharing.changed_question import ChangedQuestion
from personamap.gui.sharing.held_question import HeldQuestion
from personamap.i18n import _
from personamap.services.backups import keep_project
from personamap.services.projects import save_project
from personamap.storage.entries import Origin, begun
from personamap.storage.journal import Journal, process_of
from personamap.storage.lock import Holder
from personamap.storage.processes import Process

_ENDED = 999_999_999
"""A number no process has."""

_ELSEWHERE = Process("another-computer", 12, "")


def later(project: Project) -> Project:
    """Return a project as a colleague left it: another title, and somebody renamed."""
    first, *others = project.personas
    course = project.course.evolve(title=f"{project.course.title}, second edition")
    return project.with_items(
        course=course, personas=(first.evolve(name="Ifeoma Eze-Lloyd"), *others)
    )


def _copies(studio: Studio) -> QWidget:
    keep_project(later(studio.document.project), studio.file, "import")
    dialog = studio.press("older-copies", OlderCopiesDialog)
    studio.wait(dialog.restore.isEnabled)
    return dialog


def _unsaved(studio: Studio) -> QWidget:
    _leave_unsaved(later(studio.document.project))
    dialog = studio.press("recover", RecoveryDialog)
    studio.wait(dialog.back.isEnabled)
    return dialog


def _leave_unsaved(project: Project) -> None:
    """Leave work behind as a program does that was killed; once is enough."""
    journal = Journal.begin([begun(Origin(), base=project)])
    journal.close()
    folder = journal.folder
    mine, token = process_of(folder.name), folder.name.rpartition("-")[2]
    assert mine is not None
    folder.rename(folder.with_name(f"{mine.computer}-{_ENDED}-gone-{token}"))


def _of_a_colleague(project: Project) -> Project:
    """Return a project in which somebody else has changed other things than `_later` does."""
    first, second, *others = project.personas
    people = (first, second.evolve(brief="Watches the water at night."), *others)
    course = project.course.evolve(client=f"{project.course.client} and Sons")
    return project.with_items(course=course, personas=people, scenes=project.scenes[:-1])


def _compared(studio: Studio) -> QWidget:
    other = studio.home / "from-a-colleague.personamap"
    save_project(_of_a_colleague(studio.document.project), other)
    compare_with(studio.window, studio.desk.session, other)
    dialog = studio.front(CompareDialog)
    studio.wait(lambda: dialog.two is not None)
    return dialog


def _nothing_compared(studio: Studio) -> QWidget:
    compare_with(studio.window, studio.desk.session, studio.file)
    return studio.front(CompareDialog)


def _held(studio: Studio) -> QWidget:
    holder = Holder(_ELSEWHERE, "Ada’s laptop", datetime(2026, 11, 26, 9, 30, tzinfo=UTC))
    HeldQuestion(studio.window, studio.file, holder, _unheard).open()
    return studio.front(HeldQuestion)


def _changed(studio: Studio, *, gone: bool) -> QWidget:
    change = ChangedElsewhere(studio.file, "", gone=gone)
    ChangedQuestion(studio.window, change, _unheard).open()
    return studio.front(ChangedQuestion)


def _leave(studio: Studio) -> QWidget:
    LeaveQuestion.ask(studio.window, studio.desk.session.name, _unheard)
    return studio.front(LeaveQuestion)


def _crashed(studio: Studio) -> QWidget:
    reporter = Reporter(studio.home / "reports", _unheard)
    handler = CrashHandler(reporter, lambda: None, studio.window)
    reporter.tell(str(studio.home / "reports" / "report-1.txt"))
    box = studio.front(QMessageBox)
    box.finished.connect(handler.deleteLater)
    return box


def _told(studio: Studio) -> QWidget:
    studio.show("cast", QWidget)
    words = _("This project is in no file of yours yet. Older copies are kept once it is.")
    studio.desk.messages.tell(words, _("Save &as…"), lambda: None)
    return studio.window


def _unheard(_answer: object) -> None:
    """Take no notice: whatever is answered, it was only for the picture."""


FILES = (
    Place("course", lambda studio: studio.press("course", CourseDialog)),
    Place("older-copies", _copies),
    Place("unsaved-work", _unsaved),
    Place("compared", _compared),
    Place("compared-same", _nothing_compared),
    Place("held-elsewhere", _held),
    Place("changed-elsewhere", partial(_changed, gone=False)),
    Place("gone-elsewhere", partial(_changed, gone=True)),
    Place("leave", _leave),
    Place("crash", _crashed),
    Place("message", _told),
)
