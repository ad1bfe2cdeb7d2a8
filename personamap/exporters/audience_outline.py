"""The audience in the coverage report: how many meet somebody like them, in counts."""

from __future__ import annotations

from personamap.analysis.coverage import CoverageReport
from personamap.analysis.index import ProjectIndex
from personamap.analysis.mirror import MirrorPair, mirrors
from personamap.analysis.mirror_wording import (
    about_audience,
    best_words,
    groups_words,
    question_of,
)
from personamap.exporters.coverage_parts import CountTable
from personamap.i18n import _, plural

_MOST_ASKED = 16
_MOST_GROUPS = 3


def audience_table(report: CoverageReport) -> CountTable | None:
    """Return how many of the audience meet somebody like them; nothing without an audience.

    Facets that matter come first, and crossings ask to be alike on both.
    """
    index = ProjectIndex(report.project)
    asked = [pair for pair in mirrors(index) if pair.agreeing == len(pair.facets)]
    if index.audience is None or not asked:
        return None
    shown = asked[:_MOST_ASKED]
    notes = [about_audience(index.audience.audience), _most_added(index, shown)]
    if len(asked) > len(shown):
        more = len(asked) - len(shown)
        notes.append(plural("{count} more in the program", "{count} more in the program", more))
    return CountTable(
        title=_("Can they see themselves in it?"),
        note=" · ".join(filter(None, notes)),
        heads=(
            _("Alike in"),
            _("Meet somebody"),
            _("Meet somebody who leads"),
            _("Meet nobody"),
            _("Not told"),
            _("Largest groups that meet nobody"),
        ),
        rows=tuple(_row(index, pair) for pair in shown),
    )


def _row(index: ProjectIndex, pair: MirrorPair) -> tuple[str, ...]:
    everyone = pair.everyone
    numbers = (everyone.met, pair.leaders.met, everyone.unmet, everyone.untold)
    groups = groups_words(index, everyone.groups, _MOST_GROUPS)
    return question_of(index, pair), *(f"{number:,}" for number in numbers), groups


def _most_added(index: ProjectIndex, asked: list[MirrorPair]) -> str:
    best = [pair.everyone for pair in asked if pair.everyone.best is not None]
    if not best:
        return ""
    return best_words(index, max(best, key=lambda mirror: mirror.best.people if mirror.best else 0))
