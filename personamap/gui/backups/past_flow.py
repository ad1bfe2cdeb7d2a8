"""From the open project, or from a file that does not open, back to something older."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from personamap.domain.project import Project
from personamap.errors import TooManyForWindow
from personamap.gui.jobs import LatestJob
from personamap.gui.project_session import ProjectSession, Then, is_shipped
from personamap.gui.widgets.message_bar import MessageBar
from personamap.i18n import _
from personamap.services.crowds import check_kept


class PastFlow(QObject):
    """Offers older copies and what is whole in a damaged file; no file is changed by it."""

    def __init__(
        self,
        window: QWidget,
        session: ProjectSession,
        messages: MessageBar,
        leave: Callable[[Then], None],
    ) -> None:
        super().__init__(window)
        self._window, self._session = window, session
        self._messages, self._leave = messages, leave
        self._failed: tuple[Path, str] | None = None
        self._restored: Project | None = None
        self._searching = LatestJob(0, self)
        self._searching.finished.connect(self._on_rescue_found)

    def show_copies(self) -> None:
        """Show the older copies of the open project."""
        document, path = self._session.document, self._session.path
        if document is None:
            return
        if path is None or is_shipped(path):
            self._messages.tell(
                _("This project is in no file of yours yet. Older copies are kept once it is.")
            )
            return
        self._show(path, document.project)

    def look_for_rescue(self, path: Path, why: str) -> None:
        """Look for an older copy of a file that did not open, and for what is whole in it."""
        self._failed = (path, why)
        self._searching.request(partial(_rescue, path))

    def _on_rescue_found(self, found: tuple[Path, tuple[str, ...]]) -> None:
        path, said = found
        if said and self._failed is not None and self._failed[0] == path:
            words = "\n".join((self._failed[1], *said))
            self._messages.tell(words, _("&Bring back…"), partial(self._show, path, None))

    def _show(self, path: Path, present: Project | None) -> None:
        from personamap.gui.backups.older_copies_dialog import OlderCopiesDialog

        dialog = OlderCopiesDialog(path, present, self._window)
        restore, begin = partial(self._on_restored, path), partial(self._on_new_wanted, path)
        dialog.restored.connect(restore if present else begin)
        dialog.opened_as_new.connect(begin)
        dialog.open()

    def _on_restored(self, path: Path, project: Project) -> None:
        if not self._has_room(path, project):
            return
        self._restored = project
        document = self._session.document
        if document is not None and self._session.dirty:
            document.after_copy("restore", self._restore)
        else:
            self._restore()

    def _restore(self) -> None:
        document, project = self._session.document, self._restored
        self._restored = None
        if document is not None and project is not None:
            document.apply(_("Restore an older copy"), _replaced_by, project)
            self._messages.tell(
                _("The older copy is on screen. Save to keep it, or undo to go back."),
                until_saved=True,
            )

    def _on_new_wanted(self, path: Path, project: Project) -> None:
        if self._has_room(path, project):
            self._leave(partial(self._session.show_unsaved, project))

    def _has_room(self, path: Path, project: Project) -> bool:
        try:
            check_kept(project, path.name)
        except TooManyForWindow as error:
            self._messages.tell(str(error))
            return False
        return True


def _rescue(path: Path) -> tuple[Path, tuple[str, ...]]:
    # Loaded when a file does not open, not with every start.
    from personamap.services.backup_words import rescue_summary
    from personamap.services.backups import rescue

    found = rescue(path)
    is_any = found.newest is not None or found.salvaged is not None
    return path, tuple(rescue_summary(found)) if is_any else ()


def _replaced_by(_present: Project, older: Project) -> Project:
    return older
