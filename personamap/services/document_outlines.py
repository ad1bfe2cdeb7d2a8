"""What makes the outline of each document that is about more than single personas."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from personamap.domain.project import Project
from personamap.exporters.bible_outline import bible_outline
from personamap.exporters.change_outline import change_outline
from personamap.exporters.coverage_outline import coverage_outline
from personamap.exporters.map_outline import map_outline
from personamap.exporters.options import ExportOptions, What
from personamap.exporters.outline import Outline
from personamap.exporters.portrait_outline import portrait_outline
from personamap.exporters.review_outline import review_outline
from personamap.exporters.wall_outline import wall_outline

OUTLINES: Mapping[What, Callable[[Project, ExportOptions], Outline]] = {
    "wall": wall_outline,
    "map": map_outline,
    "report": coverage_outline,
    "review": review_outline,
    "bible": bible_outline,
    "changes": change_outline,
    "portraits": portrait_outline,
}
