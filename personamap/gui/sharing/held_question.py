"""What to do about a project that somebody else has open."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from personamap.gui.sharing.question import Question
from personamap.i18n import _
from personamap.services.opening_words import holder_words
from personamap.storage.lock import Holder


class HeldQuestion(Question):
    """Says who has it open and since when, and offers what can be done.

    The answers are "look", "front" and "anyway". The other window is offered to be brought to
    the front where there is one on this computer that answers; to open all the same, where it
    may well be that nobody is there any more.
    """

    def __init__(
        self,
        parent: QWidget,
        path: Path,
        holder: Holder,
        answered: Callable[[str], object],
        *,
        is_silent: bool = False,
    ) -> None:
        words = holder_words(path, holder), _more(holder, is_silent=is_silent)
        super().__init__(parent, _("Open elsewhere"), words, answered)
        look = {"look": _("&Look only")}
        if holder.is_here and not is_silent:
            self.offer("front", look | {"front": _("&Bring to front")})
        else:
            self.offer("look", look | {"anyway": _("&Open anyway")})


def _more(holder: Holder, *, is_silent: bool) -> str:
    if is_silent:
        return _(
            "That window gives no answer. If you are sure that nobody works there any more, open "
            "it anyway: each save looks first whether the file is still as it was read."
        )
    if holder.is_here:
        return _(
            "Go on there, or only look at it here. What you try while looking can be saved in "
            "another file."
        )
    return _(
        "That computer may be switched off by now. If you are sure that nobody works there, open "
        "it anyway: each save looks first whether the file is still as it was read."
    )
