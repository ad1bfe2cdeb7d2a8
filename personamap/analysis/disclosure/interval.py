"""The largest value a hidden count of a table could have.

A table whose row and column totals are known is a network in which people
flow from rows to columns, so the largest whole-number value of one cell is
what it holds plus the largest flow along which hidden cells can change
places with it (Gusfield, SIAM Journal on Computing 17, 1988).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence, Set

from msgspec import Struct

from personamap.analysis.disclosure.singles import Category

Cell = tuple[Category, Category]
Node = tuple[bool, Category]
"""A row (true) or a column (false)."""


class Table(Struct, frozen=True):
    """The true counts of a crossing, and which of them are hidden."""

    rows: Sequence[Category]
    columns: Sequence[Category]
    people: Mapping[Cell, int]
    hidden: Set[Cell]


def most_possible(table: Table, cell: Cell, enough: int) -> int:
    """Return the largest value a hidden cell could have, no further than `enough`."""
    people = {other: table.people[other] for other in table.hidden}
    while people[cell] < enough:
        path = _way_round(table, people, cell)
        if not path:
            break
        _shift(people, cell, path, enough)
    return people[cell]


def _way_round(table: Table, people: Mapping[Cell, int], cell: Cell) -> tuple[Cell, ...]:
    """Return hidden cells from the cell's column back to its row, to lower and raise in turn."""
    row, column = cell
    start: Node = (False, column)
    came: dict[Node, tuple[Node, Cell]] = {}
    waiting = deque([start])
    while waiting:
        here = waiting.popleft()
        for there, step in _steps(table, people, here):
            if step == cell or there == start or there in came:
                continue
            came[there] = (here, step)
            if there == (True, row):
                return _walked(came, there, start)
            waiting.append(there)
    return ()


def _steps(table: Table, people: Mapping[Cell, int], here: Node) -> list[tuple[Node, Cell]]:
    """Return where to go on: a column may only be left by a cell that holds somebody."""
    is_row, name = here
    if is_row:
        raised = [(name, column) for column in table.columns]
        return [((False, step[1]), step) for step in raised if step in people]
    lowered = [(row, name) for row in table.rows]
    return [((True, step[0]), step) for step in lowered if people.get(step, 0)]


def _walked(came: Mapping[Node, tuple[Node, Cell]], end: Node, start: Node) -> tuple[Cell, ...]:
    steps: list[Cell] = []
    while end != start:
        end, step = came[end]
        steps.append(step)
    return tuple(reversed(steps))


def _shift(people: dict[Cell, int], cell: Cell, path: Sequence[Cell], enough: int) -> None:
    """Move as many people along a way round as its emptiest cell allows."""
    lowered, raised = path[::2], path[1::2]
    moved = min(enough - people[cell], *(people[step] for step in lowered))
    people[cell] += moved
    for step in lowered:
        people[step] -= moved
    for step in raised:
        people[step] += moved
