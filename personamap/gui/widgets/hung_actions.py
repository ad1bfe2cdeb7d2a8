"""Every action that hangs in a menu bar, with the menus it hangs in.

The list of keys and the command palette are both made from this, so that
neither can lack what the menus offer.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

_NATIVE = QKeySequence.SequenceFormat.NativeText


class HungAction(Struct, frozen=True):
    """One action and the titles of the menus that lead to it, the outermost first."""

    action: QAction
    menus: tuple[str, ...]

    @property
    def words(self) -> str:
        """What it does, as its menu says it, without the mark of its letter."""
        return plain_words(self.action)

    @property
    def keys(self) -> tuple[str, ...]:
        """Its keys as they are called on this system."""
        named = (key.toString(_NATIVE) for key in self.action.shortcuts())
        return tuple(dict.fromkeys(named))


def hung_actions(bar: QMenuBar) -> Iterator[HungAction]:
    """Yield what hangs in a menu bar, in its order."""
    for action in bar.actions():
        yield from _below(action, ())


def plain_words(action: QAction) -> str:
    """Return the words of an action without the mark of its letter and without "…"."""
    letters = action.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
    return letters.removesuffix("…")


def _below(action: QAction, menus: tuple[str, ...]) -> Iterator[HungAction]:
    menu = action.menu()
    if isinstance(menu, QMenu):
        if menu.menuAction().isEnabled():
            for inner in menu.actions():
                yield from _below(inner, (*menus, plain_words(action)))
    elif not action.isSeparator():
        yield HungAction(action, menus)
