"""Elements that say a text, and in which language where it runs against the page."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from personamap.exporters.direction import language_of
from personamap.exporters.html.markup import Markup, tag

Say = Callable[..., Markup]
"""Returns an element of a name with a text, and its attributes by name."""


def sayer(*, rtl: bool) -> Say:
    """Return what makes the elements of a page that runs from right to left, or does not."""
    return partial(_said, rtl)


def _said(rtl: bool, name: str, text: str, /, **attributes: str | bool) -> Markup:
    return tag(name, text, lang=language_of(text, rtl=rtl), **attributes)
