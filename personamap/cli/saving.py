"""Saving into a project that is there already: what stood in it is kept as an older copy."""

from __future__ import annotations

from personamap.cli.output import complain
from personamap.domain.project import Project
from personamap.services.backups import keep_file
from personamap.services.projects import Opened, save_project
from personamap.storage.older_copy import Reason


def save_over(project: Project, opened: Opened, reason: Reason) -> None:
    """Save a changed project where it came from; say when no older copy could be kept.

    What somebody else has written there meanwhile stays, and is told.
    """
    trouble = keep_file(opened.path, reason)
    if trouble:
        complain(trouble)
    save_project(project, opened.path, opened.digest)
