"""Blocks of a flow as HTML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from personamap.exporters.flow_blocks import NOTHING, Block, Face, Grid, Heading, Items, Mark, Words
from personamap.exporters.html.commenting import say_button
from personamap.exporters.html.markup import Markup, joined, tag
from personamap.exporters.html.portraits import portrait
from personamap.exporters.html.saying import Say
from personamap.i18n import _
from personamap.stopping import each

_LONG_CELL = 24
"""Letters of which at most two cells find room beside each other on a phone."""
_MARKS: dict[Mark, str] = {"check": "✓ ", "cross": "✗ "}
_ROLES = {"lead": "lead", "note": "note", "strong": "strong", "body": ""}


def flowed(
    blocks: Iterable[Block], level: int, say: Say, commented: str | None = None
) -> Iterator[Markup]:
    """Yield blocks as HTML; a heading of the flow's first level becomes `h{level}`.

    With `commented`, the name of what they are all about or nothing, there
    is a button beside whatever can be commented.
    """
    for block in each(blocks):
        match block:
            case Heading():
                yield _heading(block, level, commented, say)
            case Words():
                yield from _words(block, say)
            case Items():
                mark = _MARKS.get(block.mark, "")
                items = [say("li", mark + item) for item in block.items]
                yield tag("ul", items, class_="marked" if mark else "")
            case Grid():
                yield _table(block, commented, say)
            case Face():
                yield portrait(block.figure)


def _heading(heading: Heading, level: int, commented: str | None, say: Say) -> Markup:
    title = say(f"h{level + heading.level - 1}", heading.text)
    if commented is None or not heading.subject:
        return title
    button = say_button(heading.subject, _about(commented, heading.text))
    return tag(
        "div", title, tag("span", button, class_="commenting", lang=say.labels), class_="head"
    )


def _about(whole: str, part: str) -> str:
    if not whole or whole == part:
        return part
    return _("{whole}: {part}").format(whole=whole, part=part)


def _words(words: Words, say: Say) -> Iterator[Markup]:
    for line in words.lines:
        if words.role == "quote":
            yield tag("blockquote", say("p", line))
        else:
            yield say("p", line, class_=_ROLES[words.role])


def _table(grid: Grid, commented: str | None, say: Say) -> Markup:
    """Return a table; a commented or wordy one falls apart into blocks on a narrow page.

    A browser forgets what a table is once it is laid out otherwise, so its roles are said too.
    """
    subjects = grid.subjects if commented is not None else ()
    heads = [say("th", head, scope="col", role="columnheader") for head in grid.heads]
    rows = [_row(grid.heads, row, say) for row in grid.rows]
    if subjects:
        column = {"scope": "col", "role": "columnheader", "class_": "commenting"}
        heads.append(say.label("th", _("Comment"), **column))
        pairs = zip(rows, grid.rows, subjects, strict=True)
        rows = [
            joined(row, _say_cell(s, _about(commented or "", cells[0]), say.labels))
            for row, cells, s in pairs
        ]
    body = [tag("tr", row, role="row") for row in rows]
    table = tag(
        "table",
        tag("thead", tag("tr", heads, role="row"), role="rowgroup"),
        tag("tbody", body, role="rowgroup"),
        role="table",
        class_="stacking" if grid.subjects or _is_wordy(grid) else "",
    )
    return tag("div", table, class_="wide", tabindex="0", role="group", aria_label=grid.heads[0])


def _is_wordy(grid: Grid) -> bool:
    """Tell whether cells hold more than counts: too much to stand side by side on a phone."""
    return any(len(cell) > _LONG_CELL for row in grid.rows for cell in row[1:])


def _row(heads: tuple[str, ...], cells: tuple[str, ...], say: Say) -> Markup:
    first, *others = (cell or NOTHING for cell in cells)
    return joined(
        say("th", first, scope="row", role="rowheader"),
        [
            say("td", cell, role="cell", data_head=head)
            for head, cell in zip(heads[1:], others, strict=True)
        ],
    )


def _say_cell(subject: str, about: str, lang: str) -> Markup:
    button = say_button(subject, about)
    return tag("td", button, role="cell", class_="commenting", lang=lang)
