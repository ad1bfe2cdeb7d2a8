"""What to do about a file that somebody else has changed or taken away since it was read."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from personamap.errors import ChangedElsewhere
from personamap.gui.sharing.question import Question
from personamap.i18n import _


class ChangedQuestion(Question):
    """Offers to compare first, or asks where to save; nothing is written before an answer.

    The answers are "compare", "overwrite" and "save-as".
    """

    def __init__(
        self, parent: QWidget, change: ChangedElsewhere, answered: Callable[[str], object]
    ) -> None:
        words = _gone_words(change) if change.gone else _changed_words(change)
        super().__init__(parent, _("Not saved yet"), words, answered)
        save_as = {"save-as": _("Save &as…")}
        if not change.gone:
            over = {"overwrite": _("&Overwrite")}
            self.offer("compare", {"compare": _("&Compare…")} | over | save_as)
        elif change.path.parent.is_dir():
            self.offer("save-as", {"overwrite": _("Save it &there again")} | save_as)
        else:
            self.offer("save-as", save_as)


def _gone_words(change: ChangedElsewhere) -> tuple[str, str]:
    return (
        _("“{name}” is no longer where it was").format(name=change.path.stem),
        _(
            "Its file was moved, renamed or deleted while it was open here. Nothing was "
            "written, and everything is still on screen. Where do you want to save it?"
        ),
    )


def _changed_words(change: ChangedElsewhere) -> tuple[str, str]:
    return (
        _("“{name}” was changed elsewhere").format(name=change.path.stem),
        _(
            "Another window, computer or program has saved it since it was read here. Nothing "
            "was written, and everything is still on screen. Compare shows what differs, takes "
            "in what you want of it and saves both. Their version is kept among the older "
            "copies before anything is written over it."
        ),
    )
