"""How `personamap check` reads for several files: each course in a line, then all together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from personamap.analysis.answer import answer_of
from personamap.analysis.catalogue.catalogue import Catalogue
from personamap.analysis.catalogue.together import TogetherFacet, TogetherValue
from personamap.analysis.catalogue.wording import courses_together, shared_words
from personamap.analysis.coverage_wording import heading
from personamap.cli.check_text import shortened, tell_findings
from personamap.cli.output import say, say_table
from personamap.domain.labels import NARRATIVE_FUNCTIONS
from personamap.domain.scene import NarrativeFunction
from personamap.i18n import _


def tell_catalogue(catalogue: Catalogue) -> None:
    """Print what several courses show and lack together."""
    for course, report in zip(catalogue.courses, catalogue.reports, strict=True):
        say(heading(course.title, report))
    say("")
    say(heading(courses_together(catalogue), catalogue.across))
    tell_findings(answer_of(catalogue.across, with_fixes=False))
    facets = _that_matter(catalogue.together)
    say_table(
        _("Who is there, by course; under “All” somebody who plays in two counts once"),
        (_("Facet"), _("Value"), *(course.name for course in catalogue.courses), _("All")),
        [row for facet in facets for row in _count_rows(facet)],
    )
    for line in _nobody_lines(facets):
        say(line)
    _tell_functions(facets)
    for shared in catalogue.shared:
        say(shared_words(catalogue, shared))
    say(_("For the findings of one course: personamap check FILE"))


def _that_matter(facets: Sequence[TogetherFacet]) -> Sequence[TogetherFacet]:
    return [facet for facet in facets if facet.starred] or facets


def _count_rows(facet: TogetherFacet) -> Iterator[tuple[str, ...]]:
    for value in facet.values:
        if value.people and value.group is None:
            counts = (str(count) for count in value.counts)
            yield facet.label, value.label, *counts, str(value.people)


def _nobody_lines(facets: Sequence[TogetherFacet]) -> Iterator[str]:
    for facet in facets:
        values = [v.label for v in facet.values if v.group is None and not v.people]
        if values:
            line = _("Nobody in any course, {facet}: {values}")
            yield line.format(facet=facet.label, values=shortened(values))


def _tell_functions(facets: Sequence[TogetherFacet]) -> None:
    rows = [(facet, value) for facet in facets for value in facet.values if value.functions]
    seen = {function for _facet, value in rows for function in value.functions}
    names = [name for name in NARRATIVE_FUNCTIONS if name in seen and name != "background"]
    say_table(
        _("Who does what; somebody who does it in two courses counts in both"),
        (_("Facet"), _("Value"), *(_(NARRATIVE_FUNCTIONS[name].text) for name in names)),
        [
            (facet.label, value.label, *(_sum(value, name) for name in names))
            for facet, value in rows
            if value.group is None
        ],
    )


def _sum(value: TogetherValue, function: NarrativeFunction) -> str:
    return str(sum(value.functions.get(function, ())))
