"""Says that a sync program put another version of the open project beside it, and compares both."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from personamap.domain.project import Project
from personamap.gui.jobs import Cancelled, LatestJob
from personamap.gui.project_session import ProjectSession, is_shipped
from personamap.gui.widgets.banner import Banner
from personamap.gui.widgets.icon_mark import IconMark
from personamap.i18n import _

LOOK_AFTER_MS = 1_500
"""By then the project has been painted; a sync program was done long before."""


class ConflictCopies(QObject):
    """Looks beside each project that is opened, quietly; the copies themselves are never touched.

    What is brought in, or sent away with its message, is not told again while the project is open.
    """

    def __init__(self, window: QWidget, session: ProjectSession) -> None:
        super().__init__(window)
        self._window, self._session = window, session
        self.banner = Banner(IconMark("copy"), closable=True)
        self._found: tuple[Path, ...] = ()
        self._beside: Path | None = None
        self.looking = LatestJob(LOOK_AFTER_MS, self)
        self.looking.finished.connect(self._show)
        self.banner.sent_away.connect(partial(self._show, ()))
        session.replaced.connect(self._on_replaced)
        session.opened_file.connect(self._on_file_known)

    def _on_replaced(self) -> None:
        self._beside = None
        self.looking.stop()
        self._show(())
        if self._session.path is not None:
            self._on_file_known(self._session.path)

    def _on_file_known(self, path: Path) -> None:
        document = self._session.document
        if document is None or path == self._beside or is_shipped(path):
            return
        self._beside = path
        self.looking.request_while_wanted(partial(_look_beside, document.project, path))

    def _show(self, found: tuple[Path, ...]) -> None:
        self._found = found
        if not found:
            self.banner.hide()
            return
        compare = (_("Co&mpare…"), partial(self._compare, found[0]))
        if len(found) == 1:
            words = _(
                "A sync program seems to have put another version of this project beside it: "
                "“{name}”. It stays there as it is."
            )
            self.banner.say(words.format(name=found[0].stem), compare)
            return
        words = _(
            "Sync programs seem to have put {count} other versions of this project beside it. "
            "They stay there as they are. This is one: “{name}”."
        )
        another = (_("&Another one"), partial(self._show, (*found[1:], found[0])))
        self.banner.say(words.format(count=len(found), name=found[0].stem), compare, another)

    def _compare(self, path: Path) -> None:
        from personamap.gui.comparing.flow import compare_with

        dialog = compare_with(self._window, self._session, path)
        if dialog is not None:
            dialog.brought_in.connect(
                lambda _digest: self._leave_out(dialog.two.theirs.path if dialog.two else None)
            )

    def _leave_out(self, taken: Path | None) -> None:
        self._show(tuple(path for path in self._found if path != taken))


def _look_beside(project: Project, path: Path, wanted: Callable[[], bool]) -> tuple[Path, ...]:
    # What compares two versions is loaded where there are two, not with every project.
    from personamap.storage.conflict_copies import conflict_copies

    found = conflict_copies(path)
    if not found:
        return ()
    from personamap.services.common_base import Version
    from personamap.services.conflict_copies import copies_with_news

    return copies_with_news(Version(project, path), found, partial(_go_on, wanted))


def _go_on(wanted: Callable[[], bool], _done: int, _total: int) -> None:
    if not wanted():
        raise Cancelled
