"""The dictionaries of this computer, as Enchant finds them; none where Enchant is not there."""

from __future__ import annotations

from functools import lru_cache
from threading import Lock
from typing import Any

from PySide6.QtCore import QLocale

_MOST_SUGGESTIONS = 5
_REMEMBERED = 20_000
_ONE_BY_ONE = Lock()


class Dictionary:
    """Knows the words of one language."""

    def __init__(self, words: Any) -> None:
        self._words = words
        # Every change asks again about all words around it.
        self.knows = lru_cache(_REMEMBERED)(self._knows)

    def suggestions(self, word: str) -> list[str]:
        """Return what may have been meant, the likeliest first."""
        return list(self._words.suggest(word))[:_MOST_SUGGESTIONS]

    def _knows(self, word: str) -> bool:
        return bool(self._words.check(word))


def dictionaries_there() -> list[str]:
    """Return the tags of all dictionaries that can be used, such as `de_DE`."""
    # Who waits for an import that fails in another thread is handed a module without its inside.
    with _ONE_BY_ONE:
        try:
            import enchant
        except ImportError:  # also where the package is there and the library it needs is not
            return []
    return sorted(enchant.list_languages())


@lru_cache
def dictionary_of(language: str) -> Dictionary | None:
    """Return the dictionary for a BCP 47 tag; a bare language is spelled as where most speak it."""
    tag = _tag(language.replace("-", "_"), dictionaries_there())
    if tag is None:
        return None
    import enchant

    return Dictionary(enchant.Dict(tag))


def _tag(language: str, there: list[str]) -> str | None:
    bare = language.partition("_")[0]
    wanted = (language, QLocale(language).name(), bare)
    regional = (tag for tag in there if tag.partition("_")[0] == bare)
    return next((tag for tag in wanted if tag in there), next(regional, None))
