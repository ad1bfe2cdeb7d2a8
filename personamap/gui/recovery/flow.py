"""Offers unsaved work of earlier runs: at the start by itself, later when somebody asks."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from personamap.errors import TooManyForWindow
from personamap.gui.jobs import LatestJob
from personamap.gui.project_session import ProjectSession, Then
from personamap.gui.widgets.message_bar import MessageBar
from personamap.i18n import _
from personamap.services.crowds import check_kept
from personamap.services.unsaved_work import Found, Leftover, UnsavedWork


class RecoveryFlow(QObject):
    """Looks for unsaved work off the GUI thread; nothing goes away unless somebody says so."""

    found = Signal(int)
    """How much there is; also in `count`."""

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
        self._first: Path | None = None
        self._is_asked_for = self._was_asked = False
        self.count = 0
        self._looking = LatestJob(0, self)
        self._looking.finished.connect(self._on_looked)

    def look(self, first: Path | None = None) -> None:
        """Look quietly; only if there is something, it is shown, with that of `first` chosen.

        Whoever has asked already is answered by that, and may be bringing something back.
        """
        if not self._was_asked:
            self._first = first
            self._looking.request(_tidy_up)

    def ask(self) -> None:
        """Look because somebody asked: say so when there is nothing."""
        self._first, self._is_asked_for, self._was_asked = self._session.path, True, True
        self._looking.request(_find)

    def _on_looked(self, found: Found) -> None:
        is_asked_for, self._is_asked_for = self._is_asked_for, False
        self._count(len(found.every))
        if found.every:
            self._show(found)
        elif is_asked_for:
            self._messages.tell(
                _("There is no unsaved work of an earlier run: everything is in your files.")
            )

    def _count(self, works: int) -> None:
        self.count = works
        self.found.emit(works)

    def _show(self, found: Found) -> None:
        # Loaded only when there is something to show.
        from personamap.gui.recovery.dialog import RecoveryDialog

        if self._window.findChild(RecoveryDialog) is not None:
            return
        dialog = RecoveryDialog(found, self._first, self._window)
        dialog.brought_back.connect(self._on_brought_back)
        dialog.put_away.connect(self._on_put_away)
        dialog.open()

    def _on_brought_back(self, work: UnsavedWork) -> None:
        from personamap.services.recovery_words import name_of

        try:
            check_kept(work.project, name_of(work))
        except TooManyForWindow as error:
            self._messages.tell(str(error))
            return
        self._leave(partial(self._bring_back, work))

    def _bring_back(self, work: UnsavedWork) -> None:
        if not work.kept.folder.exists():
            self._messages.tell(
                _("Another window of personamap has brought this work back meanwhile.")
            )
            return
        self._session.bring_back(work)
        self._count(max(0, self.count - 1))
        self._messages.tell(
            _("Your work is back on screen as you left it. It is not saved yet."),
            until_saved=True,
        )

    def _on_put_away(self, leftover: Leftover) -> None:
        from personamap.services.recovery import put_away

        put_away(leftover)
        self._count(max(0, self.count - 1))


def _tidy_up() -> Found:
    # Loaded after the window is there, not with it.
    from personamap.services.recovery import tidy_up

    return tidy_up()


def _find() -> Found:
    from personamap.services.recovery import find_unsaved

    return find_unsaved()
