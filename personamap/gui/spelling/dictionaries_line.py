"""Says which languages can be spelled on this computer, and how to get more."""

from __future__ import annotations

import sys

from PySide6.QtCore import QLocale

from personamap.gui.spelling.dictionary import dictionaries_there
from personamap.i18n import _


def dictionaries_line() -> str:
    """Return a sentence on the dictionaries that are here, or on what is missing."""
    languages = {QLocale(tag).nativeLanguageName(): None for tag in dictionaries_there()}
    if languages:
        return _("Spelled as the language of the course asks. Dictionaries here: {names}.").format(
            names=", ".join(languages)
        )
    if sys.platform.startswith("linux"):
        return _(
            "There is no dictionary on this computer. On Debian or Ubuntu run: {command}"
        ).format(command="sudo apt-get install libenchant-2-2 hunspell-en-us")
    return _("There is no dictionary on this computer, so no word is marked.")
