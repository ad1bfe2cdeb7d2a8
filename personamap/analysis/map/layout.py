"""Where everything goes: people on rings, experiences among their people, values in stacks.

Force-directed layouts were tried and turned down: they take seconds in a
large cast and throw everybody about when one person is added. Here people
keep the order of the project around the ring, experiences lie where the
people who lived them pull, and all of it is the same each time.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate

from personamap.analysis.map.parts import BOX_HEIGHT, PERSON_SIZE, Link, Spot

Point = tuple[float, float]
_Box = tuple[float, float, float, float]

ONE_RING = 14
INSIDE = 24
_ROOM = 210.0
_RING_HEIGHT, _WIDE_RING_HEIGHT, _RING_SHAPE = 262.0, 400.0, 1.36
_NARROW_RING = 8
_LABEL_HEIGHT, _LABEL_WIDTH = 52.0, 150.0
_TOP = -math.pi / 2
_GAP = 14.0
_STEPS, _STEP_ACROSS, _STEP_DOWN = 32, 40.0, 25.0
_STACK_STEP, _STACK_GAP, _COLUMN = BOX_HEIGHT + 8.0, 28.0, 340.0
_PULL_ALONE = 0.45
_TALL = 960.0


def place_people(people: Sequence[Spot]) -> dict[str, Point]:
    """Put people on a ring in their order, or on several where one would be too wide."""
    if len(people) == 1:
        return {people[0].id: (0.0, 0.0)}
    places: dict[str, Point] = {}
    one_wide_ring = _NARROW_RING < len(people) <= ONE_RING
    first = _WIDE_RING_HEIGHT if one_wide_ring else _RING_HEIGHT
    waiting, ring = list(people), 0
    while waiting:
        height = first + ring * _ROOM
        here = min(len(waiting), _capacity(len(people), height))
        for turn, spot in enumerate(waiting[:here]):
            angle = _TOP + 2 * math.pi * turn / here
            places[spot.id] = (
                height * _RING_SHAPE * math.cos(angle),
                height * math.sin(angle),
            )
        waiting, ring = waiting[here:], ring + 1
    return places


def place_experiences(
    experiences: Sequence[Spot], links: Sequence[Link], people: Mapping[str, Point]
) -> dict[str, Point]:
    """Put experiences between the people who lived them; those of nobody go in rows below."""
    lived = [spot for spot in experiences if spot.count]
    pulls = {spot.id: _pull(spot.id, links, people) for spot in lived}
    if len(people) <= ONE_RING and len(lived) <= INSIDE:
        places = _pushed_apart(lived, pulls, people)
    else:
        places = _around(lived, pulls, people)
    everything = [*people.values(), *places.values()]
    below = max((y for _x, y in everything), default=0.0) + PERSON_SIZE + _LABEL_HEIGHT
    return places | _rows([spot for spot in experiences if not spot.count], below)


def place_stacks(stacks: Sequence[Sequence[Spot]], people: Mapping[str, Point]) -> dict[str, Point]:
    """Put the values of each facet in a stack, and the stacks in columns beside the people."""
    reach = max((abs(x) for x, _y in people.values()), default=0.0) + PERSON_SIZE
    rise = max((abs(y) for _x, y in people.values()), default=0.0) + PERSON_SIZE
    half = _half(stacks)
    places: dict[str, Point] = {}
    for side, chosen in ((-1, stacks[:half]), (1, stacks[half:])):
        for column, members in enumerate(_columns(chosen, max(2 * rise, _TALL))):
            height = sum(_stack_height(stack) for stack in members) - _STACK_GAP
            x = side * (reach + _COLUMN * (column + 0.64))
            y = -height / 2 + BOX_HEIGHT / 2
            for stack in members:
                for row, spot in enumerate(stack):
                    places[spot.id] = (x, y + row * _STACK_STEP)
                y += _stack_height(stack)
    return places


def _capacity(people: int, height: float) -> int:
    if people <= ONE_RING:
        return people
    around = 2 * math.pi * height * math.sqrt((_RING_SHAPE**2 + 1) / 2)
    return max(int(around / _ROOM), 1)


def _pull(spot_id: str, links: Sequence[Link], people: Mapping[str, Point]) -> Point:
    pulls = [people[link.start] for link in links if link.end == spot_id and link.start in people]
    if not pulls:
        return 0.0, 0.0
    x = sum(x for x, _y in pulls) / len(pulls)
    y = sum(y for _x, y in pulls) / len(pulls)
    return (x * _PULL_ALONE, y * _PULL_ALONE) if len(pulls) == 1 else (x, y)


def _pushed_apart(
    spots: Sequence[Spot], places: Mapping[str, Point], people: Mapping[str, Point]
) -> dict[str, Point]:
    """Put each box where it is pulled to, or at the nearest place where it covers nothing."""
    taken = [
        (x, y + _LABEL_HEIGHT / 2, _LABEL_WIDTH, PERSON_SIZE + _LABEL_HEIGHT)
        for x, y in people.values()
    ]
    found: dict[str, Point] = {}
    for spot in spots:
        box = _free(spot, places[spot.id], taken)
        taken.append(box)
        found[spot.id] = box[:2]
    return found


def _free(spot: Spot, pull: Point, taken: Sequence[_Box]) -> _Box:
    box = (*pull, spot.width, spot.height)
    for aside, down in _nearest_first():
        box = (pull[0] + aside, pull[1] + down, spot.width, spot.height)
        if not any(_covers(box, other) for other in taken):
            break
    return box


def _covers(box: _Box, other: _Box) -> bool:
    return (
        abs(box[0] - other[0]) < (box[2] + other[2]) / 2 + _GAP
        and abs(box[1] - other[1]) < (box[3] + other[3]) / 2 + _GAP
    )


@lru_cache(maxsize=1)
def _nearest_first() -> tuple[Point, ...]:
    steps = [
        (across * _STEP_ACROSS, down * _STEP_DOWN)
        for across in range(-_STEPS, _STEPS + 1)
        for down in range(-_STEPS, _STEPS + 1)
    ]
    return tuple(sorted(steps, key=lambda step: (math.hypot(*step), step)))


def _around(
    spots: Sequence[Spot], pulls: Mapping[str, Point], people: Mapping[str, Point]
) -> dict[str, Point]:
    """Put boxes on rings outside all people, in the order of the angles they are pulled to."""
    outside = max((abs(y) for _x, y in people.values()), default=0.0) + 2 * PERSON_SIZE
    ordered = sorted(spots, key=lambda s: (math.atan2(pulls[s.id][1], pulls[s.id][0]), s.id))
    around = 2 * math.pi * outside * math.sqrt((_RING_SHAPE**2 + 1) / 2)
    rings = max(1, math.ceil(len(ordered) * _ROOM / around))
    places = {}
    for at, spot in enumerate(ordered):
        angle = -math.pi + 2 * math.pi * at / max(len(ordered), 1)
        height = outside + (at % rings) * _STACK_STEP * 1.5
        places[spot.id] = (height * _RING_SHAPE * math.cos(angle), height * math.sin(angle))
    return places


def _rows(spots: Sequence[Spot], top: float, a_row: int = 4) -> dict[str, Point]:
    places: dict[str, Point] = {}
    for start in range(0, len(spots), a_row):
        row = spots[start : start + a_row]
        x = -sum(spot.width + _GAP for spot in row) / 2
        for spot in row:
            places[spot.id] = (x + (spot.width + _GAP) / 2, top + start / a_row * _STACK_STEP)
            x += spot.width + _GAP
    return places


def _stack_height(stack: Sequence[Spot]) -> float:
    return len(stack) * _STACK_STEP + _STACK_GAP


def _half(stacks: Sequence[Sequence[Spot]]) -> int:
    """Return how many stacks go left so that both sides are about as tall."""
    total = sum(map(_stack_height, stacks))
    left = list(accumulate(map(_stack_height, stacks), initial=0.0))
    return min(range(len(left)), key=lambda at: abs(total - 2 * left[at]))


def _columns(stacks: Iterable[Sequence[Spot]], tallest: float) -> list[list[Sequence[Spot]]]:
    columns: list[list[Sequence[Spot]]] = []
    height = math.inf
    for stack in stacks:
        if height + _stack_height(stack) > tallest + _STACK_GAP:
            columns.append([])
            height = 0.0
        columns[-1].append(stack)
        height += _stack_height(stack)
    return columns
