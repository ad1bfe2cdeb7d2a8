"""A whole workbook as the rows of its first sheet with content. Runs in a process of its own."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from personamap.i18n import _, plural
from personamap.importers.apart.refusal import NotRead
from personamap.importers.apart.wording import damaged
from personamap.importers.grid import CAST, STAFF, TableLimits
from personamap.importers.xlsx.cells import CellWords
from personamap.importers.xlsx.package import MOST_ELEMENTS, Package
from personamap.importers.xlsx.parts import Formats, Relations, SharedTexts, SheetList
from personamap.importers.xlsx.sheet import Budget, Sheet

LIMITS = {"cast": CAST, "staff": STAFF}
_BOOK, _TEXTS, _STYLES = "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"
_ELEMENTS_A_CELL = 3


def grid(content: bytes, options: Mapping[str, Any]) -> tuple[Mapping[str, Any], bytes]:
    """Return notes, and as JSON the numbers and cells of every row that has words in it."""
    limits = LIMITS[options["limits"]]
    package = Package(content, max(MOST_ELEMENTS, _ELEMENTS_A_CELL * limits.cells))
    if _BOOK not in package.parts:
        raise NotRead(_("it is no Excel workbook. Save your table as CSV or XLSX."))
    filled = [(title, sheet) for title, sheet in _sheets(package, limits) if sheet.rows]
    if not filled:
        return {"notes": []}, b"[]"
    (title, first), *others = filled
    formulas = sum(sheet.formulas for _title, sheet in filled)
    notes = [*_other_sheets(title, [other for other, _sheet in others]), *_formulas(formulas)]
    return {"notes": notes}, json.dumps(list(first.rows.items())).encode()


def _sheets(package: Package, limits: TableLimits) -> Iterator[tuple[str, Sheet]]:
    listed, relations = SheetList(), Relations()
    package.hear(_BOOK, listed)
    package.hear(_RELATIONS, relations)
    words = _words(package, from_1904=listed.from_1904)
    budget = Budget.of(limits)
    for entry in listed.sheets:
        part = relations.parts.get(entry.relation, "")
        if not entry.is_visible or (part and not part.startswith("xl/worksheets/")):
            continue
        if part not in package.parts:
            raise NotRead(damaged())
        sheet = Sheet(words, budget)
        package.hear(part, sheet)
        yield entry.title, sheet


def _words(package: Package, *, from_1904: bool) -> CellWords:
    shared, formats = SharedTexts(), Formats()
    if _TEXTS in package.parts:
        package.hear(_TEXTS, shared)
    if _STYLES in package.parts:
        package.hear(_STYLES, formats)
    return CellWords(shared.texts, formats, from_1904)


def _other_sheets(title: str, others: list[str]) -> tuple[str, ...]:
    if not others:
        return ()
    return (
        _("Only the sheet “{title}” was read; the others are: {others}.").format(
            title=title, others=", ".join(others)
        ),
    )


def _formulas(count: int) -> tuple[str, ...]:
    if not count:
        return ()
    return (
        plural(
            "{count} cell is a formula; its last saved result was read.",
            "{count} cells are formulas; their last saved results were read.",
            count,
        ),
    )
