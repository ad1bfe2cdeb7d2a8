"""A part of the editor of a scene that folds."""

from __future__ import annotations

from typing_extensions import override

from personamap.domain.project import get
from personamap.domain.scene import Scene
from personamap.gui.widgets.fold_section import FoldSection


class SceneSection(FoldSection[Scene]):
    """Shows one side of the scene the editor is on."""

    @property
    @override
    def subject(self) -> Scene:
        return get(self.document.project.scenes, "scene", self.subject_id)
