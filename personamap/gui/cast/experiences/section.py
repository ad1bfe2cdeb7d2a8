"""A part of the editor of an experience that folds."""

from __future__ import annotations

from typing_extensions import override

from personamap.domain.experience import Experience
from personamap.domain.project import get
from personamap.gui.widgets.fold_section import FoldSection


class LibrarySection(FoldSection[Experience]):
    """Shows one side of the experience the editor is on."""

    @property
    @override
    def subject(self) -> Experience:
        return get(self.document.project.experiences, "experience", self.subject_id)
