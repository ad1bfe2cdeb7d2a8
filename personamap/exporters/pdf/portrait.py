"""Portraits on the page: drawings as vectors, imported pictures, initials where there is none."""

from __future__ import annotations

import hashlib
import io
import re

from reportlab.lib.utils import ImageReader

from personamap.exporters.figure import (
    Figure,
    Picture,
)
from personamap.exporters.figures import TINTS
from personamap.exporters.pdf.canvas import Box, TaggedCanvas
from personamap.exporters.pdf.fonts import FontShelf
from personamap.exporters.pdf.line import fill_colour
from personamap.exporters.pdf.look import INK, RULE
from personamap.exporters.pdf.shapes import disc_path, ring, rounded_path, stroke_colour
from personamap.exporters.pdf.text import Paragraph, Style
from personamap.portraits.drawing import NONE, Drawing, Shape

_NUMBERS = re.compile(r"([MLCZ])([^MLCZ]*)")
_OPERATORS = {"M": "m", "L": "l", "C": "c", "Z": "h"}
_WIDEST_BUST, _HIGHEST_BUST = 1.3, 1.02
"""How much wider and higher than its ground a bust may be before it would cut the head."""
_PLANE = (-1000.0, -1000.0, 2000.0, 2000.0)
"""All of the plane of a drawing. Face and bust of somebody share what is drawn, and each cuts it
where it stands: an extent of one of them would cut the other too."""
_NUMBERS_PER = {"M": 2, "L": 2, "C": 6}


class Portraits:
    """Draws figures on one canvas; each drawing and picture is in the document once."""

    def __init__(self, canvas: TaggedCanvas, shelf: FontShelf) -> None:
        self._canvas, self._shelf = canvas, shelf
        self._pictures: dict[bytes, ImageReader] = {}
        self._names: dict[Drawing, tuple[str, str]] = {}

    def bust(
        self, figure: Figure, box: Box, *, radius: float = 6.0, mirrored: bool = False
    ) -> None:
        """Draw a figure on a tinted ground that it stands on."""
        left, bottom, width, height = box
        self._canvas.write(f"{fill_colour(TINTS[figure.colour])} {rounded_path(box, radius)} f")
        side = min(max(width, height), width * _WIDEST_BUST, height * _HIGHEST_BUST)
        square = (left + (width - side) / 2, bottom, side, side)
        if figure.picture:
            side = max(width, height)
            square = (left + (width - side) / 2, bottom + (height - side) / 2, side, side)
        elif figure.bust.letters:
            square = (left, bottom + (height - width) / 2, width, width)
        self._clipped(rounded_path(box, radius), figure, figure.bust, square, mirrored=mirrored)

    def bare(self, figure: Figure, square: Box) -> None:
        """Draw a figure on no ground; initials keep their disc, or nothing would carry them."""
        left, bottom, side, _side = square
        if figure.bust.letters:
            disc = disc_path((left + side / 2, bottom + side / 2), side / 2)
            self._canvas.write(f"{fill_colour(TINTS[figure.colour])} {disc} f")
        self._clipped(rounded_path(square, 0.0), figure, figure.bust, square)

    def face(self, figure: Figure, centre: tuple[float, float], radius: float) -> None:
        """Draw the face of a figure in a circle."""
        x, y = centre
        self._canvas.write(f"{fill_colour(TINTS[figure.colour])} {disc_path(centre, radius)} f")
        square = (x - radius, y - radius, 2 * radius, 2 * radius)
        self._clipped(disc_path(centre, radius), figure, figure.face, square)
        ring(self._canvas, centre, radius, RULE, 0.5)

    def _clipped(
        self, path: str, figure: Figure, drawing: Drawing, square: Box, *, mirrored: bool = False
    ) -> None:
        self._canvas.write(f"q {path} W n")
        if figure.picture:
            self._picture(figure.picture, square)
        elif drawing.letters:
            self._initials(drawing.letters, square)
        else:
            self._drawing(drawing, square, mirrored=mirrored)
        self._canvas.write("Q")

    def _picture(self, picture: Picture, square: Box) -> None:
        key = hashlib.sha256(picture.data).digest()
        if key not in self._pictures:
            self._pictures[key] = ImageReader(io.BytesIO(picture.data))
        image = self._pictures[key]
        pixels_across, pixels_down = image.getSize()
        left, bottom, side, _side = square
        width = side / picture.size
        height = width * pixels_down / pixels_across
        x = left - picture.left * width
        y = bottom + side + picture.top * width - height
        self._canvas.picture(image, (x, y, width, height))

    def _initials(self, letters: str, square: Box) -> None:
        left, bottom, side, _side = square
        size = side * (0.46 if len(letters) == 1 else 0.38)
        style = Style(self._shelf.strong, size, size * 1.2, INK)
        paragraph = Paragraph(letters, style)
        top = bottom + side / 2 + paragraph.leading / 2
        paragraph.draw(self._canvas, (left, top, side), align="centre")

    def _drawing(self, drawing: Drawing, square: Box, *, mirrored: bool) -> None:
        if drawing not in self._names:
            content = _operators(drawing)
            name = f"portrait{hashlib.sha256(content.encode()).hexdigest()[:16]}"
            self._names[drawing] = name, content
        name, content = self._names[drawing]
        left, bottom, side, _side = square
        scale = side / drawing.side
        x, across = left - drawing.left * scale, scale
        if mirrored:
            x, across = left + side + drawing.left * scale, -scale
        y = bottom + side + drawing.top * scale
        self._canvas.write(f"q {across:.5f} 0 0 {-scale:.5f} {x:.3f} {y:.3f} cm")
        self._canvas.drawing(name, content, _PLANE)
        self._canvas.write("Q")


def _operators(drawing: Drawing) -> str:
    """Return the shapes of a drawing as drawing operators, in the drawing's own plane."""
    return "\n".join(_shape(shape) for shape in drawing.shapes)


def _shape(shape: Shape) -> str:
    matrix = " ".join(f"{number:.5g}" for number in shape.transform)
    filled, stroked = shape.fill != NONE, shape.stroke != NONE
    if not (filled or stroked):
        return ""
    paint = {(True, False): "f", (False, True): "S", (True, True): "B"}[filled, stroked]
    if shape.even_odd and filled:
        paint += "*"
    parts = ["q", f"{matrix} cm"]
    if filled:
        parts.append(fill_colour(shape.fill))
    if stroked:
        parts.append(f"{stroke_colour(shape.stroke)} {shape.stroke_width:g} w 1 J 1 j")
    return " ".join((*parts, _path(shape.path), paint, "Q"))


def _path(path: str) -> str:
    written = []
    for command, rest in _NUMBERS.findall(path):
        numbers = rest.split()
        count = _NUMBERS_PER.get(command, 0)
        if not count:
            written.append("h")
            continue
        for start in range(0, len(numbers), count):
            operator = "l" if command == "M" and start else _OPERATORS[command]
            written.append(f"{' '.join(numbers[start : start + count])} {operator}")
    return " ".join(written)
