"""The actions of the menus as rows of the palette."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenuBar

from personamap.gui.palette.entry import Entry, entry
from personamap.gui.widgets.hung_actions import HungAction, hung_actions

_BETWEEN = " › "


def command_entries(bar: QMenuBar, without: str = "") -> Iterator[tuple[Entry, QAction]]:
    """Yield a row for each action but the one named `without`, with the action.

    What cannot be done now says why, as its tooltip in the menu does. What
    has no reason to give (there is nothing to undo, say) is left out.
    """
    for hung in hung_actions(bar):
        action, reason = hung.action, _reason(hung)
        offered = action.isVisible() and (action.isEnabled() or reason)
        if offered and not (without and action.objectName() == without):
            yield _entry(hung, reason), action


def _reason(hung: HungAction) -> str:
    if hung.action.isEnabled():
        return ""
    tip = hung.action.toolTip()
    return "" if tip.removesuffix("…") == hung.words else tip


def _entry(hung: HungAction, reason: str) -> Entry:
    return entry(
        "command",
        hung.action.objectName() or hung.words,
        hung.words,
        _BETWEEN.join(hung.menus),
        keys=", ".join(hung.keys[:1]),
        reason=reason,
    )
