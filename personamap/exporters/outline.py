"""What a document says, worded and in order, and laid out by nobody yet.

Made once from a project; every format renders the same outline and never
looks at the project. Only what is answered is in it: an empty part is
left out here, so no format prints an empty heading.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from personamap.analysis.map.parts import LinkKind, MapPicture
from personamap.domain.persona import Place
from personamap.exporters.coverage_parts import Coverage
from personamap.exporters.figure import Figure
from personamap.exporters.flow_blocks import Bible, Chapter, Mark
from personamap.exporters.review_parts import Plot, ReviewForm

HeadPart = Literal["portrait", "name", "called", "job", "brief"]


@dataclass(frozen=True, slots=True)
class Pair:
    """A label and what stands beside it; `is_summary` tells that the sheet says more of it."""

    label: str
    text: str
    is_summary: bool = False
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """A section with one text in the person's own voice."""

    title: str
    text: str
    changed: bool = False


@dataclass(frozen=True, slots=True)
class FacetRow:
    """What a persona says on one facet; `is_blank` marks words about a blank.

    `subject` is what a comment on it is about.
    """

    facet: str
    words: str
    shown: str = ""
    shown_how: str = ""
    is_blank: bool = False
    subject: str = ""
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Identity:
    """The facets of a persona as a table; its third column is there only if something is shown."""

    title: str
    note: str
    heads: tuple[str, ...]
    rows: tuple[FacetRow, ...]


@dataclass(frozen=True, slots=True)
class ItemList:
    """A titled list; without a mark its items read as paragraphs."""

    title: str
    items: tuple[str, ...]
    mark: Mark = ""
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Lists:
    """Titled lists that stand side by side."""

    lists: tuple[ItemList, ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """How a persona speaks."""

    title: str
    tone: str
    lines: tuple[str, ...]
    avoid: ItemList
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a lived experience; `hinders` marks the barrier."""

    label: str
    text: str
    hinders: bool = False


@dataclass(frozen=True, slots=True)
class Story:
    """A lived experience as a row of steps, and who has lived it too.

    `subject` is what a comment on it is about.
    """

    title: str
    note: str
    steps: tuple[Step, ...]
    shared_with: tuple[Figure, ...] = ()
    own_words: str = ""
    subject: str = ""
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Stories:
    """The lived experiences of a persona."""

    title: str
    stories: tuple[Story, ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """A scene that moved a persona, with the number it has in the square."""

    label: str
    lead: str
    text: str
    place: Place | None = None
    key: str = ""
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Square:
    """The words of the belonging square: its places row by row from the top, and its axes."""

    places: tuple[str, ...]
    caption: str


@dataclass(frozen=True, slots=True)
class Companion:
    """Somebody the persona has to do with."""

    figure: Figure
    text: str
    key: str = ""
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Arc:
    """Where a persona stands at the start and the end, what turned it, and the people around.

    `changed` is about start and end alone.
    """

    title: str
    turns_title: str
    people_title: str
    square: Square | None
    summary: str
    start: Place | None = None
    end: Place | None = None
    turns: tuple[Turn, ...] = ()
    people: tuple[Companion, ...] = ()
    changed: bool = False


@dataclass(frozen=True, slots=True)
class SceneRow:
    """A scene the persona is in."""

    number: int
    title: str
    part: str
    setting: str
    key: str = ""
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Scenes:
    """The scenes of a persona as a table."""

    title: str
    note: str
    heads: tuple[str, str, str, str]
    rows: tuple[SceneRow, ...]


@dataclass(frozen=True, slots=True)
class PoseFigure:
    """One way to show a persona."""

    label: str
    figure: Figure | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Appearance:
    """What a persona looks like, for media developers."""

    title: str
    description: str
    poses: tuple[PoseFigure, ...]
    alt_title: str
    alt_length: str
    alt_text: str
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Notes:
    """A section of plain paragraphs."""

    title: str
    text: str
    changed: bool = False


@dataclass(frozen=True, slots=True)
class ChangeList:
    """What is otherwise than in an earlier issue, as (what, how); `key` says so in short."""

    title: str
    note: str
    key: str
    lines: tuple[Pair, ...]


Section = (
    Quote | Identity | Lists | Voice | Stories | Arc | Scenes | Appearance | Notes | ChangeList
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything one persona sheet says; `changed` names parts of its head."""

    id: str
    name: str
    figure: Figure
    called: tuple[str, ...] = ()
    job: str = ""
    brief: str = ""
    glance: tuple[Pair, ...] = ()
    front: tuple[Section, ...] = ()
    back: tuple[Section, ...] = ()
    status: str = ""
    nothing: str = ""
    changed: tuple[HeadPart, ...] = ()


@dataclass(frozen=True, slots=True)
class WallCard:
    """One person on the cast wall; `part` is what they do in the story."""

    id: str
    figure: Figure
    name: str
    called: str
    job: str
    brief: str
    part: str


@dataclass(frozen=True, slots=True)
class Wall:
    """All people of a cast beside each other, drawn at one scale."""

    title: str
    lead: str
    note: str
    cards: tuple[WallCard, ...]


@dataclass(frozen=True, slots=True)
class MapSheet:
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


@dataclass(frozen=True, slots=True)
class PortraitSheet:
    """One portrait that stands alone; as a picture it is so many pixels wide and high."""

    figure: Figure
    pixels: int


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells with one head, for spreadsheets; `title` names it among several."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Outline:
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
