"""New, open, save, save as, close: what is asked on the way, and what follows.

Every question opens over the window and answers later, so nothing here
waits. A flow that is broken off leaves everything as it was.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from personamap.domain.review_file import REVIEW_SUFFIX
from personamap.gui.backups.past_flow import PastFlow
from personamap.gui.dialogs.leave import Answer, LeaveQuestion
from personamap.gui.project_session import ProjectSession, Then, is_shipped
from personamap.gui.recovery.flow import RecoveryFlow
from personamap.gui.settings import Preferences
from personamap.gui.sharing.front import bring_to_front
from personamap.gui.widgets.message_bar import MessageBar
from personamap.i18n import _
from personamap.services.projects import new_project
from personamap.services.templates import EMPTY, example_path

SUFFIX = ".personamap"
TABLE_SUFFIXES = (".csv", ".tsv", ".xlsx")


class ProjectFlows(QObject):
    """Carries out what the File menu and the start page offer.

    `comments_asked` says that somebody wants to see what a review brought.
    """

    comments_asked = Signal()

    def __init__(
        self,
        window: QWidget,
        session: ProjectSession,
        preferences: Preferences,
        messages: MessageBar,
    ) -> None:
        super().__init__(window)
        self._window, self._session = window, session
        self._preferences, self._messages = preferences, messages
        self._past = PastFlow(window, session, messages, self.leave)
        self.recovery = RecoveryFlow(window, session, messages, self.leave)
        session.opened_file.connect(self._on_file_known)
        session.told.connect(messages.tell)
        session.open_failed.connect(self._on_open_failed)
        session.saved.connect(messages.on_saved)
        session.save_failed.connect(self._on_save_failed)

    def new(self, template: str = EMPTY) -> None:
        """Start a project from a template."""
        self.leave(lambda: self._session.show(new_project(template)))

    def open_example(self) -> None:
        """Open the example that comes with the program."""
        self.open(example_path())

    def open(self, path: Path) -> None:
        """Open a file, once the present project may go; one that is open here comes forward."""
        if self._session.has_open(path):
            bring_to_front(self._window)
            self._messages.tell(
                _("“{name}” is open in this window already.").format(name=path.name),
                _("&Read it again"),
                partial(self._read, path),
            )
            return
        self._read(path)

    def _read(self, path: Path) -> None:
        self.leave(lambda: self._session.open(path))

    def ask_what_to_open(self) -> None:
        """Let the person choose a file to open."""
        dialog = self._file_dialog(_("Open a project"), QFileDialog.AcceptMode.AcceptOpen)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda chosen: self.open(Path(chosen)))
        dialog.open()

    def save(self, then: Then | None = None) -> None:
        """Save where the project is kept; ask for a place when it has none of its own."""
        path = self._session.path
        if path is None or is_shipped(path) or self._session.terms.only_looks:
            self.save_as(then)
        else:
            self._session.save_to(path, then, chosen=False)

    def save_as(self, then: Then | None = None) -> None:
        """Ask where to save, and save there."""
        dialog = self._file_dialog(_("Save the project as"), QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX.removeprefix("."))
        dialog.selectFile(self._session.name + SUFFIX)
        dialog.fileSelected.connect(lambda chosen: self._on_place_chosen(Path(chosen), then))
        dialog.open()

    def close(self) -> None:
        """Close the project and go back to the start page."""
        self.leave(self._session.close)

    def import_cast(self, path: Path | None = None) -> None:
        """Bring people from a spreadsheet, into a new project when none is open."""
        from personamap.gui.importing.cast.dialog import ImportCastDialog

        document = self._session.document
        if document is not None:
            ImportCastDialog.ask(document, path, self._window)
            return
        newcomer = self._session.show(new_project())
        dialog = ImportCastDialog.ask(newcomer, path, self._window)
        dialog.rejected.connect(self._session.close)

    def merge_review(self, path: Path | None = None) -> None:
        """Bring what a reviewer sent back into the open project."""
        from personamap.gui.review.merge_dialog import MergeReviewDialog

        document = self._session.document
        if document is None:
            self._messages.tell(_("Open the project first that the review is about."))
            return
        dialog = MergeReviewDialog.ask(document, path, self._window)
        dialog.merged.connect(self._on_merged)

    def show_older_copies(self) -> None:
        """Show what the file of the open project could go back to."""
        self._past.show_copies()

    def take(self, path: Path | None) -> None:
        """Do with a file that was dropped on the window what its kind asks for."""
        if path is None:
            return
        if path.suffix.lower() in TABLE_SUFFIXES:
            self.import_cast(path)
        elif path.suffix.lower() == REVIEW_SUFFIX:
            self.merge_review(path)
        else:
            self.open(path)

    def leave(self, then: Then) -> None:
        """Go on with `then` once nothing unsaved would be lost by it."""
        if self._session.saving:
            self._session.when_saved(lambda: self.leave(then))
            return
        if not self._session.dirty:
            then()
            return
        LeaveQuestion.ask(self._window, self._session.name, self._answer(then))

    def _answer(self, then: Then) -> Callable[[Answer], None]:
        def on_answered(answer: Answer) -> None:
            if answer == "save":
                self.save(lambda: self.leave(then))
            elif answer == "discard":
                then()

        return on_answered

    def _on_place_chosen(self, path: Path, then: Then | None) -> None:
        if is_shipped(path):
            self._messages.tell(
                _(
                    "“{name}” belongs to the program and stays as it is. "
                    "Choose another place for your own copy."
                ).format(name=path.name),
                _("Save &as…"),
                partial(self.save_as, then),
            )
        elif path == self._session.path and self._session.terms.beside is not None:
            self._messages.tell(
                _(
                    "Somebody else works in “{name}”, so it stays as it is. "
                    "Choose another place for your own copy."
                ).format(name=path.name),
                _("Save &as…"),
                partial(self.save_as, then),
            )
        else:
            self._session.save_to(path, then)

    def _on_merged(self, news: str) -> None:
        self._messages.tell(news, _("Show &comments"), self.comments_asked.emit)

    def _file_dialog(self, title: str, mode: QFileDialog.AcceptMode) -> QFileDialog:
        folder = self._preferences.settings.folder or str(Path.home())
        dialog = QFileDialog(self._window, title, folder)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(mode)
        dialog.setNameFilters([_("Persona maps (*.personamap)"), _("All files (*)")])
        return dialog

    def _on_file_known(self, path: Path) -> None:
        if not is_shipped(path):
            self._preferences.remember(path)

    def _on_open_failed(self, path: Path, why: str, is_whole: bool) -> None:
        self._messages.tell(why)
        if is_whole:
            return
        if path.exists():
            self._past.look_for_rescue(path, why)
        else:
            self._preferences.forget(path)

    def _on_save_failed(self, why: str) -> None:
        self._messages.tell(why, _("Save &as…"), self.save_as, until_saved=True)


def can_take(dragged: QMimeData) -> bool:
    """Tell whether what is dragged over the window can be opened or imported."""
    return dropped_file(dragged) is not None


def dropped_file(dropped: QMimeData) -> Path | None:
    """Return the one file that was dropped, if it is of a kind that can be taken."""
    urls = dropped.urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.suffix.lower() in (SUFFIX, REVIEW_SUFFIX, *TABLE_SUFFIXES) else None
