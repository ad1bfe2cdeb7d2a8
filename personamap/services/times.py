"""How times are told, such as that of an older copy."""

from __future__ import annotations

from datetime import datetime

from personamap.exporters.wording import dated
from personamap.i18n import _


def time_words(made: datetime) -> str:
    """Return a time as the clock on the wall showed it."""
    there = made.astimezone()
    return _("{day}, {time}").format(day=dated(there.date().isoformat()), time=f"{there:%H:%M}")
