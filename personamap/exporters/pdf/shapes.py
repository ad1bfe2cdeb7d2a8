"""Lines, boxes, discs and signs in drawing operators."""

from __future__ import annotations

from collections.abc import Sequence

from personamap.exporters.pdf.canvas import Box, TaggedCanvas
from personamap.exporters.pdf.line import fill_colour

_ROUND = 0.5523
Point = tuple[float, float]


def stroke_colour(colour: str) -> str:
    """Return the operator that strokes with `#rrggbb`."""
    return fill_colour(colour)[:-2] + "RG"


def line(
    canvas: TaggedCanvas, ends: tuple[float, float, float], colour: str, weight: float
) -> None:
    """Draw a level line from one x to another (x, y, other x)."""
    left, y, right = ends
    canvas.write(
        f"{stroke_colour(colour)} {weight:g} w {left:.2f} {y:.2f} m {right:.2f} {y:.2f} l S"
    )


def strokes(canvas: TaggedCanvas, points: Sequence[Point], colour: str, weight: float) -> None:
    """Draw a line through points."""
    path = " l ".join(f"{x:.2f} {y:.2f}" for x, y in points).replace(" l ", " m ", 1)
    canvas.write(f"q {stroke_colour(colour)} {weight:g} w 1 J 1 j {path} l S Q")


def triangle(canvas: TaggedCanvas, points: Sequence[Point], colour: str) -> None:
    """Fill a shape with straight sides."""
    path = " l ".join(f"{x:.2f} {y:.2f}" for x, y in points).replace(" l ", " m ", 1)
    canvas.write(f"{fill_colour(colour)} {path} l h f")


def rectangle(canvas: TaggedCanvas, box: Box, colour: str) -> None:
    """Fill a box."""
    left, bottom, width, height = box
    canvas.write(f"{fill_colour(colour)} {left:.2f} {bottom:.2f} {width:.2f} {height:.2f} re f")


def frame(canvas: TaggedCanvas, box: Box, colour: str, weight: float) -> None:
    """Draw the outline of a box."""
    left, bottom, width, height = box
    canvas.write(
        f"{stroke_colour(colour)} {weight:g} w "
        f"{left:.2f} {bottom:.2f} {width:.2f} {height:.2f} re S"
    )


def rounded_path(box: Box, radius: float) -> str:
    """Return the path of a box with round corners."""
    left, bottom, width, height = box
    right, top = left + width, bottom + height
    r, k = radius, radius * (1 - _ROUND)
    parts = (
        f"{left + r:.2f} {bottom:.2f} m {right - r:.2f} {bottom:.2f} l",
        f"{right - k:.2f} {bottom:.2f} {right:.2f} {bottom + k:.2f} {right:.2f} {bottom + r:.2f} c",
        f"{right:.2f} {top - r:.2f} l",
        f"{right:.2f} {top - k:.2f} {right - k:.2f} {top:.2f} {right - r:.2f} {top:.2f} c",
        f"{left + r:.2f} {top:.2f} l",
        f"{left + k:.2f} {top:.2f} {left:.2f} {top - k:.2f} {left:.2f} {top - r:.2f} c",
        f"{left:.2f} {bottom + r:.2f} l",
        f"{left:.2f} {bottom + k:.2f} {left + k:.2f} {bottom:.2f} {left + r:.2f} {bottom:.2f} c h",
    )
    return " ".join(parts)


def rounded(canvas: TaggedCanvas, box: Box, radius: float, colour: str) -> None:
    """Fill a box with round corners."""
    canvas.write(f"{fill_colour(colour)} {rounded_path(box, radius)} f")


def disc_path(centre: Point, radius: float) -> str:
    """Return the path of a circle."""
    x, y = centre
    return rounded_path((x - radius, y - radius, 2 * radius, 2 * radius), radius)


def disc(canvas: TaggedCanvas, centre: Point, radius: float, colour: str) -> None:
    """Fill a circle."""
    canvas.write(f"{fill_colour(colour)} {disc_path(centre, radius)} f")


def ring(
    canvas: TaggedCanvas, centre: Point, radius: float, colour: str, weight: float = 0.75
) -> None:
    """Draw a circle."""
    canvas.write(f"{stroke_colour(colour)} {weight:g} w {disc_path(centre, radius)} S")


def dashed_ring(canvas: TaggedCanvas, centre: Point, radius: float, colour: str) -> None:
    """Draw a circle in dashes: an empty seat."""
    path = disc_path(centre, radius)
    canvas.write(f"q {stroke_colour(colour)} 1 w [3 2.2] 0 d {path} S Q")


def check(canvas: TaggedCanvas, at: Point, colour: str) -> None:
    """Draw a check sign with its lower left corner at a point."""
    x, y = at
    strokes(canvas, ((x, y + 2.6), (x + 2.2, y), (x + 6.6, y + 6)), colour, 1.5)


def cross(canvas: TaggedCanvas, at: Point, colour: str) -> None:
    """Draw a cross with its lower left corner at a point."""
    x, y = at
    strokes(canvas, ((x, y), (x + 5.6, y + 5.6)), colour, 1.5)
    strokes(canvas, ((x, y + 5.6), (x + 5.6, y)), colour, 1.5)
