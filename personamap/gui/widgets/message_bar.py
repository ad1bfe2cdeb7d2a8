"""One calm line above the workspace for what could not be done, and what to do instead."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from personamap.gui.widgets.banner import Banner
from personamap.gui.widgets.icon_mark import IconMark


class MessageBar(Banner):
    """Shows one message until it is closed, taken up, or the next one takes its place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(IconMark("info", "warn"), parent, closable=True)
        self.setProperty("current", "true")
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._is_until_saved = False

    @property
    def offer(self) -> QPushButton:
        """What the present message offers to do; look into `offers` whether it does."""
        return self.offers[0]

    def tell(
        self,
        text: str,
        offer: str = "",
        act: Callable[[], None] | None = None,
        *,
        until_saved: bool = False,
    ) -> None:
        """Show `text`, with one button named `offer` that calls `act`.

        What is said of work that is not saved is so only `until_saved`.
        """
        self._is_until_saved = until_saved
        if offer:
            self.say(text, (offer, partial(self._take_up, act)))
        else:
            self.say(text)
        # Loading what Qt has for screen readers would hold up every start.
        from PySide6.QtGui import QAccessible, QAccessibleEvent

        QAccessible.updateAccessibility(QAccessibleEvent(self.text, QAccessible.Event.Alert))

    def on_saved(self) -> None:
        """Take away what was said of work that was not saved."""
        if self._is_until_saved:
            self.hide()

    def _take_up(self, act: Callable[[], None] | None) -> None:
        self.hide()
        if act is not None:
            act()
