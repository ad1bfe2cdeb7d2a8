"""What can still be read of a damaged `project.json`.

Its writer puts one fact on a line and indents it by where it belongs, so the items of the
project can be told apart by their lines and read one by one. Of an item with a line that
cannot be read, only what stands before that line counts: what follows might be about
somebody else.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import orjson
from msgspec import Struct, field

from personamap.domain.project import Project
from personamap.storage.migrations import FORMAT, Raw
from personamap.storage.salvaging.item import first_facts
from personamap.storage.strict_json import NotStrictJson, read_json

_FORMAT = re.compile(rb'^  "format": (\d{1,9}),\r?$', re.MULTILINE)
_PART = re.compile(rb'    "([a-z_]+)": (.+?),?')
_ITEM, _ITEM_END = b"      {", (b"      }", b"      },")
_OBJECT_END = (b"    }", b"    },")


class ReadText(Struct, frozen=True):
    """The raw project, as far as it could be read.

    `skipped` counts the items of each part of which nothing could be read, `partial` names
    the places (part, position) of those of which only a beginning could. `broke_off` is the
    part in which the text ended too early, if it did.
    """

    raw: Raw
    written_in: int = FORMAT
    skipped: Mapping[str, int] = field(default_factory=dict)
    partial: frozenset[tuple[str, int]] = frozenset()
    broke_off: str = ""


def read_text(text: bytes) -> ReadText:
    """Return what `text` says: all of it where that can be read, else its items one by one."""
    text = text.removeprefix(b"\xef\xbb\xbf")
    try:
        return _from_envelope(read_json(text))
    except NotStrictJson:
        read = _from_lines(text)
        return read if read.raw else _loosely(text)


def _loosely(text: bytes) -> ReadText:
    """Read JSON that is laid out in another way and only breaks a rule others do not have."""
    try:
        return _from_envelope(orjson.loads(text))
    except (ValueError, RecursionError):
        return ReadText({})


def _from_envelope(envelope: object) -> ReadText:
    match envelope:
        case {"format": int(written), "project": dict(raw)} if written >= 1:
            return ReadText(raw, written)
        case {"project": dict(raw)}:
            return ReadText(raw)
    return ReadText({})


def _from_lines(text: bytes) -> ReadText:
    reading = _Reading()
    written = _FORMAT.search(text[:1000])
    for line in text.split(b"\n"):
        reading.take(line.rstrip(b"\r"))
    reading.end_item()
    return ReadText(
        raw=reading.raw,
        written_in=max(1, int(written[1])) if written else FORMAT,
        skipped=reading.skipped,
        partial=frozenset(reading.partial),
        broke_off=reading.part,
    )


class _Reading:
    """Goes through the lines of a project and puts what they say into `raw`."""

    def __init__(self) -> None:
        self.raw: Raw = {}
        self.part = ""
        self.skipped: Counter[str] = Counter()
        self.partial: set[tuple[str, int]] = set()
        self._item: list[bytes] = []

    def take(self, line: bytes) -> None:
        """Take in the next line."""
        begun = _PART.fullmatch(line)
        if begun is not None and begun[1].decode() in Project.model_fields:
            self._begin_part(begun[1].decode(), begun[2])
        elif line == b"  },":
            self.end_item()
            self.part = ""
        elif self._item and line in (_OBJECT_END if self._is_object else _ITEM_END):
            self._item.append(line)
            self.end_item()
        elif line == _ITEM and self.part and not self._is_object:
            self.end_item()
            self._item = [line]
        elif self._item:
            self._item.append(line)

    def end_item(self) -> None:
        """Read the lines of an item, now that there are no more of them."""
        lines, self._item = self._item, []
        if not lines:
            return
        item, is_whole = _read_item(lines)
        if item is None:
            self.skipped[self.part] += 1
            return
        place = 0
        if self._is_object:
            self.raw[self.part] = item
        else:
            place = len(self.raw[self.part])
            self.raw[self.part].append(item)
        if not is_whole:
            self.partial.add((self.part, place))

    @property
    def _is_object(self) -> bool:
        return not isinstance(self.raw.get(self.part), list)

    def _begin_part(self, part: str, content: bytes) -> None:
        self.end_item()
        self.part = part
        if content == b"[":
            self.raw.setdefault(part, [])
        elif content == b"{":
            self._item = [b"    {"]
        else:
            for value in _scalar(content):
                self.raw[part] = value


def _read_item(lines: list[bytes]) -> tuple[Raw | None, bool]:
    try:
        item = read_json(b"\n".join(lines).rstrip(b","))
    except NotStrictJson:
        item = first_facts(lines)
        return item or None, False
    return (item, True) if isinstance(item, dict) else (None, False)


def _scalar(content: bytes) -> Iterator[Any]:
    try:
        yield orjson.loads(content)
    except ValueError:
        return
