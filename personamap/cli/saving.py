"""Saving into a project that is there already: what stood in it is kept as an older copy."""

from __future__ import annotations

from pathlib import Path

from personamap.cli.output import complain
from personamap.domain.project import Project
from personamap.services.backups import Reason, keep_file
from personamap.services.projects import save_project


def save_over(project: Project, path: Path, reason: Reason) -> None:
    """Save a changed project where it came from; say when no older copy could be kept."""
    trouble = keep_file(path, reason)
    if trouble:
        complain(trouble)
    save_project(project, path)
