"""HTML as one of the formats."""

from __future__ import annotations

from personamap.exporters.exporter import Exporter, Progress, Rendered
from personamap.exporters.outline import Outline
from personamap.i18n import N_


def _render(outline: Outline, progress: Progress) -> Rendered:
    # Pages take a while to load, and most commands write none.
    from personamap.exporters.html.page import render_page

    return render_page(outline, progress)


HTML = Exporter(
    id="html",
    title=N_("Web page (HTML)"),
    suffix=".html",
    needs="pages",
    render=_render,
    makes=("sheets", "wall", "map", "report", "review"),
)
