"""What commands print: Rich tables on a terminal, plain lines in a pipe, JSON when asked."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import typer
from pydantic import BaseModel

INDENT = "  "


def say(text: str) -> None:
    """Print one line of text, whatever characters it holds."""
    typer.echo(_harmless(text))


def complain(text: str) -> None:
    """Print one line of what went wrong where errors go, beside what could be answered."""
    typer.echo(_harmless(f"personamap: {text}"), err=True)


def say_json(answer: BaseModel) -> None:
    """Print an answer as JSON."""
    typer.echo(answer.model_dump_json(indent=2))


def say_table(title: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print a table; nothing when it has no rows."""
    if not rows:
        return
    cells = [[_harmless(cell) for cell in row] for row in rows]
    if sys.stdout.isatty():
        _say_rich_table(title, columns, cells)
        return
    say(title)
    widths = [max(len(cell) for cell in column) for column in zip(columns, *cells, strict=True)]
    for row in (columns, *cells):
        padded = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        say(INDENT + INDENT.join(padded).rstrip())


@contextmanager
def shown_progress(label: str) -> Iterator[Callable[[int, int], None]]:
    """Show on a terminal how much of some work is done; hand out what the work tells it to."""
    if not sys.stderr.isatty():
        yield lambda _done, _total: None
        return
    # Only somebody at a terminal waits for Rich to load.
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(label, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def _say_rich_table(title: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    # Only somebody at a terminal waits for Rich to load.
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(title=Text(title), title_justify="left", box=SIMPLE_HEAD)
    for column in columns:
        table.add_column(column)
    for row in rows:
        # Text, not str: a name with brackets is no markup.
        table.add_row(*(Text(cell) for cell in row))
    Console().print(table)


def _harmless(text: str) -> str:
    """Return `text` on one line and without what would steer a terminal."""
    return "".join(_shown(character) for character in text)


def _shown(character: str) -> str:
    if character in "\r\n\t":
        return " "
    steers = unicodedata.category(character) in {"Cc", "Cs"}
    return "\N{REPLACEMENT CHARACTER}" if steers else character
