"""A cast as a table: the columns we write, and how a cell holds a list.

Writing and reading a table both take their columns from here, so a table
we wrote comes back as it was. Headings are file keys: they are never
translated where they are written, only where they are shown. A list is
one item a line behind a bullet, because a separator inside a line would
sooner or later stand in somebody's text. What belongs to an item, such as who
read a source, stands in a column beside it, at the same place of its list.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

from personamap.domain.facet import Facet
from personamap.i18n import N_

CellKind = Literal["line", "text", "list", "number", "place"]
Aspect = Literal["values", "state", "own_words", "shown", "shown_how"]

BULLET = "• "
"""Begins each item of a list; a line without it belongs to the item above."""

_FORMULA = re.compile(r"'*[=+\-@\t\r\n\0＝＋－＠]")
"""What spreadsheets may run as a formula, with any apostrophes already before it."""


class FieldColumn(Struct, frozen=True):
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
    FieldColumn("experiences.own_words", N_("Lived experiences: own words"), "list"),
    FieldColumn("goals", N_("Goals"), "list"),
    FieldColumn("motivations", N_("Motivations"), "list"),
    FieldColumn("strengths", N_("Strengths"), "list"),
    FieldColumn("flaw", N_("Flaw")),
    FieldColumn("feelings", N_("Present feelings")),
    FieldColumn("voice.tone", N_("Voice")),
    FieldColumn("voice.sample_lines", N_("Sample lines"), "list"),
    FieldColumn("voice.avoid", N_("Phrases to avoid"), "list"),
    FieldColumn("look.description", N_("Appearance")),
    FieldColumn("portrait", N_("Portrait"), "line"),
    FieldColumn("look.poses", N_("Poses"), "list"),
    FieldColumn("look.poses.note", N_("Poses: notes"), "list"),
    FieldColumn("look.alt_text", N_("Alt text")),
    FieldColumn("dos", N_("Do"), "list"),
    FieldColumn("donts", N_("Do not"), "list"),
    FieldColumn("belonging.start", N_("Belonging at the start"), "place"),
    FieldColumn("belonging.start_note", N_("Belonging at the start: note")),
    FieldColumn("belonging.turning_points", N_("Turning points"), "list"),
    FieldColumn("belonging.turning_points.note", N_("Turning points: what happens"), "list"),
    FieldColumn("belonging.turning_points.place", N_("Turning points: belonging"), "list"),
    FieldColumn("belonging.end", N_("Belonging at the end"), "place"),
    FieldColumn("belonging.end_note", N_("Belonging at the end: note")),
    FieldColumn("serves", N_("Serves the goals"), "list"),
    FieldColumn("evidence", N_("Evidence"), "list"),
    FieldColumn("evidence.reviewer", N_("Evidence: read by"), "list"),
    FieldColumn("evidence.date", N_("Evidence: days"), "list"),
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


class FacetColumn(Struct, frozen=True):
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


def write_items(items: Iterable[str]) -> str:
    """Return a list as one cell."""
    return "\n".join(BULLET + item.replace("\n", "\n  ") for item in items)


def read_items(cell: str) -> tuple[str, ...]:
    """Return the items of a cell that `write_items` wrote."""
    items = re.split(rf"\n(?={re.escape(BULLET)})", cell) if cell else []
    return tuple(item.removeprefix(BULLET).replace("\n  ", "\n") for item in items)


def write_beside(items: Iterable[str]) -> str:
    """Return what stands beside the items of a list; nothing where it is empty for all of them."""
    items = tuple(items)
    return write_items(items) if any(items) else ""


def guarded(text: str) -> str:
    """Return `text` so that no spreadsheet runs it as a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """Return `text` without the apostrophe that `guarded` put before it."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text
