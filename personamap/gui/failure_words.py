"""What to tell when some work has failed, and who else has to hear of it."""

from __future__ import annotations

import sys

from personamap.errors import PersonamapError
from personamap.i18n import _


def words_for(error: Exception) -> str:
    """Return what to tell about a failure; one nobody foresaw also goes to the crash handler."""
    if isinstance(error, PersonamapError):
        return str(error)
    sys.excepthook(type(error), error, error.__traceback__)
    return _("Something went wrong that was not foreseen. What is on screen stays as it was.")
