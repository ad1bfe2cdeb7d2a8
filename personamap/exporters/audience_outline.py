"""The audience in the coverage report: how many meet somebody like them, in counts."""

from __future__ import annotations

from personamap.analysis.coverage import CoverageReport
from personamap.analysis.mirror.rows import mirror_rows
from personamap.exporters.coverage_parts import CountTable
from personamap.i18n import _, plural

_MOST_ASKED = 16


def audience_table(report: CoverageReport) -> CountTable | None:
    """Return how many of the audience meet somebody like them; nothing without an audience."""
    mirror = mirror_rows(report.checked.index, _MOST_ASKED)
    if mirror is None or not mirror.rows:
        return None
    notes = [mirror.about, mirror.most_added]
    if mirror.more:
        notes.append(
            plural("{count} more in the program", "{count} more in the program", mirror.more)
        )
    return CountTable(
        title=_("Can they see themselves in it?"),
        note=" · ".join(filter(None, notes)),
        heads=mirror.heads,
        rows=mirror.rows,
    )
