"""How work that takes long learns that nobody waits for it any more.

Whoever starts such work says how to ask; the work asks between its steps, be they checks, people
or pages. Where nobody has said so, it goes on to its end. What writes files asks only while none
of them stands at its place yet.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

from typing_extensions import Buffer, override

T = TypeVar("T")


def _always() -> None:
    """Go on: nobody can change their mind."""


_ask: ContextVar[Callable[[], object]] = ContextVar("ask", default=_always)


@contextmanager
def stoppable(ask: Callable[[], object]) -> Iterator[None]:
    """Do the work inside so that it stops where `ask` raises."""
    before = _ask.set(ask)
    try:
        yield
    finally:
        _ask.reset(before)


def go_on() -> None:
    """Return while the work is wanted; else whatever `ask` raises ends it here."""
    _ask.get()()


def each(steps: Iterable[T]) -> Iterator[T]:
    """Yield one step after another while the work is wanted."""
    ask = _ask.get()
    for step in steps:
        ask()
        yield step


class StoppableBytes(io.BytesIO):
    """What a library writes a large file into in one go; each part of it asks."""

    @override
    def write(self, part: Buffer, /) -> int:
        """Take a part of the file while it is wanted."""
        go_on()
        return super().write(part)
