"""Blocks of a flow as HTML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from personamap.exporters.flow import NOTHING, Block, Face, Grid, Heading, Items, Words
from personamap.exporters.html.markup import Markup, tag
from personamap.exporters.html.portraits import portrait
from personamap.exporters.outline import Mark

_MARKS: dict[Mark, str] = {"check": "✓ ", "cross": "✗ "}
_ROLES = {"lead": "lead", "note": "note", "strong": "strong", "body": ""}


def flowed(blocks: Iterable[Block], level: int) -> Iterator[Markup]:
    """Yield blocks as HTML; a heading of the flow's first level becomes `h{level}`."""
    for block in blocks:
        match block:
            case Heading():
                yield tag(f"h{level + block.level - 1}", block.text)
            case Words():
                yield from _words(block)
            case Items():
                mark = _MARKS.get(block.mark, "")
                yield tag("ul", [tag("li", mark + item) for item in block.items])
            case Grid():
                yield _table(block)
            case Face():
                yield portrait(block.figure)


def _words(words: Words) -> Iterator[Markup]:
    for line in filter(str.strip, words.text.split("\n")):
        if words.role == "quote":
            yield tag("blockquote", tag("p", line))
        else:
            yield tag("p", line, class_=_ROLES[words.role])


def _table(grid: Grid) -> Markup:
    heads = tag("tr", [tag("th", head, scope="col") for head in grid.heads])
    rows = (
        tag(
            "tr",
            tag("th", row[0] or NOTHING, scope="row"),
            [tag("td", c or NOTHING) for c in row[1:]],
        )
        for row in grid.rows
    )
    table = tag("table", tag("thead", heads), tag("tbody", rows))
    return tag("div", table, class_="wide", tabindex="0", role="region", aria_label=grid.heads[0])


def _row(cells: tuple[str, ...]) -> Markup:
    first, *others = (cell or NOTHING for cell in cells)
    return tag("tr", tag("th", first, scope="row"), [tag("td", cell) for cell in others])
