"""Every format there is. A new one is a file of its own and a line here."""

from __future__ import annotations

from personamap.errors import UnknownFormat
from personamap.exporters.csv_table import CSV
from personamap.exporters.exporter import Exporter
from personamap.exporters.html.format import HTML
from personamap.exporters.markdown import MARKDOWN
from personamap.exporters.office.docx import DOCX
from personamap.exporters.office.pptx import PPTX
from personamap.exporters.office.xlsx import XLSX
from personamap.exporters.pdf.format import PDF
from personamap.exporters.png import PNG
from personamap.exporters.project_json import JSON
from personamap.exporters.svg import SVG

EXPORTERS: tuple[Exporter, ...] = (PDF, DOCX, PPTX, HTML, MARKDOWN, XLSX, CSV, JSON, SVG, PNG)


def find_exporter(format_id: str) -> Exporter:
    """Return the exporter of a format, or raise `UnknownFormat`."""
    for exporter in EXPORTERS:
        if exporter.id == format_id:
            return exporter
    raise UnknownFormat(format_id, [exporter.id for exporter in EXPORTERS])
