"""A part of the editor of a person that folds."""

from __future__ import annotations

from typing_extensions import override

from personamap.domain.persona import Persona
from personamap.gui.widgets.fold_section import FoldSection


class Section(FoldSection[Persona]):
    """Shows one side of the person the editor is on."""

    @property
    @override
    def subject(self) -> Persona:
        return self.document.project.persona(self.subject_id)
