"""Words for what becomes of the labels of a script."""

from __future__ import annotations

from personamap.domain.project import Project
from personamap.i18n import _
from personamap.importers.script.labels import as_name
from personamap.importers.script.mapping import LEAVE_OUT, NEW, LabelUse


def who_speaks(use: LabelUse, project: Project) -> str:
    """Say in words who speaks under a label, or what has to be decided."""
    if use.speakers:
        return " + ".join(_who(speaker, use, project) for speaker in use.speakers)
    if use.candidates:
        names = (_who(candidate, use, project) for candidate in use.candidates)
        return _("{names}: which of them?").format(names=_(" or ").join(names))
    return _("nobody of this cast")


def _who(speaker: str, use: LabelUse, project: Project) -> str:
    if speaker == NEW:
        return _("{name} (new)").format(name=as_name(use.label))
    if speaker == LEAVE_OUT:
        return _("left out")
    persona = project.find_persona(speaker)
    return (persona.name if persona else speaker) or _("Nameless")
