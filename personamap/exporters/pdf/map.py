"""The persona map as a poster: one page as large as it needs, and the same in words on sheets."""

from __future__ import annotations

from personamap.analysis.map.lines import Box, Point
from personamap.exporters.outline import MapSheet, Outline
from personamap.exporters.pdf.blocks import Block, KeepWithNext, Stack
from personamap.exporters.pdf.canvas import TaggedCanvas
from personamap.exporters.pdf.line import fill_colour
from personamap.exporters.pdf.look import MEASURE, PAPERS, Look, Paper
from personamap.exporters.pdf.measuring import Ruler
from personamap.exporters.pdf.pages import FITS, Running, draw_page, paginate
from personamap.exporters.pdf.portrait import Portraits
from personamap.exporters.pdf.rows import Section
from personamap.exporters.pdf.shapes import rounded_path, stroke_colour, triangle
from personamap.exporters.pdf.tags import Node
from personamap.exporters.poster import (
    SOFT,
    Drawn,
    Label,
    Line,
    Panel,
    Portrait,
    Poster,
    Tip,
    is_crowded,
    line_style,
    make_poster,
)
from personamap.i18n import _

_SIDE, _HEAD, _FOOT = 45.0, 92.0, 64.0
_NARROWEST, _LOWEST = MEASURE + 2 * _SIDE, 480.0
_LEGEND_LINE, _LEGEND_TEXT, _LEGEND_SIZE, _LEGEND_GAP = 28.0, 36.0, 9.0, 22.0


class MapPoster:
    """Lays the map out once, so that the page can be made as large as it is."""

    def __init__(self, outline: Outline, sheet: MapSheet, look: Look) -> None:
        self._outline, self._sheet, self._look = outline, sheet, look
        self._ruler = Ruler(look.shelf)
        self.poster: Poster = make_poster(sheet, self._ruler, rtl=look.rtl)
        width, height = self.poster.extent[2:]
        across = max(width, _NARROWEST)
        down = max(height + _HEAD + _FOOT, _LOWEST)
        self.paper = Paper(across, down, _SIDE, measure=across - 2 * _SIDE)

    def draw(self, canvas: TaggedCanvas) -> None:
        """Draw the poster and, after it, the map in words."""
        node = canvas.root.add("Sect")
        sheet, look = self._sheet, self._look
        canvas.bookmark(sheet.title, "map")
        canvas.target("map", self.paper.height - self.paper.top)
        title = look.label(node, "H1", sheet.title, look.name)
        lead = look.label(node, "P", sheet.summary, look.text, gap=4)
        figure = node.add("Figure", alt=f"{sheet.title}: {sheet.summary}")
        blocks: list[Block] = [title, lead]
        if sheet.credits:
            blocks.append(look.said(node, "P", sheet.credits, look.note))
        words = self._words(node)
        sheet_of_paper = PAPERS[self._outline.page]
        pages = paginate(words, sheet_of_paper.body_height, FITS[0])
        running = self._running()
        total = len(pages) + 1
        self._draw_map(canvas, figure)
        first = paginate(blocks, self.paper.body_height, FITS[0])[0]
        draw_page(canvas, first, self.paper, look, running, _count(1, total))
        canvas.setPageSize((sheet_of_paper.width, sheet_of_paper.height))
        for number, page in enumerate(pages, start=2):
            draw_page(canvas, page, sheet_of_paper, look, running, _count(number, total))

    def _running(self) -> Running:
        outline = self._outline
        return Running(outline.kind, outline.course, outline.version, outline.kind, "")

    def _words(self, node: Node) -> list[Block]:
        sheet, look = self._sheet, self._look
        sections = ((sheet.words_title, sheet.words), (sheet.ties_title, sheet.ties))
        blocks: list[Block] = []
        for title, texts in sections:
            if not texts:
                continue
            part = node.add("Sect")
            head = KeepWithNext(look.label(part, "H2", title, look.head))
            items = part.bullet_list()
            said: list[Block] = [
                look.label(items.add("LI").add("LBody"), "P", text, look.text, gap=3)
                for text in texts
            ]
            blocks.append(Section(None, Stack((head, *said)), rtl=look.rtl))
        return blocks

    def _draw_map(self, canvas: TaggedCanvas, figure: Node) -> None:
        left, top, width, height = self.poster.extent
        across = (self.paper.width - width) / 2 - left
        down = self.paper.height - _HEAD + top
        figure.box = (across + left, down - top - height, across + left + width, down - top)
        pen = _Pen(canvas, self._ruler, Portraits(canvas, self._look.shelf), (across, down))
        with canvas.tagged(figure):
            for drawn in self.poster.drawn:
                pen.draw(drawn)
        with canvas.tagged(None):
            self._draw_legend(canvas)

    def _draw_legend(self, canvas: TaggedCanvas) -> None:
        along, y = 0.0, self.paper.foot + 14.0
        crowded = is_crowded(self._sheet.picture)
        for kind, text in self._sheet.legend:
            width = _LEGEND_TEXT + self._ruler(text, _LEGEND_SIZE, False)
            at = self._from_side(along, width)
            line_at = self._from_side(along, _LEGEND_LINE)
            text_at = at if self._look.rtl else at + _LEGEND_TEXT
            colour, weight, dashes = line_style(kind, crowded=crowded)
            dash = f"[{dashes[0]} {dashes[1]}] 0 d" if dashes else ""
            canvas.write(
                f"q {stroke_colour(colour)} {weight:g} w {dash} {line_at:.2f} {y:.2f} m "
                f"{line_at + _LEGEND_LINE:.2f} {y:.2f} l S Q"
            )
            label = Label(text, 0, 0, _LEGEND_SIZE, SOFT, align="left")
            self._ruler.write(canvas, label, (text_at, y))
            along += width + _LEGEND_GAP

    def _from_side(self, along: float, width: float) -> float:
        """Return the left end of something that begins so far from the side reading begins at."""
        if self._look.rtl:
            return self.paper.width - self.paper.side - along - width
        return self.paper.side + along


def _count(number: int, total: int) -> str:
    return _("{page} of {pages}").format(page=number, pages=total)


class _Pen:
    """Draws the things of a poster; the map's y grows down, the page's up."""

    def __init__(
        self, canvas: TaggedCanvas, ruler: Ruler, portraits: Portraits, moved: Point
    ) -> None:
        self._canvas, self._ruler, self._portraits = canvas, ruler, portraits
        self._across, self._down = moved

    def draw(self, drawn: Drawn) -> None:
        """Draw one thing."""
        match drawn:
            case Line():
                self._line(drawn)
            case Tip():
                triangle(self._canvas, [self._at(c) for c in drawn.corners], drawn.colour)
            case Panel():
                self._panel(drawn)
            case Portrait():
                self._portraits.face(drawn.figure, self._at(drawn.middle), drawn.radius)
            case Label():
                self._ruler.write(self._canvas, drawn, self._at((drawn.x, drawn.y)))

    def _at(self, point: Point) -> Point:
        return point[0] + self._across, self._down - point[1]

    def _line(self, line: Line) -> None:
        (x, y), end = self._at(line.bow.start), self._at(line.bow.end)
        control = self._at(line.bow.control)
        first = (x + (control[0] - x) * 2 / 3, y + (control[1] - y) * 2 / 3)
        second = (
            end[0] + (control[0] - end[0]) * 2 / 3,
            end[1] + (control[1] - end[1]) * 2 / 3,
        )
        curve = " ".join(f"{number:.2f}" for number in (*first, *second, *end))
        dash = f"[{line.dashes[0]} {line.dashes[1]}] 0 d" if line.dashes else ""
        self._canvas.write(
            f"q {stroke_colour(line.colour)} {line.width:g} w 1 J {dash} "
            f"{x:.2f} {y:.2f} m {curve} c S Q"
        )

    def _panel(self, panel: Panel) -> None:
        path = rounded_path(self._boxed(panel.box), panel.radius)
        self._canvas.write(f"{fill_colour(panel.fill)} {path} f")
        if panel.edge:
            dash = f"[{panel.dashes[0]} {panel.dashes[1]}] 0 d" if panel.dashes else ""
            self._canvas.write(f"q {stroke_colour(panel.edge)} 1 w {dash} {path} S Q")

    def _boxed(self, box: Box) -> Box:
        left, bottom = self._at((box[0], box[1] + box[3]))
        return left, bottom, box[2], box[3]
