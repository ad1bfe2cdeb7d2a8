"""PDF as one of the formats."""

from __future__ import annotations

from personamap.exporters.exporter import Exporter, Progress, Rendered
from personamap.exporters.outline import Outline
from personamap.i18n import N_


def _render(outline: Outline, progress: Progress) -> Rendered:
    # The engine takes a while to load, and most commands print nothing.
    from personamap.exporters.pdf.document import render_pdf

    return render_pdf(outline, progress)


PDF = Exporter(
    id="pdf",
    title=N_("Sheets to print (PDF)"),
    suffix=".pdf",
    needs="pages",
    render=_render,
    makes=("sheets", "wall", "map", "report", "bible", "changes"),
)
