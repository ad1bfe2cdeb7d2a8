"""How documents put that something is otherwise than in an earlier issue.

What is short is told, what is long is only said to be another: the text
itself stands a few lines above.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from personamap.exporters import wording
from personamap.i18n import _, plural

_SHORT = 70


def changed_words(before: str, after: str, lang: str) -> str:
    """Say what became of one text; either may be empty."""
    was, now = _told(before, lang), _told(after, lang)
    if not before:
        return _("is new: {now}").format(now=now) if now else _("is new")
    if not after:
        gone = _("is left out now; it was {was}") if was else _("is left out now")
        return gone.format(was=was)
    if was and now:
        return _("was {was}, is now {now}").format(was=was, now=now)
    return _("was reworded")


def is_short(*texts: str) -> bool:
    """Tell whether all of these texts are told in full."""
    return all(text and len(text) <= _SHORT for text in texts)


def listed_words(before: Sequence[str], after: Sequence[str], lang: str) -> str:
    """Say what became of a list; nothing when it is the same."""
    if tuple(before) == tuple(after):
        return ""
    new = [item for item, count in (Counter(after) - Counter(before)).items() if count]
    gone = [item for item, count in (Counter(before) - Counter(after)).items() if count]
    if len(new) == len(gone) == 1:
        return changed_words(gone[0], new[0], lang)
    if not (new or gone):
        return _("stands in another order")
    return ", ".join(filter(None, (_new(new, lang), _gone(gone, lang))))


def _new(items: Sequence[str], lang: str) -> str:
    told = _told(items[0], lang) if len(items) == 1 else ""
    if told:
        return _("new: {now}").format(now=told)
    return plural("{count} is new", "{count} are new", len(items)) if items else ""


def _gone(items: Sequence[str], lang: str) -> str:
    told = _told(items[0], lang) if len(items) == 1 else ""
    if told:
        return _("left out now: {was}").format(was=told)
    count = len(items)
    return plural("{count} is left out now", "{count} are left out now", count) if items else ""


def _told(text: str, lang: str) -> str:
    text = " ".join(text.split())
    return wording.quoted(text, lang) if len(text) <= _SHORT else ""
