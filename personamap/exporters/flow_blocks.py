"""The plain blocks of which everything is made that runs from top to bottom."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from personamap.exporters.figure import Figure

Mark = Literal["", "check", "cross", "dot"]
TextRole = Literal["body", "lead", "note", "quote", "strong"]
NOTHING = "–"
"""Stands in a cell that says nothing, so that it is heard as empty."""


class LabelText(str):
    """A text by the program and not by an author: in a course of another language it says so."""

    __slots__ = ()


class Heading(Struct, frozen=True):
    """The start of a part; `level` 1 is a person or the whole report.

    `key` names the place, `subject` what a comment here is about.
    """

    level: int
    text: str
    key: str = ""
    subject: str = ""


class Words(Struct, frozen=True):
    """One text; its lines are paragraphs."""

    text: str
    role: TextRole = "body"

    @property
    def lines(self) -> tuple[str, ...]:
        """Its paragraphs, each a label where the whole is one."""
        return tuple(map(type(self.text), filter(None, map(str.strip, self.text.split("\n")))))


class Items(Struct, frozen=True):
    """A list; `mark` says of each whether it is to be done or left."""

    items: tuple[str, ...]
    mark: Mark = ""


class Grid(Struct, frozen=True):
    """A table with one row of heads; the first cell of a row names it.

    `subjects` are what comments on its rows are about, where they can be made.
    """

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    subjects: tuple[str, ...] = ()


class Face(Struct, frozen=True):
    """The portrait of a person, with its alternative text."""

    figure: Figure


Block = Heading | Words | Items | Grid | Face


class Chapter(Struct, frozen=True):
    """A titled part of a longer document; `key` is where links to it lead."""

    key: str
    title: str
    lead: str
    blocks: tuple[Block, ...]


class Bible(Struct, frozen=True):
    """What stands before and after the sheets in a character bible."""

    before: tuple[Chapter, ...]
    after: tuple[Chapter, ...]
