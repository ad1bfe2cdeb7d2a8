"""How findings put numbers and names into sentences."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

from msgspec import Struct

from personamap.i18n import N_, _, in_digits, plural

MOST_NAMED = 4


class Counted(Struct, frozen=True):
    """A number and the word behind it, in the two forms that English has for it."""

    one: str
    many: str
    count: int


Words = str | int | tuple[str, ...] | Counted
"""What fills a hole of a message: a word, a count, a count with its word, or several names."""

_NEWCOMER = N_("the new person")
_NEWCOMERS = N_("new person {number}")


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
    """Return a marked message in the reader's language with its holes filled.

    A name from right to left does not turn the sentence around that it begins.
    """
    return _begun(_(message).format(**{name: _worded(value) for name, value in values.items()}))


def set_apart(text: str) -> str:
    """Return `text` so that a sentence around it keeps its order (UAX #9, isolates).

    Only what has letters from right to left needs it: a number behind it
    would otherwise be read as part of it.
    """
    runs_left = any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in text)
    return f"\u2068{text}\u2069" if runs_left else text


def newcomer_name(place: int, newcomers: int) -> str:
    """Return what a change would call somebody it adds, who has no name yet."""
    return _(_NEWCOMER) if newcomers == 1 else _(_NEWCOMERS).format(number=place + 1)


def _begun(text: str) -> str:
    """Return `text` with a capital where a sentence begins with somebody new."""
    openings = "|".join(re.escape(_(name).split("{")[0]) for name in (_NEWCOMER, _NEWCOMERS))
    return re.sub(rf"(?:^|(?<=[.?!] ))(?:{openings})", _capitalised, text)


def _capitalised(found: re.Match[str]) -> str:
    return found[0][:1].upper() + found[0][1:]


def _rest(names: Sequence[str], most: int) -> int:
    return len(names) - most + 1


def _worded(value: Words) -> str:
    if isinstance(value, tuple):
        return listed([set_apart(name) for name in value])
    if isinstance(value, Counted):
        return plural(value.one, value.many, value.count)
    return in_digits(value) if isinstance(value, int) else set_apart(value)
