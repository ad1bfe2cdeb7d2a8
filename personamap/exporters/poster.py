"""The persona map as things to draw, for paper and for the web.

The places are those of the screen. Each format paints the same few kinds
of things; texts are wrapped here with the widths the format measures.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal

from msgspec import Struct

from personamap.analysis.map.lines import Bow, Box, Point, free_plate, meet, outlines_of, traced
from personamap.analysis.map.parts import PERSON_SIZE, Link, LinkKind, MapPicture, Spot
from personamap.exporters.figure import Figure
from personamap.exporters.outline import MapSheet
from personamap.i18n import _
from personamap.stopping import each

Align = Literal["left", "centre", "right"]
Measure = Callable[[str, float, bool], float]
"""How wide a text is, in the size and the weight given."""

FONTS = "'Atkinson Hyperlegible Next', Inter, 'Noto Sans', sans-serif"
PAPER, GROUND, INK, SOFT = "#FFFFFF", "#FFFFFF", "#1D2129", "#545B67"
RULE, SEAT, SUNKEN = "#8A7E73", "#94877A", "#F1EBE2"
_NAME, _SMALL, _BOX = 14.0, 12.0, 13.0
_LINE = 1.25
_PLATE_WIDTH, _PLATE_BELOW = 160.0, 10.0
_PLATE_LINES, _NAME_LINES = 3, 2
"""So many lines below a face stay clear of what the map has next."""
_RADIUS, _CORNER = PERSON_SIZE / 2, 8.0
_PADDING, _PILL = 12.0, 20.0
_MARGIN = 56.0
_SCENE_WIDTH, _LINE_WIDTH = 3.0, 1.5
_DOTS = (1.6, 4.0)
_DASHES = (4.0, 3.0)
_CROWDED = 120
"""From so many lines on, those of shared scenes step back and labels without room are left out."""
_FAINT, _FAINT_WIDTH = "#E3DDD6", 1.0


class Line(Struct, frozen=True):
    """A bowed line; `dashes` are lengths of strokes and gaps."""

    bow: Bow
    colour: str
    width: float
    dashes: tuple[float, float] | None = None


class Tip(Struct, frozen=True):
    """The filled arrow tip of a line."""

    corners: tuple[Point, Point, Point]
    colour: str


class Panel(Struct, frozen=True):
    """A box with round corners; without an edge it only covers what lies behind."""

    box: Box
    fill: str
    radius: float = 4.0
    edge: str = ""
    dashes: tuple[float, float] | None = None


class Portrait(Struct, frozen=True):
    """A face in a circle."""

    figure: Figure
    middle: Point
    radius: float


class Label(Struct, frozen=True):
    """One line of text whose middle stands at `y`; `x` is its left end, centre or right end."""

    text: str
    x: float
    y: float
    size: float
    colour: str
    strong: bool = False
    align: Align = "centre"


Drawn = Line | Tip | Panel | Portrait | Label


class Poster(Struct, frozen=True):
    """Everything on the map, and the part of the plane it fills."""

    extent: Box
    drawn: tuple[Drawn, ...]


def make_poster(sheet: MapSheet, measure: Measure, *, rtl: bool = False) -> Poster:
    """Return what to draw, back to front; where one reads from the right, boxes begin there.

    In a crowd some lines have no room for what they are called: the map in words says it.
    """
    picture = sheet.picture
    crowded = is_crowded(picture)
    outlines = outlines_of(picture)
    lines = list(traced(picture.links, outlines))
    taken = [outline.with_plate() for outline in outlines.values()]
    drawn: list[Drawn] = []
    for link, bow in lines:
        drawn += _line(link, bow, crowded=crowded)
    for link, bow in each(lines):
        size = (measure(link.label, _SMALL, False) + 12, _SMALL * _LINE + 4)
        plate = free_plate(size, bow, taken) if link.label else None
        if plate and not (crowded and any(meet(plate, other) for other in taken)):
            taken.append(plate)
            drawn += _plate(link.label, plate)
    for spot in each(picture.spots):
        drawn += _spot(spot, sheet, measure, rtl=rtl)
    return Poster(_extent(taken), tuple(drawn))


def is_crowded(picture: MapPicture) -> bool:
    """Tell whether so many lines cross that not all of them can be followed."""
    return len(picture.links) >= _CROWDED


def line_style(kind: LinkKind, *, crowded: bool) -> tuple[str, float, tuple[float, float] | None]:
    """Return colour, width and dashes of one kind of line."""
    match kind:
        case "scene" if crowded:
            return _FAINT, _FAINT_WIDTH, None
        case "scene":
            return "#C9BFB4", _SCENE_WIDTH, None
        case "relationship":
            return SOFT, _LINE_WIDTH, None
        case _:
            return RULE, _LINE_WIDTH, _DOTS


def _extent(boxes: list[Box]) -> Box:
    if not boxes:
        return 0.0, 0.0, 2 * _MARGIN, 2 * _MARGIN
    left = min(box[0] for box in boxes) - _MARGIN
    top = min(box[1] for box in boxes) - _MARGIN
    right = max(box[0] + box[2] for box in boxes) + _MARGIN
    bottom = max(box[1] + box[3] for box in boxes) + _MARGIN
    return left, top, right - left, bottom - top


def _line(link: Link, bow: Bow, *, crowded: bool) -> Iterator[Drawn]:
    colour, width, dashes = line_style(link.kind, crowded=crowded)
    yield Line(bow, colour, width, dashes)
    if link.kind == "relationship":
        yield Tip(bow.tip(), colour)


def _plate(text: str, box: Box) -> Iterator[Drawn]:
    yield Panel(box, GROUND)
    yield Label(text, box[0] + box[2] / 2, box[1] + box[3] / 2, _SMALL, SOFT)


def _spot(spot: Spot, sheet: MapSheet, measure: Measure, *, rtl: bool) -> Iterator[Drawn]:
    match spot.kind:
        case "person":
            yield from _person(spot, sheet, measure)
        case "heading":
            start = spot.x + _half(spot, rtl=rtl)
            align: Align = "right" if rtl else "left"
            yield Label(spot.label, start, spot.y, _SMALL, SOFT, strong=True, align=align)
        case _:
            yield from _box(spot, measure, rtl=rtl)


def _person(spot: Spot, sheet: MapSheet, measure: Measure) -> Iterator[Drawn]:
    yield Portrait(sheet.figures[spot.id], (spot.x, spot.y), _RADIUS)
    # What is cut off here is said in full where the map is told in words.
    names = _at_most(wrapped(spot.label, _NAME, True, measure), _NAME_LINES)
    jobs = _at_most(wrapped(spot.note, _SMALL, False, measure), _PLATE_LINES - len(names))
    name = [(line, _NAME, True) for line in names]
    job = [(line, _SMALL, False) for line in jobs]
    width = max(measure(*line) for line in (*name, *job)) + 16
    height = sum(size * _LINE for _text, size, _strong in (*name, *job)) + 4
    top = spot.y + _RADIUS + _PLATE_BELOW
    yield Panel((spot.x - width / 2, top, width, height), GROUND, _CORNER)
    y = top + 2
    for text, size, strong in (*name, *job):
        colour = INK if strong else SOFT
        yield Label(text, spot.x, y + size * _LINE / 2, size, colour, strong)
        y += size * _LINE


def _at_most(lines: list[str], count: int) -> list[str]:
    if len(lines) <= count:
        return lines
    return [*lines[: count - 1], f"{lines[count - 1]}…"]


def _half(spot: Spot, *, rtl: bool) -> float:
    """Return how far the side on which one begins to read is from the middle."""
    return spot.width / 2 if rtl else -spot.width / 2


def _box(spot: Spot, measure: Measure, *, rtl: bool) -> Iterator[Drawn]:
    left, top = spot.x - spot.width / 2, spot.y - spot.height / 2
    box = (left, top, spot.width, spot.height)
    count = str(spot.count) if spot.count else _("nobody")
    room = spot.width - measure(count, _SMALL, False) - 4 * _PADDING
    lines, size = _fitting(spot.label, room, measure)
    dashes = _DASHES if spot.is_empty else None
    yield Panel(box, PAPER, _CORNER, RULE, dashes)
    y = spot.y - (len(lines) - 1) * size * _LINE / 2
    inward = -_PADDING if rtl else _PADDING
    align: Align = "right" if rtl else "left"
    for line in lines:
        colour = SOFT if spot.is_empty else INK
        start = spot.x + _half(spot, rtl=rtl) + inward
        yield Label(line, start, y, size, colour, align=align)
        y += size * _LINE
    yield from _count(spot, count, measure, rtl=rtl)


def _count(spot: Spot, count: str, measure: Measure, *, rtl: bool) -> Iterator[Drawn]:
    width = measure(count, _SMALL, False)
    wide = max(width + 12, _PILL) if spot.count else width
    aside = spot.width / 2 - _PADDING - wide / 2
    middle = spot.x + (-aside if rtl else aside)
    if spot.count:
        pill = (middle - wide / 2, spot.y - _PILL / 2, wide, _PILL)
        yield Panel(pill, SUNKEN, _PILL / 2)
    yield Label(count, middle, spot.y, _SMALL, INK if spot.count else SOFT)


def _fitting(text: str, room: float, measure: Measure) -> tuple[list[str], float]:
    """Return a text on one line, or smaller on as many as it takes: nothing is cut off."""
    if measure(text, _BOX, False) <= room:
        return [text], _BOX
    size = _BOX
    while size > 6:
        size -= 1
        lines = wrapped(text, size, False, measure, room)
        if len(lines) * size * _LINE <= 34:
            return lines, size
    return wrapped(text, size, False, measure, room), size


def wrapped(
    text: str, size: float, strong: bool, measure: Measure, width: float = _PLATE_WIDTH
) -> list[str]:
    """Return the lines of a text, broken between words."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and measure(longer, size, strong) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
