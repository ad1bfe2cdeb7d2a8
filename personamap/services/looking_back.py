"""What a file could go back to, and what would differ then."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from personamap.analysis.differences import differences, summary
from personamap.domain.project import Project
from personamap.errors import PersonamapError
from personamap.i18n import _, plural
from personamap.services.backup_words import content_words, kept_words
from personamap.services.backups import newest_that_opens, open_copy, salvage_file
from personamap.services.difference_words import sayings_about
from personamap.services.review_words import Saying
from personamap.services.times import time_words
from personamap.storage.backups import older_copies
from personamap.storage.older_copy import OlderCopy
from personamap.storage.salvage import Salvage

_KILOBYTE = 1000


class Past(Struct, frozen=True):
    """The older copies of a file, the newest first, and what is whole in it where it is damaged.

    `present` is the project on screen; there is none while the file does not open.
    """

    of: Path
    present: Project | None
    copies: tuple[OlderCopy, ...]
    salvaged: Salvage | None = None


class Preview(Struct, frozen=True):
    """What one version of the past holds: its project, in short, and what would differ."""

    project: Project
    head: Saying
    details: tuple[Saying, ...]
    is_the_same: bool


def look_back(of: Path, present: Project | None) -> Past:
    """Return what a file could go back to; without a project on screen, it is looked into too."""
    copies = tuple(copy for copy in older_copies(of) if copy.opens)
    if present is not None:
        return Past(of, present, copies)
    try:
        return Past(of, None, copies, salvage_file(of))
    except PersonamapError:
        return Past(of, None, copies)


def preview_copy(past: Past, copy: OlderCopy) -> Preview:
    """Read an older copy and compare it with what there is now."""
    project = open_copy(copy).project
    if past.present is not None:
        return compared(past.present, project, (_("Compared with what is on screen:"),))
    if past.salvaged is None:
        return Preview(project, head_of(project, ()), (), is_the_same=False)
    words = (_("Compared with what is whole in the damaged file:"),)
    return compared(past.salvaged.project, project, words)


def preview_salvage(past: Past, salvaged: Salvage) -> Preview:
    """Tell what is whole in a damaged file, and how it differs from the newest older copy."""
    words = salvaged.lost or (_("Nothing in it is lost."),)
    newest = newest_that_opens(past.of)
    if newest is None:
        return Preview(salvaged.project, head_of(salvaged.project, words), (), is_the_same=False)
    time = time_words(newest.copy.made)
    words = (*words, _("Compared with the older copy of {time}:").format(time=time))
    return compared(newest.project, salvaged.project, words)


def copy_words(copy: OlderCopy) -> str:
    """Tell in one line why a copy was kept, how many people it holds and how large it is."""
    return _("{occasion} · {people} · {size} KB").format(
        occasion=kept_words(copy),
        people=plural("{count} person", "{count} people", copy.people),
        size=max(1, round(copy.size / _KILOBYTE)),
    )


def compared(before: Project, after: Project, words: tuple[str, ...]) -> Preview:
    """Tell what a version holds, `words` about it, and how it differs from another."""
    found = differences(before, after)
    told = tuple(sayings_about(found))
    line = _("{summary}.").format(summary=_began(summary(found)))
    return Preview(after, head_of(after, (*words, line)), told, is_the_same=before == after)


def head_of(project: Project, words: tuple[str, ...]) -> Saying:
    """Tell in short what a version holds, and `words` about it."""
    return Saying(about=content_words(project), note="", text="\n".join(words))


def _began(line: str) -> str:
    return line[:1].upper() + line[1:]
