"""Visits every place of the program that runs on this desktop; writes a line for each.

Run by the Python of the system: `python3 -m tests.accessibility.listen STATE`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from dataclasses import asdict

from tests.accessibility import desk as seen
from tests.accessibility import places
from tests.accessibility.desk import Desk
from tests.accessibility.places import Place
from tests.accessibility.row import Row
from tests.accessibility.walk import Walk


class Visit:
    """A visit of all places in one state of the program."""

    def __init__(self, state: str) -> None:
        self._state = state
        self._desk = Desk()
        self._desk.settle()

    def start_page(self) -> None:
        """Visit what is there before a project is open."""
        self._tell(self._walk().row(self._state, "Start page"))

    def everything(self) -> None:
        """Visit the workspaces, and then the dialogs from where they are opened."""
        self._each(places.WORKSPACES)
        self._each(places.DIALOGS)
        self._desk.press("ctrl+3")
        self._each(places.FROM_COVERAGE)
        self._desk.press("ctrl+1")
        self._desk.press("ctrl+shift+k")
        self._each(places.FROM_CAST)

    def _each(self, wanted: Iterable[Place]) -> None:
        for place in wanted:
            if self._state != "empty" or not place.needs_people:
                self._tell(self._row(place))

    def _row(self, place: Place) -> Row:
        if not self._enter(place):
            return Row(self._state, place.name, wrong=("it does not open",))
        walk = self._walk()
        if place.is_field:
            row = walk.told(self._state, place.name)
            self._desk.press("Escape")
            return row
        row = walk.row(self._state, place.name)
        if place.is_dialog and not self._leave():
            return Row(**{**asdict(row), "wrong": (*row.wrong, "Escape does not close it")})
        return row

    def _walk(self) -> Walk:
        return Walk(self._desk, mirrored=self._state == "mirrored")

    def _enter(self, place: Place) -> bool:
        self._desk.settle()
        if place.button:
            button = self._desk.find("push button", place.button)
            opened = button is not None and seen.act(button)
        elif place.entry:
            opened = self._desk.choose(place.entry)
        else:
            self._desk.press(place.keys)
            opened = True
        return opened and (not place.is_dialog or bool(self._desk.wait_for(self._is_away, 10)))

    def _leave(self) -> bool:
        for _again in range(2):
            self._desk.press("Escape", 0.5)
            if self._desk.wait_for(lambda: not self._is_away(), 2):
                return True
        return False

    def _is_away(self) -> bool:
        window = self._desk.window()
        # By its role: a window may be told anew under another address.
        return window is not None and window.getRoleName() != "frame"

    def _tell(self, row: Row) -> None:
        print(json.dumps(asdict(row)), flush=True)


def main(state: str) -> None:
    """Visit the start page, or all places of a project."""
    visit = Visit(state)
    if state == "start":
        visit.start_page()
    else:
        visit.everything()


if __name__ == "__main__":
    main(sys.argv[1])
