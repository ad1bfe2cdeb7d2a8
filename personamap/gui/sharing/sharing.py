"""One project, several windows, computers and programs: what is asked, said and offered."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from personamap.errors import ChangedElsewhere
from personamap.gui.project_session import ProjectSession, Then, is_shipped
from personamap.gui.sharing.conflict_copies import ConflictCopies
from personamap.gui.sharing.front import bring_to_front
from personamap.gui.terms import Terms
from personamap.gui.widgets.banner import Banner
from personamap.gui.widgets.icon_mark import IconMark
from personamap.i18n import _
from personamap.storage.lock import Holder

LISTEN_AFTER_MS = 1_000
"""By then the window has been painted; whoever rings is more patient than that."""


class Sharing(QObject):
    """Sees to it that nobody's work is lost where several have a file open."""

    def __init__(
        self,
        window: QWidget,
        session: ProjectSession,
        save_as: Callable[[Then | None], None],
        leave: Callable[[Then], None],
    ) -> None:
        super().__init__(window)
        self._window, self._session = window, session
        self._save_as, self._leave = save_as, leave
        self.banner = Banner(IconMark("eye"))
        self.copies = ConflictCopies(window, session)
        self._bell: QObject | None = None
        self._looked_at: tuple[Path | None, Terms] | None = None
        self._listen = QTimer(self)
        self._listen.setSingleShot(True)
        self._listen.setInterval(LISTEN_AFTER_MS)
        self._listen.timeout.connect(self.listen)
        session.held.connect(self._on_held)
        session.changed_elsewhere.connect(self._on_changed_elsewhere)
        session.state_changed.connect(self._on_state_changed)

    def listen(self) -> None:
        """Let other windows of this person bring this one to the front."""
        if self._bell is not None:
            return
        try:
            # Loading it takes as long as painting the window: not with every start.
            from personamap.gui.sharing.bell import Bell
        except ImportError:
            return  # Qt lacks a system library for it; the window is found by hand.
        bell = Bell(self)
        bell.rung.connect(partial(bring_to_front, self._window))
        self._bell = bell

    def _on_held(self, path: Path, holder: Holder, *, is_silent: bool = False) -> None:
        from personamap.gui.sharing.held_question import HeldQuestion

        answered = partial(self._on_answered, path, holder)
        HeldQuestion(self._window, path, holder, answered, is_silent=is_silent).open()

    def _on_answered(self, path: Path, holder: Holder, answer: str) -> None:
        match answer:
            case "look":
                self._leave(partial(self._session.open, path, beside=holder))
            case "anyway":
                self._leave(partial(self._session.open, path, past=holder))
            case "front":
                self._ring(path, holder)

    def _ring(self, path: Path, holder: Holder) -> None:
        try:
            from personamap.gui.sharing.bell import Ringing
        except ImportError:
            self._on_held(path, holder, is_silent=True)
            return
        ringing = Ringing(holder.process, self)
        ringing.answered.connect(partial(self._on_rung, path, holder))

    def _on_rung(self, path: Path, holder: Holder, is_there: bool) -> None:
        if not is_there:
            self._on_held(path, holder, is_silent=True)
        elif self._session.document is None:
            # It was opened for the file that the other window shows now.
            self._window.close()

    def _on_changed_elsewhere(self, change: ChangedElsewhere, then: Then | None) -> None:
        from personamap.gui.sharing.changed_question import ChangedQuestion

        if self._session.document is not None:
            answered = partial(self._on_change_answered, change, then)
            ChangedQuestion(self._window, change, answered).open()

    def _on_change_answered(self, change: ChangedElsewhere, then: Then | None, answer: str) -> None:
        match answer:
            case "compare":
                self._compare(change, then)
            case "overwrite":
                self._session.save_to(change.path, then, over=change.found)
            case "save-as":
                self._save_as(then)

    def _compare(self, change: ChangedElsewhere, then: Then | None) -> None:
        """Bring both together and save that; who goes back from it is asked again."""
        from personamap.gui.comparing.flow import compare_with
        from personamap.services.common_base import Base

        known, base = self._session.last_known(change.path), None
        if known is not None:
            base = Base(known, _("Both come from the file as it was last read or saved here."))
        save = partial(self._save_both, change.path, then)
        dialog = compare_with(self._window, self._session, change.path, base, save)
        if dialog is not None:
            dialog.rejected.connect(partial(self._on_changed_elsewhere, change, then))

    def _save_both(self, path: Path, then: Then | None, theirs: str) -> None:
        self._session.save_to(path, then or self._tell_both_saved, over=theirs)

    def _tell_both_saved(self) -> None:
        self._session.told.emit(
            _("Both versions are in the file now; theirs alone is kept among the older copies.")
        )

    def _on_state_changed(self) -> None:
        session = self._session
        if session.terms.mark is not None and self._bell is None:
            self._listen.start()
        looks = session.terms.only_looks and session.path is not None
        looked_at = (session.path, session.terms) if looks else None
        if looked_at != self._looked_at:
            self._looked_at = looked_at
            self._show_banner()

    def _show_banner(self) -> None:
        path = self._session.path
        if self._looked_at is None or path is None or is_shipped(path):
            self.banner.hide()
        else:
            self._tell_looking(path)

    def _tell_looking(self, path: Path) -> None:
        save_as = (_("Save &as…"), partial(self._save_as, None))
        holder = self._session.terms.beside
        if holder is None:
            words = _(
                "“{name}” can only be looked at here: neither it nor its folder may be changed. "
                "Save as… keeps what you do in another place."
            )
            self.banner.say(words.format(name=path.name), save_as)
            return
        from personamap.services.opening_words import holder_words

        words = _("{who} You can look around and try things here; Save as… keeps them.")
        again = (_("&Open to edit"), partial(self._leave, partial(self._session.open, path)))
        self.banner.say(words.format(who=holder_words(path, holder)), save_as, again)
