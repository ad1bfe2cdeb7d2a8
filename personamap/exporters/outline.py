"""What a document says, worded and in order, and laid out by nobody yet.

Made once from a project; every format renders the same outline and never
looks at the project. Only what is answered is in it: an empty part is
left out here, so no format prints an empty heading.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from personamap.analysis.map.parts import LinkKind, MapPicture
from personamap.exporters.coverage_parts import Coverage
from personamap.exporters.figure import Figure
from personamap.exporters.flow_blocks import Bible, Chapter
from personamap.exporters.review_parts import Plot, ReviewForm
from personamap.exporters.sheet_parts import Sheet


class WallCard(Struct, frozen=True):
    """One person on the cast wall; `part` is what they do in the story."""

    id: str
    figure: Figure
    name: str
    called: str
    job: str
    brief: str
    part: str


class Wall(Struct, frozen=True):
    """All people of a cast beside each other, drawn at one scale."""

    title: str
    lead: str
    note: str
    cards: tuple[WallCard, ...]


class MapSheet(Struct, frozen=True):
    """The persona map: where everything goes, who is on it, and the same in words.

    `credits` says whose the pictures on it are.
    """

    title: str
    summary: str
    picture: MapPicture
    figures: Mapping[str, Figure]
    legend: tuple[tuple[LinkKind, str], ...]
    words_title: str
    words: tuple[str, ...]
    ties_title: str
    ties: tuple[str, ...]
    credits: str = ""


class PortraitSheet(Struct, frozen=True):
    """One portrait that stands alone; as a picture it is so many pixels wide and high."""

    figure: Figure
    pixels: int


class Table(Struct, frozen=True):
    """Rows of cells with one head, for spreadsheets; `title` names it among several."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    title: str = ""


class Outline(Struct, frozen=True):
    """A whole document, before any format.

    Of `sheets`, `coverage`, `wall`, `map`, `portrait`, `table` and `source`
    what was asked for is filled; a review pack has several of them, and
    `plot` and `review` besides; a character bible has sheets and wall inside `bible`, and what is
    plain from top to bottom has `chapters` alone. `around` are tables of what stands around the
    people of `table`, where a format holds several.
    """

    title: str
    kind: str
    course: str
    version: str
    lang: str
    rtl: bool
    date: str = ""
    page: Literal["a4", "letter"] = "a4"
    contents_title: str = ""
    sheets: tuple[Sheet, ...] = ()
    coverage: Coverage | None = None
    wall: Wall | None = None
    map: MapSheet | None = None
    bible: Bible | None = None
    chapters: tuple[Chapter, ...] = ()
    portrait: PortraitSheet | None = None
    plot: Plot | None = None
    review: ReviewForm | None = None
    table: Table | None = None
    around: tuple[Table, ...] = ()
    source: bytes = b""
