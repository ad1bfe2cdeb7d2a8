"""The first facts of an item whose lines cannot be read to the end."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import orjson

from personamap.storage.migrations import Raw

_LINE = re.compile(rb'( *)(?:("(?:[^"\\]|\\.)*"): )?(.+?),?')
_WHOLE = {b"{": b"{}", b"[": b"[]"}
_STEP = 2


def first_facts(lines: Iterable[bytes]) -> Raw:
    """Return what the lines of one object say up to the first that fits no more."""
    item = _Item()
    for line in lines:
        if not item.take(line):
            break
    return item.root


class _Item:
    """An object that is being built from lines, each indented by where it belongs."""

    def __init__(self) -> None:
        self.root: Raw = {}
        self._open: list[Any] = []
        self._outside = 0

    def take(self, line: bytes) -> bool:
        """Put in what a line says; tell whether that was possible."""
        said = _LINE.fullmatch(line)
        if said is None:
            return False
        indent, key, content = len(said[1]), said[2], said[3]
        if not self._open:
            self._outside, self._open = indent, [self.root]
            return content == b"{"
        if content in (b"}", b"]"):
            self._open.pop()
            return bool(self._open) and indent == self._indent
        return indent == self._indent and self._put(key, content)

    @property
    def _indent(self) -> int:
        """How far the next fact is indented."""
        return self._outside + _STEP * len(self._open)

    def _put(self, key: bytes | None, content: bytes) -> bool:
        try:
            name = orjson.loads(key) if key else None
            value = orjson.loads(_WHOLE.get(content, content))
        except ValueError:
            return False
        inside = self._open[-1]
        if isinstance(inside, dict) != (name is not None):
            return False
        if isinstance(inside, list):
            inside.append(value)
        elif inside and name <= next(reversed(inside)):
            return False  # Keys stand in order: this one is about another item.
        else:
            inside[name] = value
        if content in _WHOLE:
            self._open.append(value)
        return True
