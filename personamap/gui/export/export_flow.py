"""From the Export dialog to files on disk, with progress, Cancel and no silent overwriting."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QWidget

from personamap.analysis.map.parts import Lens
from personamap.domain.project import Project
from personamap.domain.review import HandOff
from personamap.errors import AlreadyThere, PersonamapError
from personamap.gui.document import Document
from personamap.gui.export.export_choice import ExportChoice, map_choice
from personamap.gui.export.export_dialog import ExportDialog
from personamap.gui.failure_words import words_for
from personamap.gui.jobs import BackgroundWork, Job, Progress
from personamap.gui.project_session import ProjectSession, is_shipped
from personamap.gui.widgets.message_bar import MessageBar
from personamap.gui.widgets.plain_words import tell_in
from personamap.i18n import _, plural, within
from personamap.services.exports import Exported, export_project
from personamap.services.issues import Issue, next_issue

_Button = QMessageBox.StandardButton
Begin = Callable[[bool, ExportChoice], None]


class ExportFlow(QObject):
    """Carries out what the Export action offers."""

    def __init__(
        self,
        window: QWidget,
        session: ProjectSession,
        work: BackgroundWork,
        messages: MessageBar,
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._work = window, session, work
        self._messages = messages
        self._last: ExportChoice | None = None
        session.replaced.connect(self._forget)

    def ask(self, lens: Lens | None = None, facets: tuple[str, ...] = ()) -> None:
        """Let the person choose what to export; with a lens it is the map they look at."""
        document, path = self._session.document, self._session.path
        if document is None:
            return
        last = map_choice(lens, facets, self._last) if lens else self._last
        folder = Path.home() if path is None or is_shipped(path) else path.parent
        begin = partial(self._begin, document, document.project, False)
        place = folder / self._session.name
        ExportDialog(document.project, place, begin, self._window, last).open()

    def _forget(self) -> None:
        self._last = None

    def _begin(
        self, document: Document, project: Project, overwrite: bool, choice: ExportChoice
    ) -> None:
        self._last = choice
        try:
            issue = _issue(project, choice)
        except PersonamapError as error:
            self._messages.tell(words_for(error), _("&Export…"), self.ask)
            return
        printed = issue.numbered if issue else project
        job = Job(
            _("Preparing {what}").format(what=within(_(choice.product.title))),
            partial(_export, printed, choice, overwrite),
        )
        job.finished.connect(partial(self._on_finished, document, issue))
        job.failed.connect(
            partial(self._on_failed, partial(self._begin, document, project), choice)
        )
        job.cancelled.connect(self._on_cancelled)
        self._work.run(job)

    def _on_finished(self, document: Document, issue: Issue | None, exported: Exported) -> None:
        words = [_told(exported)]
        # Another project may have been opened meanwhile: what is closed remembers nothing.
        if issue is not None and document is self._session.document:
            document.apply(_("Record an issue"), issue.recorded_in)
            words.append(_recorded(issue.hand_off))
        open_folder = partial(_open_folder, exported.paths[0])
        self._messages.tell(" ".join(words), _("Open &folder"), open_folder)

    def _on_failed(self, begin: Begin, choice: ExportChoice, error: Exception) -> None:
        if isinstance(error, AlreadyThere):
            self._ask_to_replace(begin, choice, error)
        else:
            self._messages.tell(words_for(error), _("&Export…"), self.ask)

    def _on_cancelled(self) -> None:
        self._messages.tell(_("The export was stopped. Nothing was written."))

    def _ask_to_replace(self, begin: Begin, choice: ExportChoice, error: AlreadyThere) -> None:
        box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(_("Replace?"))
        tell_in(
            box,
            _("“{name}” is already there.").format(name=error.path.name),
            _("Replacing it cannot be undone."),
        )
        box.setStandardButtons(_Button.Yes | _Button.Cancel)
        box.setDefaultButton(_Button.Cancel)
        box.button(_Button.Yes).setText(_("&Replace"))
        box.button(_Button.Cancel).setText(_("Cancel"))
        again = partial(begin, True, choice)
        box.button(_Button.Yes).clicked.connect(lambda _checked=False: again())
        box.open()


def _issue(project: Project, choice: ExportChoice) -> Issue | None:
    if choice.handed_to is None:
        return None
    return next_issue(project, choice.format.id, choice.options, choice.handed_to)


def _recorded(hand_off: HandOff) -> str:
    return _("The project remembers it as issue {number}, handed to {name}.").format(
        number=hand_off.number, name=hand_off.recipient
    )


def _export(
    project: Project, choice: ExportChoice, overwrite: bool, progress: Progress
) -> Exported:
    return export_project(
        project,
        choice.path,
        choice.format.id,
        choice.options,
        progress.report,
        overwrite=overwrite,
    )


def _told(exported: Exported) -> str:
    parts = []
    if len(exported.paths) == 1:
        parts.append(_("“{name}” was written.").format(name=exported.paths[0].name))
    else:
        count = len(exported.paths)
        parts.append(plural("{count} file was written.", "{count} files were written.", count))
    if exported.held_back:
        left_out = exported.held_back
        parts.append(
            plural(
                "{count} private answer was left out.",
                "{count} private answers were left out.",
                left_out,
            )
        )
    if exported.replaced:
        parts.append(
            plural(
                "{count} character the format cannot hold became �.",
                "{count} characters the format cannot hold became �.",
                exported.replaced,
            )
        )
    if exported.missing:
        names = ", ".join(dict.fromkeys(m.name for m in exported.missing))
        parts.append(_("No font on this computer has all letters of: {names}.").format(names=names))
    return " ".join(parts)


def _open_folder(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
