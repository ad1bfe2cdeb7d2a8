"""Sheets, the coverage report and the character bible as Markdown, for wikis and pull requests.

The same words in the same order as on the pages. Pictures are left out:
their alternative text stands in their place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from personamap.exporters.exporter import Exporter, Progress, Rendered
from personamap.exporters.flow import chapter_flow, coverage_flow, sheet_flow
from personamap.exporters.flow_blocks import NOTHING, Block, Face, Grid, Heading, Items, Mark, Words
from personamap.exporters.outline import Outline
from personamap.i18n import N_

_MARKUP = re.compile(
    r"[\\`*_\[\]<>#|~$]"  # what marks anything up
    r"|&(?=#?\w+;)"  # what would become another letter
    r"|:(?=[\w+-]+:)"  # what wikis take for an emoji
    r"|^[+-]|(?<=^\d)[.)]|(?<=^\d\d)[.)]"  # what begins a list
)
_MARKS: dict[Mark, str] = {"check": "✓ ", "cross": "✗ "}


def escaped(text: str) -> str:
    """Return `text` on one line, so that no Markdown reader takes a letter of it for markup."""
    return _MARKUP.sub(r"\\\g<0>", " ".join(text.split()))


def _render(outline: Outline, progress: Progress) -> Rendered:
    kind = " · ".join(escaped(text) for text in (outline.kind, outline.version) if text)
    lines = [f"# {escaped(outline.title)}", "", kind, ""]
    for chapter in outline.bible.before if outline.bible else ():
        lines += _lines(chapter_flow(chapter))
    for done, sheet in enumerate(outline.sheets):
        progress(done, len(outline.sheets))
        lines += _lines(sheet_flow(sheet))
    for chapter in outline.bible.after if outline.bible else ():
        lines += _lines(chapter_flow(chapter))
    for chapter in outline.chapters:
        lines += _lines(chapter_flow(chapter))
    if outline.coverage:
        lines += _lines(coverage_flow(outline.coverage))
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"
    return Rendered(text.replace("\0", "\ufffd").encode("utf-8", "replace"))


def _lines(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Heading():
                yield f"{'#' * (block.level + 1)} {escaped(block.text)}"
            case Words():
                yield from _paragraphs(block)
            case Items():
                mark = _MARKS.get(block.mark, "")
                yield from (f"- {mark}{escaped(item)}" for item in block.items)
            case Grid():
                yield from _table(block)
            case Face():
                yield f"_{escaped(block.figure.alt)}_"
        yield ""


def _paragraphs(words: Words) -> Iterator[str]:
    for paragraph in words.text.splitlines():
        text = escaped(paragraph)
        if not text:
            continue
        match words.role:
            case "strong":
                yield f"**{text}**"
            case "quote":
                yield f"> {text}"
            case _:
                yield text
        yield ""


def _table(grid: Grid) -> Iterator[str]:
    yield "| " + " | ".join(escaped(head) or " " for head in grid.heads) + " |"
    yield "|" + " --- |" * len(grid.heads)
    for row in grid.rows:
        yield "| " + " | ".join(escaped(cell) or NOTHING for cell in row) + " |"


MARKDOWN = Exporter(
    id="md",
    title=N_("Text for wikis (Markdown)"),
    suffix=".md",
    needs="pages",
    render=_render,
    makes=("sheets", "report", "bible", "changes"),
)
