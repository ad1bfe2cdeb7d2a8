"""What an assistive client can do: look at what is shown, hear where the focus goes, press keys.

Loaded by the Python of the system only, which has the client's library.
"""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable, Iterator
from typing import Any

import pyatspi
from gi.repository import GLib

from tests.accessibility.order import Box

PATIENCE_SECONDS = 60
ANSWER_SECONDS = 1.5
"""After that long a key that moved nothing will move nothing any more."""

MANY = 400
"""Enough of a table to know that its cells have names."""

Thing = Any  # the client's library has no types


class Desk:
    """The program as an assistive client sees it."""

    def __init__(self) -> None:
        self._focused: list[Thing] = []
        self.said: list[str] = []
        self._loop = GLib.MainContext.default()
        listen = pyatspi.Registry.registerEventListener
        listen(self._on_focus, "object:state-changed:focused")
        listen(self._on_announcement, "object:announcement")
        listen(self._on_caret, "object:text-caret-moved")
        self.program = self.wait_for(self._find_program)
        self.wait_for(self.window)

    def wait_for(self, look: Callable[[], Any], seconds: float = PATIENCE_SECONDS) -> Any:
        """Let events come in until `look` finds something; None where it never does."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            while self._loop.iteration(False):
                pass
            if found := look():
                return found
            time.sleep(0.01)
        return None

    def window(self) -> Thing:
        """Return the window that has the keyboard."""
        return next((w for w in self.program if w and _is(w, pyatspi.STATE_ACTIVE)), None)

    def settle(self) -> None:
        """Wait until nothing more is added to the window."""
        counts = [-1]

        def is_still() -> bool:
            time.sleep(0.2)
            counts.append(sum(1 for _ in shown(self.window())))
            return counts[-1] == counts[-2]

        self.wait_for(is_still)

    def press(self, keys: str, seconds: float = ANSWER_SECONDS) -> Thing:
        """Press keys together and return what has the focus then; None where it did not move.

        What was told without moving the focus is in `said`.
        """
        self._focused.clear()
        self.said.clear()
        subprocess.run(["xdotool", "key", "--clearmodifiers", keys], check=True)
        self.wait_for(lambda: self._focused or self.said, seconds)
        # A table says that it has the focus, and then which cell of it.
        self.wait_for(lambda: False, 0.03)
        return self._focused[-1] if self._focused else None

    def focus(self, thing: Thing) -> None:
        """Put the focus on something."""
        thing.queryComponent().grabFocus()
        self.wait_for(lambda: _is(thing, pyatspi.STATE_FOCUSED), ANSWER_SECONDS)

    def find(self, role: str, name: str) -> Thing:
        """Return the first thing shown in the window with that role and name."""
        return next((t for t in shown(self.window()) if _fits(t, role, name)), None)

    def choose(self, name: str) -> bool:
        """Choose an entry of the menu bar; False where there is none, or it is greyed."""
        entries = (entry for menu in self._menus() for popup in menu for entry in popup)
        entry = next((entry for entry in entries if plain(entry.name) == name), None)
        return entry is not None and _is(entry, pyatspi.STATE_ENABLED) and act(entry)

    def _menus(self) -> Iterator[Thing]:
        bars = (part for part in self.window() if part.getRole() == pyatspi.ROLE_MENU_BAR)
        return (menu for bar in bars for menu in bar)

    def _on_focus(self, event: Thing) -> None:
        if event.detail1:
            self._focused.append(event.source)

    def _on_announcement(self, event: Thing) -> None:
        self.said.append(str(event.any_data))

    def _on_caret(self, event: Thing) -> None:
        # A page of help goes from link to link: a reader tells the text where the caret is.
        self.said.append(f"at {event.detail1}")

    def _find_program(self) -> Thing:
        desktop = pyatspi.Registry.getDesktop(0)
        return next((one for one in desktop if one and one.name == "personamap"), None)


def plain(name: str) -> str:
    """Return a text without the marks of the pseudo language."""
    return name.strip("\u200f⟦⟧")


def same(one: Thing, other: Thing) -> bool:
    """Tell whether these are one and the same; the client's library makes things anew."""
    return one is not None and other is not None and one.path == other.path


def act(thing: Thing) -> bool:
    """Do what a press of it does."""
    return bool(thing.queryAction().doAction(0))


def shown(top: Thing) -> Iterator[Thing]:
    """Yield what is shown, from the outside to the inside."""
    yield top
    for at in range(min(top.childCount, MANY)):
        child = top.getChildAtIndex(at)
        if child is not None and _is(child, pyatspi.STATE_SHOWING):
            yield from shown(child)


def takes_focus(thing: Thing) -> bool:
    """Tell whether somebody can get there with the keyboard."""
    return _is(thing, pyatspi.STATE_FOCUSABLE) and _is(thing, pyatspi.STATE_ENABLED)


def box(thing: Thing) -> Box:
    """Return where it is on the screen."""
    extents = thing.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
    return Box(extents.x, extents.y, extents.width, extents.height)


def above(thing: Thing) -> list[Thing]:
    """Return a thing and all it is in, up to its window."""
    found = [thing]
    while (outer := found[-1].parent) and outer.getRole() != pyatspi.ROLE_APPLICATION:
        found.append(outer)
    return found


def words(thing: Thing) -> str:
    """Say what something is and where, for who has to mend it."""
    names = [plain(outer.name) for outer in above(thing)[1:] if outer.name]
    return f"{thing.getRoleName()} “{plain(thing.name)}” in {' / '.join(names[:2])}"


def _is(thing: Thing, state: int) -> bool:
    return bool(thing.getState().contains(state))


def _fits(thing: Thing, role: str, name: str) -> bool:
    return thing.getRoleName() == role and plain(thing.name) == name
