"""What is said of several courses, on the command line and in the window alike."""

from __future__ import annotations

from personamap.analysis.catalogue.catalogue import Catalogue, SharedPersona
from personamap.analysis.check import Finding
from personamap.analysis.wording import listed
from personamap.i18n import _, plural


def courses_together(catalogue: Catalogue) -> str:
    """Return how many courses are read together."""
    count = len(catalogue.courses)
    return plural("{count} course alone", "All {count} courses together", count)


def shared_words(catalogue: Catalogue, shared: SharedPersona) -> str:
    """Return in which courses somebody plays, and on which facets those say different things."""
    labels = {facet.facet: facet.label for facet in catalogue.together}
    line = _("{name} plays in {courses}; they say different things on {facets}.")
    if not shared.differs:
        line = _("{name} plays in {courses}.")
    return line.format(
        name=shared.persona.name or _("Somebody without a name"),
        courses=listed([catalogue.courses[place].title for place in shared.courses]),
        facets=listed([labels[facet] for facet in shared.differs if facet in labels]),
    )


def where_words(catalogue: Catalogue, finding: Finding) -> str:
    """Return which courses have a finding too, and which of them accepted it."""
    still_open, accepted = [], []
    for course, report in zip(catalogue.courses, catalogue.reports, strict=True):
        if any(done.finding.key == finding.key for done in report.accepted):
            accepted.append(course.title)
        elif any(found.key == finding.key for found in report.checked.findings()):
            still_open.append(course.title)
    told = [
        _("Also in {courses}.").format(courses=listed(still_open)) if still_open else "",
        _("Accepted in {courses}.").format(courses=listed(accepted)) if accepted else "",
    ]
    return " ".join(words for words in told if words)
