"""Saving into a project that is there already: what stood in it is kept as an older copy.

A command makes no mark of its own: it is over before anybody could read one. What keeps a window
from losing what a command writes is that the window compares the file before each save.
"""

from __future__ import annotations

from personamap.cli.output import complain
from personamap.domain.project import Project
from personamap.i18n import _
from personamap.services.backups import keep_file
from personamap.services.opening_words import holder_words
from personamap.services.projects import Opened, save_project
from personamap.storage.lock import holder_of
from personamap.storage.older_copy import Reason


def save_over(project: Project, opened: Opened, reason: Reason) -> None:
    """Save a changed project where it came from; say when no older copy could be kept.

    What somebody else has written there meanwhile stays, and is told. So is who has it open:
    what is on screen there is without the change.
    """
    trouble = keep_file(opened.path, reason)
    if trouble:
        complain(trouble)
    save_project(project, opened.path, opened.digest)
    holder = holder_of(opened.path)
    if holder is not None:
        words = _(
            "{who} What was written now is in the file, but not on screen there: open the file "
            "there again to go on from it. Whoever saves there without that is asked first."
        )
        complain(words.format(who=holder_words(opened.path, holder)))
