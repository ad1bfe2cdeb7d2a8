"""Telling about older copies and about what a damaged file still holds."""

from __future__ import annotations

from collections.abc import Iterator

from personamap.analysis.differences import differences, summary
from personamap.domain.project import Project
from personamap.i18n import N_, _, plural
from personamap.services.backups import Rescue
from personamap.services.times import time_words
from personamap.storage.older_copy import OlderCopy
from personamap.storage.salvage import Salvage

_KEPT = {
    "first-save": N_("before the first save of a session"),
    "migration": N_("as an earlier version of personamap wrote it"),
    "import": N_("before an import"),
    "removal": N_("before people were deleted"),
    "overwriting": N_("before it was overwritten"),
    "restore": N_("before an older copy came back"),
    "damaged": N_("damaged, kept for what is whole in it"),
}


def kept_words(copy: OlderCopy) -> str:
    """Say on which occasion a copy was kept."""
    return _(_KEPT.get(copy.reason, N_("kept by another version of personamap")))


def content_words(project: Project) -> str:
    """Say in short what a project holds."""
    parts = (
        plural("{count} person", "{count} people", len(project.personas)),
        plural("{count} experience", "{count} experiences", len(project.experiences)),
        plural("{count} relationship", "{count} relationships", len(project.relationships)),
        plural("{count} scene", "{count} scenes", len(project.scenes)),
    )
    return ", ".join(parts)


def rescue_words(found: Rescue) -> Iterator[str]:
    """Say all there is instead of a file that does not open."""
    yield from rescue_summary(found)
    if found.salvaged is not None:
        yield from _losses(found.salvaged)


def rescue_summary(found: Rescue) -> Iterator[str]:
    """Say what there is instead of a file that does not open, and how the two differ."""
    newest, salvaged = found.newest, found.salvaged
    if newest is not None:
        yield _("An older copy of {time} opens: {content}.").format(
            time=time_words(newest.copy.made), content=content_words(newest.project)
        )
    if salvaged is not None:
        yield _("Whole in the file itself: {content}.").format(
            content=content_words(salvaged.project)
        )
    if newest is not None and salvaged is not None:
        yield _("From the older copy to what is whole in the file: {summary}.").format(
            summary=summary(differences(newest.project, salvaged.project))
        )
    if newest is None and salvaged is None:
        yield _("No older copy of it was kept here, and nothing in it can be read.")


def _losses(salvaged: Salvage) -> tuple[str, ...]:
    return salvaged.lost or (_("Nothing in it is lost."),)
