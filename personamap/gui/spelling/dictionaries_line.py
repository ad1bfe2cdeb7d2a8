"""Says which languages can be spelled on this computer, and how to get more."""

from __future__ import annotations

import sys

from PySide6.QtCore import QLocale

from personamap.gui.spelling.dictionary import dictionaries_there
from personamap.i18n import _


def dictionaries_line() -> str:
    """Return a sentence on the dictionaries that are here, or on what is missing."""
    languages = _languages()
    if languages:
        return _("Spelled as the language of the course asks. Dictionaries here: {names}.").format(
            names=", ".join(languages)
        )
    if sys.platform.startswith("linux"):
        return _(
            "There is no dictionary on this computer. On Debian or Ubuntu run: {command}"
        ).format(command="sudo apt-get install libenchant-2-2 hunspell-en-us")
    return _("There is no dictionary on this computer, so no word is marked.")


def _languages() -> list[str]:
    by_language: dict[str, list[str]] = {}
    for tag in dictionaries_there():
        name = QLocale(tag).nativeLanguageName()
        by_language.setdefault(tag.partition("_")[0], []).append(name)
    # Where there are several, the shortest name is the one without a country.
    return sorted(min(names, key=len) for names in by_language.values())
