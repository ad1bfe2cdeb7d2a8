"""How findings put numbers and names into sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from personamap.i18n import _, plural

MOST_NAMED = 4


@dataclass(frozen=True, slots=True)
class Counted:
    """A number and the word behind it, in the two forms that English has for it."""

    one: str
    many: str
    count: int


Words = str | int | tuple[str, ...] | Counted
"""What fills a hole of a message: a word, a count, a count with its word, or several names."""


def listed(names: Sequence[str], most: int = MOST_NAMED) -> str:
    """Return `names` as one phrase, the first few by name and the rest as a number."""
    if not names:
        return ""
    if len(names) > most:
        shown, last = names[: most - 1], plural("{count} more", "{count} more", _rest(names, most))
    else:
        shown, last = names[:-1], names[-1]
    if not shown:
        return last
    return _("{names} and {last}").format(names=_(", ").join(shown), last=last)


def filled(message: str, values: Mapping[str, Words]) -> str:
    """Return a marked message in the reader's language with its holes filled."""
    return _(message).format(**{name: _worded(value) for name, value in values.items()})


def _rest(names: Sequence[str], most: int) -> int:
    return len(names) - most + 1


def _worded(value: Words) -> str:
    if isinstance(value, tuple):
        return listed(value)
    if isinstance(value, Counted):
        return plural(value.one, value.many, value.count)
    return f"{value:,}" if isinstance(value, int) else value
