"""CSV and TSV of any size, counted in one pass that holds one block and some usual lines of it.

In a table about people most lines stand there many times, so whole lines
are counted first and only different ones are taken apart: faster than an
engine that reads every cell. Where lines differ, as with a column of
names, each is cut to the wanted columns before it is counted. From the
first quotation mark on, the reader of the standard library takes over,
because lines may then end inside a cell.
"""

from __future__ import annotations

import codecs
import csv
import io
import itertools
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from operator import itemgetter
from pathlib import Path
from typing import Any, BinaryIO

from msgspec import Struct

from personamap.domain.columns import unguarded
from personamap.errors import TableRefused
from personamap.i18n import _
from personamap.importers.audience.rows import (
    Counts,
    Progress,
    Wanted,
    WordLimit,
    Words,
    headings,
    places_of,
)
from personamap.importers.delimited import (
    announced_separator,
    is_too_long,
    sniffed_separator,
    unpaired_quotes,
)

_SAMPLE_BYTES = 256 * 1024
_BLOCK_BYTES = 4 * 1024 * 1024
_LONGEST_LINE = 4 * 1024 * 1024
_LINES_A_TURN = 50_000
_MOST_REMEMBERED = 65_536
"""So many different lines are kept in memory, to be taken apart once however often they come."""
_MANY_NEW = 0.5
"""The share of new lines in a block from which on lines are cut before they are counted."""


class _Layout(Struct, frozen=True):
    encoding: str
    separator: str
    heading: Words
    start: int


class TextRows:
    """One text table on disk."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._total = path.stat().st_size
        with path.open("rb") as stream:
            self._sample = stream.read(_SAMPLE_BYTES)
        self._layout = _layout_of(path.name, self._sample)

    def sample(self, most: int) -> tuple[Words, Sequence[Words]]:
        """Return the headings and the first rows."""
        layout = self._layout
        text = self._sample[layout.start :].decode(layout.encoding, "replace")
        if self._total > len(self._sample):
            text = text.rpartition("\n")[0]
        rows = csv.reader(io.StringIO(text, newline="\n"), delimiter=layout.separator)
        try:
            return layout.heading, [tuple(row) for row in itertools.islice(rows, most) if any(row)]
        except csv.Error as error:
            raise TableRefused(self._path.name, _why_no_cells(error)) from error

    def count(self, wanted: Wanted, progress: Progress) -> Counts:
        """Go through the file once."""
        places = places_of(self._path.name, self._layout.heading, wanted)
        counter = _Counter(self._path.name, self._layout, places, wanted)
        with self._path.open("rb") as stream:
            stream.seek(self._layout.start)
            counter.count(stream, lambda: progress(min(stream.tell(), self._total), self._total))
        return counter.counts


class _Counter:
    """Counts lines by the cells of the wanted columns.

    `_lines` holds lines that are not taken apart yet: whole ones or, once
    whole ones turned out to differ, lines cut to the wanted cells.
    """

    def __init__(self, table: str, layout: _Layout, places: Sequence[int], wanted: Wanted) -> None:
        self.counts: Counter[Words] = Counter()
        self._table, self._layout = table, layout
        self._mark = layout.separator.encode()
        self._blank = b" \t\r" + self._mark
        self._wanted = tuple(places)
        self._pick = _picker(self._wanted)
        self._limit = WordLimit(table, wanted)
        self._lines: Counter[bytes] = Counter()
        self._cutting = False

    def count(self, stream: BinaryIO, turn: Callable[[], None]) -> None:
        """Count block by block for as long as no cell is quoted."""
        while block := stream.read(_BLOCK_BYTES):
            block += self._line(stream)
            if b'"' in block:
                lines = itertools.chain(io.BytesIO(block), iter(partial(self._line, stream), b""))
                self._count_quoted(map(self._text, lines), turn)
                break
            self._count_lines(block.removesuffix(b"\n").split(b"\n"))
            turn()
        self._take_apart()

    def _line(self, stream: BinaryIO) -> bytes:
        line = stream.readline(_LONGEST_LINE + 1)
        if len(line) > _LONGEST_LINE:
            raise TableRefused(self._table, _endless_line())
        return line

    def _count_lines(self, lines: list[bytes]) -> None:
        if self._cutting:
            lines = self._cut([line for line in lines if line.strip(self._blank)])
        known = len(self._lines)
        self._lines.update(lines)
        differ = len(self._lines) - known > _MANY_NEW * len(lines)
        if differ or len(self._lines) > _MOST_REMEMBERED:
            self._take_apart()
            self._cutting |= differ

    def _take_apart(self) -> None:
        """Count the lines held so far by their cells, and let go of them."""
        places = range(len(self._wanted)) if self._cutting else self._wanted
        counts: Counter[Words] = Counter()
        for line, people in self._lines.items():
            if self._cutting or line.strip(self._blank):
                counts[_cells(self._text(line).split(self._layout.separator), places)] += people
        self._lines.clear()
        self._add(counts)

    def _cut(self, lines: list[bytes]) -> list[bytes]:
        """Return of each line the wanted cells alone."""
        mark, pick = self._mark, self._pick
        try:
            return [mark.join(pick(line.split(mark))) for line in lines]
        except IndexError:  # a line with fewer cells than the heading
            short = [b""] * (max(self._wanted) + 1)
            full = (line.rstrip(b"\r").split(mark) + short for line in lines)
            return [mark.join(pick(cells)) for cells in full]

    def _count_quoted(self, lines: Iterable[str], turn: Callable[[], None]) -> None:
        reader = csv.reader(lines, delimiter=self._layout.separator)
        try:
            while rows := list(itertools.islice(reader, _LINES_A_TURN)):
                self._add(Counter(_cells(row, self._wanted) for row in rows if _is_filled(row)))
                turn()
        except csv.Error as error:
            raise TableRefused(self._table, _why_no_cells(error)) from error

    def _add(self, counts: Counter[Words]) -> None:
        self._limit.check(counts)
        self.counts.update(counts)

    def _text(self, line: bytes) -> str:
        return _text(line, self._layout.encoding)


def _text(line: bytes, encoding: str) -> str:
    try:
        return line.decode(encoding)
    except UnicodeDecodeError:
        return line.decode("cp1252", "replace")


def _picker(places: Sequence[int]) -> Callable[[list[bytes]], Iterable[bytes]]:
    if len(places) > 1:
        pick: Callable[[list[bytes]], Any] = itemgetter(*places)
        return pick
    return lambda cells: (cells[places[0]],)


def _is_filled(row: Sequence[str]) -> bool:
    return any(map(str.strip, row))


def _cells(row: Sequence[str], places: Sequence[int]) -> Words:
    """Return the wanted cells of a row, which may be shorter than the heading."""
    return tuple(unguarded(row[place]).strip() if place < len(row) else "" for place in places)


def _layout_of(name: str, sample: bytes) -> _Layout:
    """Find out how a text table is written, and where its rows begin."""
    start = len(codecs.BOM_UTF8) if sample.startswith(codecs.BOM_UTF8) else 0
    encoding = _encoding_of(sample)
    text = sample[start:].decode(encoding, "replace")
    if not text.strip() or "\0" in text:
        raise TableRefused(name, _("it holds no text. Save your table as CSV or XLSX."))
    announced, rest = announced_separator(text)
    separator = announced or sniffed_separator(rest)
    lines = io.StringIO(text, newline="\n")
    reader = csv.reader(lines, delimiter=separator)
    try:
        heading = next(row for row in reader if any(map(str.strip, row)) and not _announces(row))
    except csv.Error as error:
        raise TableRefused(name, _why_no_cells(error)) from error
    except StopIteration as error:
        raise TableRefused(name, _("it is empty. Put headings in the first row.")) from error
    for _line in range(reader.line_num):
        start = sample.index(b"\n", start) + 1 if b"\n" in sample[start:] else len(sample)
    return _Layout(encoding, separator, headings(name, heading), start)


def _why_no_cells(error: csv.Error) -> str:
    return _endless_line() if is_too_long(error) else unpaired_quotes()


def _endless_line() -> str:
    return _(
        "it has a cell or a line of millions of letters. "
        "Save it anew as CSV, with each person on a line of their own."
    )


def _encoding_of(sample: bytes) -> str:
    """Take a text for UTF-8 unless that is impossible; a letter cut off at the end is not."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _announces(row: Sequence[str]) -> bool:
    return bool(row) and row[0].startswith("sep=")
