"""Translation of what people read, without Qt.

`_` translates now, `plural` chooses between one and many, and `in_digits`
writes a count as the language does. `N_` and `N_plural` mark what is
translated where it is shown. The texts in the code are English; every
other language has a catalogue in `resources/locale/`.
"""

from __future__ import annotations

import gettext
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

from typing_extensions import override

from personamap.resources import resource

ENGLISH = "en"
MIRRORED_PSEUDO_LANGUAGE = "qps-plocm"
"""Shows every text in brackets, from right to left: what has none cannot be translated."""

_RIGHT_TO_LEFT_MARK = "\u200f"
_DOMAIN = "personamap"
_RIGHT_TO_LEFT = ("ar", "fa", "he", "ur", MIRRORED_PSEUDO_LANGUAGE)
_LARGE_NOUNS = ("de",)
_ASKED = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


class _PseudoTranslations(gettext.NullTranslations):
    @override
    def gettext(self, message: str) -> str:
        return f"{_RIGHT_TO_LEFT_MARK}⟦{message}⟧"

    @override
    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


Spoken = tuple[str, gettext.NullTranslations]

_program: list[Spoken] = [(ENGLISH, gettext.NullTranslations())]
_for_now: ContextVar[Spoken | None] = ContextVar("for_now", default=None)


def use_languages(wanted: Iterable[str]) -> None:
    """Translate into the first of the `wanted` that is there; English is, and the last resort."""
    found = (_translations(language.replace("-", "_")) for language in wanted)
    _program[0] = next(filter(None, found), (ENGLISH, gettext.NullTranslations()))


@contextmanager
def speaking(wanted: str) -> Iterator[None]:
    """Translate into another language meanwhile, on this thread, where it is there.

    A document speaks the language of its course, whatever the program speaks.
    """
    before = _for_now.set(_translations(wanted.replace("-", "_")) or _spoken())
    try:
        yield
    finally:
        _for_now.reset(before)


def _spoken() -> Spoken:
    return _for_now.get() or _program[0]


def _translations(language: str) -> Spoken | None:
    if language.replace("_", "-") == MIRRORED_PSEUDO_LANGUAGE:
        return MIRRORED_PSEUDO_LANGUAGE, _PseudoTranslations()
    if language.partition("_")[0] == ENGLISH:
        return ENGLISH, gettext.NullTranslations()
    found = gettext.find(_DOMAIN, resource("locale"), [language])
    if found is None:
        return None
    return Path(found).parents[1].name, gettext.translation(_DOMAIN, resource("locale"), [language])


def language() -> str:
    """Return the language that is spoken, such as `en` or `de`."""
    return _spoken()[0]


def is_right_to_left() -> bool:
    """Tell whether the language that is spoken is read from right to left."""
    return language().partition("_")[0] in _RIGHT_TO_LEFT


def languages_there() -> dict[str, str]:
    """Return all languages the program speaks with their own names, English first."""
    files = sorted(resource("locale").glob(f"*/LC_MESSAGES/{_DOMAIN}.mo"))
    names = {ENGLISH: "English"}
    for name in (file.parents[1].name for file in files):
        names[name] = gettext.translation(_DOMAIN, resource("locale"), [name]).gettext(_OWN_NAME)
    return names


def languages_of_environment(environment: Mapping[str, str] = os.environ) -> list[str]:
    """Return what the environment asks for, best first, as gettext reads it."""
    said = next((environment[name] for name in _ASKED if environment.get(name)), "")
    bare = (wish.partition(".")[0].partition("@")[0] for wish in said.split(":"))
    return [wish for wish in bare if wish not in ("", "C", "POSIX")]


def _(text: str) -> str:
    """Translate now."""
    return _spoken()[1].gettext(text) if text else ""


def N_(text: str) -> str:
    """Mark for translation; whoever shows the text calls `_`."""
    return text


_OWN_NAME = N_("The name of this language in itself")
"""In German it is “Deutsch”. It is not “English”, which is also what people in a cast speak."""


def N_plural(one: str, many: str) -> tuple[str, str]:
    """Mark the two forms of a count; whoever shows it gives them to `plural`."""
    return one, many


def plural(one: str, many: str, count: int) -> str:
    """Translate and choose the form for `count`, with `{count}` filled in."""
    return _spoken()[1].ngettext(one, many, count).format(count=in_digits(count))


def within(noun: str) -> str:
    """Return what something is called as it stands within a sentence: German nouns stay large."""
    return noun if language().partition("_")[0] in _LARGE_NOUNS else noun.lower()


def in_digits(count: int) -> str:
    """Return a count as the language groups its digits: 12,345, 12.345 or 12 345 (CLDR)."""
    if abs(count) < 1000 or language() in (ENGLISH, MIRRORED_PSEUDO_LANGUAGE):
        return f"{count:,}"
    return _number("", count)


def in_decimals(number: float, places: int = 2) -> str:
    """Return a fraction to so many places, with the sign the language has for it: 0.25 or 0,25."""
    if language() in (ENGLISH, MIRRORED_PSEUDO_LANGUAGE):
        return f"{number:.{places}f}"
    return _number(f", ::.{'0' * places}", number)


def _number(shape: str, number: float) -> str:
    # Loaded for other languages only.
    from icu4py.messageformat import MessageFormat

    return str(MessageFormat(f"{{count, number{shape}}}", language()).format({"count": number}))
