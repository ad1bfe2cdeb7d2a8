"""Through which earlier version two are compared: found, chosen by hand, or none."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from personamap.i18n import _
from personamap.services.backup_words import kept_words
from personamap.services.times import time_words
from personamap.services.two_versions import TwoVersions
from personamap.storage.older_copy import OlderCopy


class ThroughButton(QPushButton):
    """A menu of the older copies of both files, of any other file, and of none at all."""

    copy_chosen = Signal(object)  # OlderCopy
    file_asked = Signal()
    none_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("C&ompare through"), parent)
        self.setAutoDefault(False)
        self.setToolTip(_("What both come from tells who changed what."))
        self.choices = QMenu(self)
        self.setMenu(self.choices)

    def offer(self, two: TwoVersions) -> None:
        """Offer what these two could be compared through; the present one is ticked."""
        self.choices.clear()
        here = two.base.path if two.base else None
        for copy in two.copies:
            self._add_copy(copy, ticked=copy.path == here)
        if two.copies:
            self.choices.addSeparator()
        file = self.choices.addAction(_("Another &file that both come from…"))
        file.triggered.connect(self._on_file)
        none = self.choices.addAction(_("&Nothing: every difference is a choice"))
        none.setCheckable(True)
        none.setChecked(two.base is None)
        none.triggered.connect(self._on_none)

    def _on_file(self) -> None:
        self.file_asked.emit()

    def _on_none(self) -> None:
        self.none_chosen.emit()

    def _add_copy(self, copy: OlderCopy, *, ticked: bool) -> None:
        words = _("Older copy of {time}, kept {occasion}").format(
            time=time_words(copy.made), occasion=kept_words(copy)
        )
        action = self.choices.addAction(words.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(ticked)
        action.triggered.connect(partial(self._on_copy, copy))

    def _on_copy(self, copy: OlderCopy, _checked: bool = False) -> None:
        self.copy_chosen.emit(copy)
