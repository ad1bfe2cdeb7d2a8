"""Leaves people out of a project, with everything by which one could tell that they were there."""

from __future__ import annotations

import re
from collections.abc import Collection

from personamap.domain.project import Project
from personamap.domain.review import HandOff
from personamap.edits.personas import remove_personas

_BETWEEN_IDS = re.compile(r"[^a-z0-9_-]+")


def without_set_aside(project: Project, chosen: Collection[str]) -> Project:
    """Leave out whom the author set aside; somebody chosen by name is meant to be there."""
    gone = {one.id for one in project.personas if one.archived and one.id not in chosen}
    return without_people(project, gone)


def without_people(project: Project, gone: Collection[str]) -> Project:
    """Return `project` as if these people had never been in it.

    Removing somebody keeps what a team decided, signed and handed over; whoever gets a cast
    without them gets none of that either. An issue keeps its number and its day.
    """
    if not gone:
        return project
    kept = remove_personas(project, sorted(gone))
    return kept.with_items(
        decisions=tuple(one for one in kept.decisions if not _names(one.finding, gone)),
        sign_offs=tuple(one for one in kept.sign_offs if not _names(one.subject, gone)),
        comments=tuple(one for one in kept.comments if not _names(one.subject, gone)),
        hand_offs=tuple(_handed_without(issue, gone) for issue in kept.hand_offs),
    )


def _names(text: str, gone: Collection[str]) -> bool:
    """Tell whether a subject or the key of a finding has one of these ids in it."""
    return not set(_BETWEEN_IDS.split(text)).isdisjoint(gone)


def _handed_without(issue: HandOff, gone: Collection[str]) -> HandOff:
    return issue.evolve(personas=tuple(one for one in issue.personas if one not in gone))
