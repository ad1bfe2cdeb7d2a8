"""The cast as CSV, for spreadsheets and other programs.

No cell can become a formula, and our own import reads back what was written.
"""

from __future__ import annotations

import csv
import io

from personamap.domain.columns import guarded
from personamap.exporters.exporter import Exporter, Progress, Rendered
from personamap.exporters.outline import Outline
from personamap.i18n import N_


def _render(outline: Outline, progress: Progress) -> Rendered:
    written = io.StringIO(newline="")
    table = outline.table
    if table:
        writer = csv.writer(written, lineterminator="\r\n")
        writer.writerow([guarded(head) for head in table.heads])
        for done, row in enumerate(table.rows):
            progress(done, len(table.rows))
            writer.writerow([guarded(cell.replace("\0", "")) for cell in row])
    # The mark at the start makes spreadsheets read the file as UTF-8.
    return Rendered(written.getvalue().encode("utf-8-sig"))


CSV = Exporter(id="csv", title=N_("Table (CSV)"), suffix=".csv", needs="table", render=_render)
