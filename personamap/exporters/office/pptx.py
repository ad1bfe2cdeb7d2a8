"""Persona slides as PPTX: one a person, the whole sheet in its notes.

Authoring tools import a slide by its placeholders. Name, portrait and
words therefore stand in placeholders of one layout and nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from personamap.exporters.exporter import Exporter, Progress, Rendered
from personamap.exporters.figures import ACCENTS
from personamap.exporters.flow import sheet_flow
from personamap.exporters.flow_blocks import Block, Grid, Heading, Items, Words
from personamap.exporters.office.characters import SafeText
from personamap.exporters.office.package import with_fixed_dates
from personamap.exporters.office.slides import Slides, Sort, Spoken
from personamap.exporters.outline import Outline
from personamap.exporters.raster import portrait_png
from personamap.exporters.sheet_parts import Quote, Sheet, Voice
from personamap.exporters.wording import labelled
from personamap.i18n import N_

_PIXELS = 760
_MOST_FACTS, _LONGEST_BRIEF, _LONGEST_QUOTE = 3, 420, 160


def _render(outline: Outline, progress: Progress) -> Rendered:
    safe = SafeText()
    slides = Slides(outline, safe)
    for done, sheet in enumerate(outline.sheets):
        progress(done, len(outline.sheets))
        png = portrait_png(
            sheet.figure, _PIXELS, tallness=slides.portrait_tallness, radius=0.0, rtl=outline.rtl
        )
        slides.add_person(sheet.name, (png, sheet.figure.alt), _spoken(sheet), _notes(sheet))
    return Rendered(with_fixed_dates(slides.finish(), outline.date), replaced=safe.replaced)


def _spoken(sheet: Sheet) -> Iterator[Spoken]:
    """Yield what the slide itself says; all of it and the rest stand in the notes."""
    lines: tuple[tuple[str, Sort], ...] = (
        (" · ".join(sheet.called), "soft"),
        (sheet.job, "job"),
        (_shortened(sheet.brief or sheet.nothing, _LONGEST_BRIEF), "plain"),
        (_own_line(sheet), "quote"),
    )
    for text, sort in lines:
        if text:
            yield Spoken(text, sort, ACCENTS[sheet.figure.colour])
    for pair in sheet.glance[:_MOST_FACTS]:
        fact = labelled(pair.label, _shortened(pair.text, 90))
        yield Spoken(fact, "fact", ACCENTS[sheet.figure.colour])


def _own_line(sheet: Sheet) -> str:
    for section in sheet.front:
        if isinstance(section, Voice) and section.lines:
            return _shortened(section.lines[0], _LONGEST_QUOTE)
    quotes = (section.text for section in sheet.front if isinstance(section, Quote))
    return _shortened(next(quotes, ""), _LONGEST_QUOTE)


def _shortened(text: str, most: int) -> str:
    """Return as many whole sentences as fit, or as many words when not even one does."""
    text = " ".join(text.split())
    if len(text) <= most:
        return text
    # Chinese and Japanese put no space behind a sentence.
    sentences = re.match(rf"(?s)(.{{1,{most - 2}}}(?:[.!?։؟।۔](?=\s)|[。！？]))", text)
    cut = sentences[1] if sentences else text[: most - 1].rpartition(" ")[0] or text[: most - 1]
    return f"{cut} …"


def _notes(sheet: Sheet) -> Iterator[str]:
    """Yield the lines of the notes, which begin without an empty one."""
    yield from islice(_note_lines(sheet_flow(sheet)), 1, None)


def _note_lines(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Heading():
                yield from ("", block.text)
            case Words():
                yield from block.lines
            case Items():
                yield from (f"• {item}" for item in block.items)
            case Grid():
                for row in block.rows:
                    yield " – ".join(filter(None, row))
            case _:
                pass


PPTX = Exporter(id="pptx", title=N_("Slides (PPTX)"), suffix=".pptx", needs="pages", render=_render)
