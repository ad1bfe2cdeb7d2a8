"""Persona sheets: one person on one page or more."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from personamap.exporters.figures import ACCENTS, TINTS
from personamap.exporters.outline import Outline
from personamap.exporters.pdf.back_sections import (
    arc_section,
    look_section,
    scenes_section,
    stories_section,
)
from personamap.exporters.pdf.blocks import Block
from personamap.exporters.pdf.canvas import TaggedCanvas
from personamap.exporters.pdf.changes import changes_section
from personamap.exporters.pdf.front_sections import (
    identity_section,
    lists_section,
    notes_section,
    quote_section,
    voice_section,
)
from personamap.exporters.pdf.look import MEASURE, PAPERS, Look
from personamap.exporters.pdf.pages import (
    FITS,
    Count,
    PageBlocks,
    Running,
    draw_page,
    fitted,
    page_of,
    paginate,
)
from personamap.exporters.pdf.portrait import Portraits
from personamap.exporters.pdf.sheet_head import sheet_head
from personamap.exporters.pdf.tags import Node
from personamap.exporters.sheet_parts import (
    Appearance,
    Arc,
    ChangeList,
    Identity,
    Lists,
    Notes,
    Quote,
    Scenes,
    Section,
    Sheet,
    Stories,
    Voice,
)

_WELL_FILLED = 0.6
_USUAL_PAGES = 2
_PLAIN: Mapping[type, Callable[..., Block]] = {
    Quote: quote_section,
    Identity: identity_section,
    Lists: lists_section,
    Voice: voice_section,
    Scenes: scenes_section,
    Notes: notes_section,
    ChangeList: changes_section,
}
_PICTURED: Mapping[type, Callable[..., Block]] = {
    Stories: stories_section,
    Arc: arc_section,
    Appearance: look_section,
}


class LaidOut(Struct, frozen=True):
    """A sheet on its pages, ready to be drawn."""

    sheet: Sheet
    look: Look
    pages: tuple[PageBlocks, ...]
    node: Node


class SheetMaker:
    """Lays out and draws the sheets of one document."""

    def __init__(self, canvas: TaggedCanvas, outline: Outline, look: Look) -> None:
        self._canvas, self._outline, self._look = canvas, outline, look
        self._paper = PAPERS[outline.page]
        self.portraits = Portraits(canvas, look.shelf)

    def lay_out(self, sheet: Sheet, node: Node) -> LaidOut:
        """Put a sheet on pages: one where it fits, else the person first and their story next."""
        colour = sheet.figure.colour
        look = self._look.coloured(ACCENTS[colour], TINTS[colour])
        head = sheet_head(sheet, look, node, self.portraits)
        front = [head, *(self._block(section, look, node) for section in sheet.front)]
        back = [self._block(section, look, node) for section in sheet.back]
        return LaidOut(sheet, look, tuple(self._pages(front, back)), node)

    def draw(self, laid: LaidOut, count: Count = page_of, *, level: int = 0) -> None:
        """Draw all pages of a sheet, with an entry in the bookmarks."""
        sheet, outline = laid.sheet, self._outline
        plain = Running(outline.kind, outline.course, outline.version, sheet.name, sheet.status)
        changes = next((one.key for one in sheet.back if isinstance(one, ChangeList)), "")
        keyed = replace(plain, middle=changes, barred=True) if changes else plain
        top = self._paper.height - self._paper.top
        self._canvas.bookmark(sheet.name, sheet.id, level)
        self._canvas.target(sheet.id, top)
        for number, page in enumerate(laid.pages, start=1):
            of = count(number, len(laid.pages))
            # The last page has the list itself, so that it has room for the status.
            running = keyed if number < len(laid.pages) else plain
            draw_page(self._canvas, page, self._paper, laid.look, running, of)

    def _pages(self, front: list[Block], back: list[Block]) -> list[PageBlocks]:
        room = self._paper.body_height
        for fit in FITS[:2]:
            if sum(block.height(MEASURE, fit) for block in (*front, *back)) > room:
                break
            together = paginate([*front, *back], room, fit)
            if len(together) == 1:
                return together
        first = fitted(front, room)
        if not back:
            return first
        if first[-1].used < room * _WELL_FILLED:
            return fitted([*front, *back], room)
        apart = [*first, *fitted(back, room)]
        if len(apart) <= _USUAL_PAGES:
            return apart
        # A long sheet takes every page it can save, and no page with a few lines on it.
        return min(apart, fitted([*front, *back], room), key=len)

    def _block(self, section: Section, look: Look, node: Node) -> Block:
        inside = node.add("Sect")
        if type(section) in _PICTURED:
            return _PICTURED[type(section)](section, look, inside, self.portraits)
        return _PLAIN[type(section)](section, look, inside)
