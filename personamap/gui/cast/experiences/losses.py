"""Deleting what people have lived, in words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from personamap.analysis.experience_loss import experience_loss_lines
from personamap.analysis.item_titles import experience_title
from personamap.domain.project import Project
from personamap.edits.experiences import remove_experiences
from personamap.gui.dialogs.loss_dialog import Loss
from personamap.i18n import _, plural


def loss_of_experiences(project: Project, ids: Sequence[str]) -> Loss:
    """Return what deleting these experiences means."""
    return Loss(
        title=_("Delete the experience") if len(ids) == 1 else _("Delete experiences"),
        question=_question(project, ids),
        lines=experience_loss_lines(project, ids),
        word=_("&Delete"),
        edit=partial(remove_experiences, experience_ids=tuple(ids)),
    )


def _question(project: Project, ids: Sequence[str]) -> str:
    if len(ids) > 1:
        return plural(
            "Delete {count} experience for everybody?",
            "Delete {count} experiences for everybody?",
            len(ids),
        )
    experience = project.find_experience(ids[0])
    title = experience_title(experience) if experience else ids[0]
    return _("Delete “{title}” for everybody?").format(title=title)
