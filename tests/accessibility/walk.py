"""Goes through one window by keyboard and listens."""

from __future__ import annotations

from tests.accessibility import desk as seen
from tests.accessibility.desk import Desk, Thing
from tests.accessibility.order import goes_back
from tests.accessibility.row import Row

MOST_STOPS = 400
WALKED = ("list", "table", "tree", "tree table")
ARROWS = ("Down", "Right", "Down", "Right", "Up", "Left")


class Walk:
    """What was met in the window that has the keyboard."""

    def __init__(self, desk: Desk, *, mirrored: bool) -> None:
        self._desk, self._mirrored = desk, mirrored
        self._wrong: list[str] = []

    def row(self, state: str, place: str) -> Row:
        """Look at everything, go round with Tab, and walk through what the arrows walk."""
        self._desk.settle()
        focusable = [one for one in seen.shown(self._desk.window()) if seen.takes_focus(one)]
        unnamed = [one for one in focusable if not seen.plain(one.name).strip()]
        self._wrong += [f"no name: {seen.words(one)}" for one in unnamed]
        stops, backs = self._go_round()
        read = self._read_out(stops)
        return Row(
            state,
            place,
            len(focusable),
            len(unnamed),
            len(stops),
            backs,
            read,
            tuple(self._wrong),
        )

    def told(self, state: str, place: str) -> Row:
        """Go down a list that tells what is chosen while the focus stays in a field."""
        told: list[str] = []
        for _ in range(3):
            self._desk.press("Down")
            told += self._desk.said[-1:]
        if len(set(told)) < 3:
            self._wrong.append("the arrows do not tell what is chosen")
        return Row(state, place, read=f"{len(set(told))} of 3 told", wrong=tuple(self._wrong))

    def _go_round(self) -> tuple[list[Thing], int]:
        """Press Tab until it comes back to where it was; count where it went against the reading.

        Once a round it has to: from the end to what is at the top.
        """
        stops: list[Thing] = []
        known: set[str] = set()
        backs: list[tuple[int, str]] = []
        for _ in range(MOST_STOPS):
            there = self._desk.press("Tab")
            if there is None and self._desk.said:
                continue  # it went on within the same stop, and told where it is
            if there is None or not self._is_inside(there):
                self._wrong.append(f"Tab leads nowhere after {_last(stops)}")
                break
            if stops and self._is_back(stops[-1], there):
                way = f"{seen.words(stops[-1])} → {seen.words(there)}"
                backs.append((seen.box(there).y, way))
            if there.path in known:
                break
            known.add(there.path)
            stops.append(there)
        against = [way for _, way in sorted(backs)[1:]]
        self._wrong += [f"against the reading: {way}" for way in against]
        return stops, len(against)

    def _is_inside(self, thing: Thing) -> bool:
        return seen.same(seen.above(thing)[-1], self._desk.window())

    def _is_back(self, here: Thing, there: Thing) -> bool:
        """Compare where two stops are, or rather the largest parts that have only one of them."""
        ways = zip(reversed(seen.above(here)), reversed(seen.above(there)), strict=False)
        apart = next((pair for pair in ways if not seen.same(*pair)), None)
        if apart is None:
            return False
        one, other = apart
        if {one.getRoleName(), other.getRoleName()} == {"list item"}:
            # What lies about freely is read in the order in which the list tells it.
            return bool(other.getIndexInParent() < one.getIndexInParent())
        return goes_back(seen.box(one), seen.box(other), mirrored=self._mirrored)

    def _read_out(self, stops: list[Thing]) -> str:
        walked = {}
        for stop in stops:
            for one in (stop, stop.parent):
                if one.getRoleName() in WALKED and one.childCount:
                    walked.setdefault(one.path, one)
        return ", ".join(self._read_one(one) for one in walked.values())

    def _read_one(self, part: Thing) -> str:
        """Walk through a list, a table or the map with the arrows and hear where one is."""
        self._desk.focus(part)
        met: dict[str, str] = {}
        for arrow in ARROWS:
            there = self._desk.press(arrow, 0.4)
            if there is not None and not seen.same(there, part):
                met[there.path] = seen.plain(there.name).strip()
        silent = sum(1 for name in met.values() if not name)
        if silent:
            self._wrong.append(f"{silent} not read out: {seen.words(part)}")
        if not met:
            self._wrong.append(f"nothing read out: {seen.words(part)}")
        return f"{seen.plain(part.name)}: {len(met)} of {part.childCount}"


def _last(stops: list[Thing]) -> str:
    return seen.words(stops[-1]) if stops else "the start"
