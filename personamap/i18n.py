"""Translation of what people read, without Qt.

`_` translates now, `N_` marks a text whose translation happens where it
is shown, and `plural` chooses between one and many.
"""

from __future__ import annotations

import gettext
from collections.abc import Sequence

from personamap.resources import resource

_catalogue: list[gettext.NullTranslations] = [gettext.NullTranslations()]
_languages: list[str] = []


def use_languages(wanted: Sequence[str]) -> None:
    """Translate into the first of the `wanted` that has a catalogue, else stay in English."""
    _languages[:] = wanted
    _catalogue[0] = gettext.translation(
        "personamap", resource("locale"), languages=list(wanted), fallback=True
    )


def languages() -> Sequence[str]:
    """Return what was last said to `use_languages`, for another process to say the same."""
    return tuple(_languages)


def _(text: str) -> str:
    """Translate now."""
    return _catalogue[0].gettext(text) if text else ""


def N_(text: str) -> str:
    """Mark for translation; whoever shows the text calls `_`."""
    return text


def plural(one: str, many: str, count: int) -> str:
    """Translate and choose the form for `count`, with `{count}` filled in."""
    return _catalogue[0].ngettext(one, many, count).format(count=count)
