"""The people who can speak under a label, as the choices of one box."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox
from typing_extensions import override

from personamap.domain.persona import Persona
from personamap.i18n import _
from personamap.importers.script.labels import as_name
from personamap.importers.script.mapping import LEAVE_OUT, NEW, LabelUse

_TWO_NAMES = 24
"""How many letters of a choice are shown at least: two people may speak as one."""


class SpeakerBox(QComboBox):
    """Chooses who speaks under one label; those who could be meant stand first."""

    def __init__(self, use: LabelUse, cast: Iterable[Persona]) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_TWO_NAMES)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(20)
        self.setAccessibleName(_("Who speaks under “{label}”").format(label=use.label))
        people = {persona.id: persona.name or _("Nameless") for persona in cast}
        self._offer(_("Who is that?"), ())
        if len(use.speakers) > 1:
            self._offer(" + ".join(people.get(who, who) for who in use.speakers), use.speakers)
        for candidate in use.candidates:
            self._offer(people.get(candidate, candidate), (candidate,))
        self._offer(_("New person: {name}").format(name=as_name(use.label)), (NEW,))
        self._offer(_("Nobody of the cast: leave out"), (LEAVE_OUT,))
        for persona_id, name in people.items():
            if persona_id not in use.candidates:
                self._offer(name, (persona_id,))
        self.setCurrentIndex(max(0, self._place_of(use.speakers)))

    @property
    def speakers(self) -> tuple[str, ...]:
        """Who was chosen; nobody as long as that is open."""
        return tuple(self.currentData())

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page, so that scrolling never changes a choice."""
        event.ignore()

    def _offer(self, words: str, speakers: tuple[str, ...]) -> None:
        self.addItem(words, list(speakers))

    def _place_of(self, speakers: tuple[str, ...]) -> int:
        return next((at for at in range(self.count()) if tuple(self.itemData(at)) == speakers), -1)
