"""What a persona sheet consists of, worded: its head, and the sections that follow it."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from personamap.domain.persona import Place
from personamap.exporters.figure import Figure
from personamap.exporters.flow_blocks import Mark

HeadPart = Literal["portrait", "name", "called", "job", "brief"]


class Pair(Struct, frozen=True):
    """A label and what stands beside it; `is_summary` tells that the sheet says more of it."""

    label: str
    text: str
    is_summary: bool = False
    changed: bool = False


class Quote(Struct, frozen=True):
    """A section with one text in the person's own voice."""

    title: str
    text: str
    changed: bool = False


class FacetRow(Struct, frozen=True):
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


class Identity(Struct, frozen=True):
    """The facets of a persona as a table; its third column is there only if something is shown."""

    title: str
    note: str
    heads: tuple[str, ...]
    rows: tuple[FacetRow, ...]


class ItemList(Struct, frozen=True):
    """A titled list; without a mark its items read as paragraphs."""

    title: str
    items: tuple[str, ...]
    mark: Mark = ""
    changed: bool = False


class Lists(Struct, frozen=True):
    """Titled lists that stand side by side."""

    lists: tuple[ItemList, ...]


class Voice(Struct, frozen=True):
    """How a persona speaks."""

    title: str
    tone: str
    lines: tuple[str, ...]
    avoid: ItemList
    changed: bool = False


class Step(Struct, frozen=True):
    """One step of a lived experience; `hinders` marks the barrier."""

    label: str
    text: str
    hinders: bool = False


class Story(Struct, frozen=True):
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


class Stories(Struct, frozen=True):
    """The lived experiences of a persona."""

    title: str
    stories: tuple[Story, ...]


class Turn(Struct, frozen=True):
    """A scene that moved a persona, with the number it has in the square."""

    label: str
    lead: str
    text: str
    place: Place | None = None
    key: str = ""
    changed: bool = False


class Square(Struct, frozen=True):
    """The words of the belonging square: its places row by row from the top, and its axes."""

    places: tuple[str, ...]
    caption: str


class Companion(Struct, frozen=True):
    """Somebody the persona has to do with."""

    figure: Figure
    text: str
    key: str = ""
    changed: bool = False


class Arc(Struct, frozen=True):
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


class SceneRow(Struct, frozen=True):
    """A scene the persona is in."""

    number: int
    title: str
    part: str
    setting: str
    key: str = ""
    changed: bool = False


class Scenes(Struct, frozen=True):
    """The scenes of a persona as a table."""

    title: str
    note: str
    heads: tuple[str, str, str, str]
    rows: tuple[SceneRow, ...]


class PoseFigure(Struct, frozen=True):
    """One way to show a persona."""

    label: str
    figure: Figure | None
    note: str = ""


class Appearance(Struct, frozen=True):
    """What a persona looks like, for media developers."""

    title: str
    description: str
    poses: tuple[PoseFigure, ...]
    alt_title: str
    alt_length: str
    alt_text: str
    changed: bool = False


class Notes(Struct, frozen=True):
    """A section of plain paragraphs."""

    title: str
    text: str
    changed: bool = False


class ChangeList(Struct, frozen=True):
    """What is otherwise than in an earlier issue, as (what, how); `key` says so in short."""

    title: str
    note: str
    key: str
    lines: tuple[Pair, ...]


Section = (
    Quote | Identity | Lists | Voice | Stories | Arc | Scenes | Appearance | Notes | ChangeList
)


class Sheet(Struct, frozen=True):
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
