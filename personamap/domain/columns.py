"""A cast as a table: the columns we write, and how a cell holds what a persona has.

Writing and reading a table both take their columns from here, so a table
we wrote comes back as it was. Headings are file keys: they are never
translated where they are written, only where they are shown. A list is
one item a line behind a bullet, because a separator inside a line would
sooner or later stand in somebody's text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from personamap.domain.facet import Facet, FacetValue, QualifierOption
from personamap.domain.persona import Answer, Persona, StatedValue
from personamap.domain.project import Project
from personamap.i18n import N_

CellKind = Literal["line", "text", "list", "number"]
Aspect = Literal["values", "state", "own_words", "shown", "shown_how"]

BULLET = "• "
"""Begins each item of a list; a line without it belongs to the item above."""

_FORMULA = re.compile(r"'*[=+\-@\t\r\n\0＝＋－＠]")
"""What spreadsheets may run as a formula, with any apostrophes already before it."""


@dataclass(frozen=True, slots=True)
class FieldColumn:
    """One field of a persona, as a dotted path, and the heading of its column."""

    field: str
    heading: str
    kind: CellKind = "text"


FIELD_COLUMNS: tuple[FieldColumn, ...] = (
    FieldColumn("id", N_("Persona id"), "line"),
    FieldColumn("name", N_("Name"), "line"),
    FieldColumn("pronunciation", N_("Pronunciation"), "line"),
    FieldColumn("called", N_("Called"), "line"),
    FieldColumn("pronouns", N_("Pronouns"), "line"),
    FieldColumn("age", N_("Age"), "number"),
    FieldColumn("brief", N_("Brief")),
    FieldColumn("own_words", N_("In their own words")),
    FieldColumn("job.title", N_("Job title"), "line"),
    FieldColumn("job.department", N_("Department"), "line"),
    FieldColumn("job.duties", N_("Duties")),
    FieldColumn("experiences", N_("Lived experiences"), "list"),
    FieldColumn("goals", N_("Goals"), "list"),
    FieldColumn("motivations", N_("Motivations"), "list"),
    FieldColumn("strengths", N_("Strengths"), "list"),
    FieldColumn("flaw", N_("Flaw")),
    FieldColumn("feelings", N_("Present feelings")),
    FieldColumn("voice.tone", N_("Voice")),
    FieldColumn("voice.sample_lines", N_("Sample lines"), "list"),
    FieldColumn("voice.avoid", N_("Phrases to avoid"), "list"),
    FieldColumn("look.description", N_("Appearance")),
    FieldColumn("look.alt_text", N_("Alt text")),
    FieldColumn("dos", N_("Do"), "list"),
    FieldColumn("donts", N_("Do not"), "list"),
    FieldColumn("evidence", N_("Evidence"), "list"),
    FieldColumn("status", N_("Status"), "line"),
    FieldColumn("notes", N_("Notes")),
)
"""Every field that stands in a table, in the order in which it is written."""

ASPECTS: dict[Aspect, str] = {
    "values": "",
    "state": ": state",
    "own_words": ": own words",
    "shown": ": shown",
    "shown_how": ": shown how",
}
"""What follows a facet's name in the heading of each column about it."""


@dataclass(frozen=True, slots=True)
class FacetColumn:
    """One aspect of the answers on one facet, and the heading of its column."""

    facet: Facet
    aspect: Aspect
    heading: str


def folded(text: str) -> str:
    """Return `text` so that two spellings people take for the same become equal."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def facet_columns(facets: Iterable[Facet]) -> tuple[FacetColumn, ...]:
    """Return every column that could be written about `facets`.

    A facet whose name another column has already gets its id in brackets.
    """
    taken = {folded(column.heading) for column in FIELD_COLUMNS}
    columns = []
    for facet in facets:
        name = facet.label if facet.label else facet.id
        if folded(name) in taken:
            name = f"{name} [{facet.id}]"
        taken.add(folded(name))
        columns += [FacetColumn(facet, aspect, name + end) for aspect, end in ASPECTS.items()]
    return tuple(columns)


def cast_columns(project: Project) -> tuple[FieldColumn | FacetColumn, ...]:
    """Return the columns that the cast of `project` needs, leaving out the empty ones."""
    needed = tuple(
        column
        for column in facet_columns(project.facets)
        if any(_cell(project, persona, column) for persona in project.personas)
    )
    return (*FIELD_COLUMNS, *needed)


def cast_row(
    project: Project, persona: Persona, columns: Iterable[FieldColumn | FacetColumn]
) -> tuple[str, ...]:
    """Return what one persona has in each of `columns`."""
    return tuple(_cell(project, persona, column) for column in columns)


def write_items(items: Iterable[str]) -> str:
    """Return a list as one cell."""
    return "\n".join(BULLET + item.replace("\n", "\n  ") for item in items)


def read_items(cell: str) -> tuple[str, ...]:
    """Return the items of a cell that `write_items` wrote."""
    items = re.split(rf"\n(?={re.escape(BULLET)})", cell) if cell else []
    return tuple(item.removeprefix(BULLET).replace("\n  ", "\n") for item in items)


def guarded(text: str) -> str:
    """Return `text` so that no spreadsheet runs it as a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """Return `text` without the apostrophe that `guarded` put before it."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text


def _cell(project: Project, persona: Persona, column: FieldColumn | FacetColumn) -> str:
    if isinstance(column, FacetColumn):
        return _answer_cell(column.facet, persona.answer(column.facet.id), column.aspect)
    if column.field == "experiences":
        return write_items(_experience_titles(project, persona))
    if column.field == "evidence":
        return write_items(evidence.source for evidence in persona.evidence)
    value: object = persona
    for part in column.field.split("."):
        value = getattr(value, part)
    if isinstance(value, tuple):
        return write_items(value)
    return "" if value is None else str(value)


def _experience_titles(project: Project, persona: Persona) -> Iterator[str]:
    for lived in persona.experiences:
        experience = project.find_experience(lived.experience)
        yield experience.title if experience else lived.experience


def _answer_cell(facet: Facet, answer: Answer, aspect: Aspect) -> str:
    match aspect:
        case "values":
            return "; ".join(_value_text(facet, value) for value in answer.values)
        case "state":
            said = bool(answer.values or answer.own_words)
            return "" if (answer.state == "stated") == said and _is_plain(answer) else answer.state
        case "own_words":
            return answer.own_words
        case "shown":
            return "; ".join(answer.shown)
        case _:
            return answer.shown_how


def _is_plain(answer: Answer) -> bool:
    return answer.state in ("stated", "undecided")


def _value_text(facet: Facet, stated: StatedValue) -> str:
    value = facet.find_value(stated.value)
    text = _unmistakable(value, facet.values) if value else stated.value
    options = tuple(option for qualifier in facet.qualifiers for option in qualifier.options)
    known = {option.id: option for option in options}
    said = " + ".join(
        _unmistakable(known[name], options) if name in known else name for name in stated.qualifiers
    )
    return f"{text} ({said})" if said else text


def _unmistakable(
    value: FacetValue | QualifierOption, among: tuple[FacetValue | QualifierOption, ...]
) -> str:
    """Return the label, or the id when the label could be read as something else."""
    name = folded(value.label)
    answers_to = [
        other
        for other in among
        if name in {folded(other.label), other.id, *map(folded, other.synonyms)}
    ]
    is_clear = len(answers_to) == 1 and name and not re.search(r"[;|\n()+]", value.label)
    return value.label if is_clear else value.id
