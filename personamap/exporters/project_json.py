"""The project as JSON, as `personamap schema` describes it, for other programs."""

from __future__ import annotations

from personamap.exporters.exporter import Exporter, Progress, Rendered
from personamap.exporters.outline import Outline
from personamap.i18n import N_


def _render(outline: Outline, progress: Progress) -> Rendered:
    progress(0, 1)
    return Rendered(outline.source)


JSON = Exporter(
    id="json", title=N_("Project data (JSON)"), suffix=".json", needs="source", render=_render
)
