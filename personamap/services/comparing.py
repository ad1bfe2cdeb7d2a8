"""What is on screen beside what stands in another file, in words."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from personamap.analysis.differences import differences, summary
from personamap.domain.project import Project
from personamap.i18n import _
from personamap.services.backup_words import content_words
from personamap.services.difference_words import PLACES, sayings_about
from personamap.services.projects import open_project
from personamap.services.review_words import Saying


@dataclass(frozen=True, slots=True)
class Comparison:
    """Another project, and everything in which it is not as the one on screen."""

    project: Project
    sayings: tuple[Saying, ...]
    is_the_same: bool


def compare_with_file(present: Project, path: Path) -> Comparison:
    """Read a file and compare it with what is on screen; nothing is changed."""
    other = open_project(path).project
    found = differences(present, other)
    line = summary(found)
    text = _("Compared with what is on screen: {summary}.").format(summary=line)
    head = Saying(about=content_words(other), note="", text=text)
    told = (head, *sayings_about(found, PLACES))
    return Comparison(other, told, is_the_same=other == present)
