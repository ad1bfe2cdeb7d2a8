"""Who sits where, in the words of the coverage report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from personamap.analysis.coverage import CoverageReport
from personamap.analysis.facet_counts import FacetCount
from personamap.domain import labels
from personamap.domain.project import Project
from personamap.exporters import wording
from personamap.exporters.coverage_parts import (
    Seat,
    SeatRow,
)
from personamap.exporters.figure import Figure
from personamap.exporters.figures import Figures
from personamap.exporters.options import ExportOptions
from personamap.i18n import _, plural

_MOST_EMPTY = 10
_UNSHOWN_FUNCTIONS = frozenset(("background",))


def seat_rows(
    report: CoverageReport, seated: Sequence[FacetCount], options: ExportOptions
) -> Iterator[SeatRow]:
    """Yield each of these facets with who has which value, then the story."""
    project = report.project
    drawn = Figures(project)
    figures = {persona.id: drawn.of(persona) for persona in project.cast}
    for count in seated:
        yield _facet_row(count, figures, options)
    story = _story_row(project, figures)
    if story:
        yield story


def _facet_row(count: FacetCount, figures: dict[str, Figure], options: ExportOptions) -> SeatRow:
    facet = count.facet
    seats = [_seat(value.label, count.of(value.id), figures) for value in count.groups]
    empty = [seat.label for seat in seats if not seat.people]
    absent = ""
    if len(empty) > _MOST_EMPTY:
        seats = [seat for seat in seats if seat.people]
        absent = _("Nobody: {values}").format(values=", ".join(empty))
    kind = _("ordered") if facet.ordered else _("many values") if facet.many else ""
    notes = [_("starred")] if facet.starred else []
    notes += [kind] if kind else []
    notes += blank_notes(count, options)
    return SeatRow(facet.label or facet.id, "; ".join(notes), tuple(seats), absent)


def blank_notes(count: FacetCount, options: ExportOptions) -> list[str]:
    """Say how many blanks there are; which kind of silence it is only to the team."""
    blanks = {state: len(people) for state, people in count.blanks.items()}
    if not options.sees_private:
        silent = blanks.pop("withheld", 0) + blanks.pop("undisclosed", 0)
        blanks["undecided"] = blanks.get("undecided", 0) + silent
    notes = [
        _("{count} {state}").format(
            count=number, state=wording.small(_(labels.ANSWER_STATES[state].text))
        )
        for state, number in blanks.items()
        if number
    ]
    if count.own_words:
        notes.append(plural("{count} own words", "{count} own words", len(count.own_words)))
    return notes


def _seat(label: str, people: Sequence[str], figures: dict[str, Figure]) -> Seat:
    sitting = tuple(figures[person] for person in people)
    return Seat(label, sitting, str(len(people)) if people else _("nobody"))


def _story_row(project: Project, figures: dict[str, Figure]) -> SeatRow | None:
    doing: dict[str, dict[str, None]] = {}
    for scene in project.scenes:
        for appearance in scene.appearances:
            if appearance.persona in figures:
                for function in appearance.functions:
                    doing.setdefault(function, {})[appearance.persona] = None
    if not doing:
        return None
    seats = tuple(
        _seat(_(label.text), tuple(doing.get(function, {})), figures)
        for function, label in labels.NARRATIVE_FUNCTIONS.items()
        if function not in _UNSHOWN_FUNCTIONS
    )
    return SeatRow(_("In the story"), _("functions in scenes"), seats)
