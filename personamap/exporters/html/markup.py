"""Writing HTML so that no text of an author can become anything but text."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

_VOID = frozenset(("meta", "img", "br", "hr", "input"))


class Markup(str):
    """HTML that is finished; a plain string is escaped wherever it is put in."""

    __slots__ = ()


def tag(name: str, /, *inside: str | Iterable[str], **attributes: str | bool) -> Markup:
    """Return an element; `class_` and `for_` lose their underscore, others turn it to a dash."""
    said = "".join(_attribute(key, value) for key, value in attributes.items())
    if name in _VOID:
        return Markup(f"<{name}{said}>")
    return Markup(f"<{name}{said}>{joined(*inside)}</{name}>")


def joined(*inside: str | Iterable[str]) -> Markup:
    """Return pieces one after the other, each escaped unless it is finished."""
    return Markup("".join(_written(piece) for piece in inside))


def _written(piece: str | Iterable[str]) -> str:
    if isinstance(piece, Markup):
        return piece
    if isinstance(piece, str):
        return escape(piece.replace("\0", "\ufffd"), quote=False)
    return "".join(map(_written, piece))


def _attribute(key: str, value: str | bool) -> str:
    if value is False or value == "":
        return ""
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{escape(value)}"'
