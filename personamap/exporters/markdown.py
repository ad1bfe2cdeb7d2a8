"""Sheets and the coverage report as Markdown, for wikis and pull requests.

The same words in the same order as on the pages. Pictures are left out:
their alternative text stands in their place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from personamap.exporters.exporter import Exporter, Progress, Rendered
from personamap.exporters.outline import (
    Appearance,
    Arc,
    Coverage,
    Identity,
    Lists,
    Notes,
    Outline,
    Quote,
    Scenes,
    Section,
    Sheet,
    Stories,
    Voice,
)
from personamap.i18n import N_, _

_MARKUP = re.compile(
    r"[\\`*_\[\]<>#|~$]"  # what marks anything up
    r"|&(?=#?\w+;)"  # what would become another letter
    r"|:(?=[\w+-]+:)"  # what wikis take for an emoji
    r"|^[+-]|(?<=^\d)[.)]|(?<=^\d\d)[.)]"  # what begins a list
)
_NOTHING = "–"


def escaped(text: str) -> str:
    """Return `text` on one line, so that no Markdown reader takes a letter of it for markup."""
    return _MARKUP.sub(r"\\\g<0>", " ".join(text.split()))


def _render(outline: Outline, progress: Progress) -> Rendered:
    lines = [f"# {escaped(outline.title)}", "", _said(outline.kind, outline.version), ""]
    for done, sheet in enumerate(outline.sheets):
        progress(done, len(outline.sheets))
        lines += _sheet(sheet)
    if outline.coverage:
        lines += _coverage(outline.coverage)
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"
    return Rendered(text.replace("\0", "\ufffd").encode("utf-8", "replace"))


def _said(*texts: str) -> str:
    return " · ".join(escaped(text) for text in texts if text)


def _paragraphs(text: str) -> Iterator[str]:
    for paragraph in text.splitlines():
        yield from (escaped(paragraph), "")


def _items(texts: Iterable[str]) -> Iterator[str]:
    yield from (f"- {escaped(text)}" for text in texts)
    yield ""


def _table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    cells = [escaped(head) or " " for head in heads]
    yield "| " + " | ".join(cells) + " |"
    yield "|" + " --- |" * len(cells)
    for row in rows:
        yield "| " + " | ".join(escaped(cell) or _NOTHING for cell in row) + " |"
    yield ""


def _sheet(sheet: Sheet) -> Iterator[str]:
    yield from (f"## {escaped(sheet.name)}", "")
    yield from (_said(*sheet.called), "", f"**{escaped(sheet.job)}**" if sheet.job else "", "")
    yield from _paragraphs(sheet.brief or sheet.nothing)
    yield from (f"_{escaped(sheet.figure.alt)}_", "")
    yield from _items(f"{pair.label}: {pair.text}" for pair in sheet.glance)
    for section in (*sheet.front, *sheet.back):
        yield from _section(section)
    yield from (escaped(sheet.status), "")


def _section(section: Section) -> Iterator[str]:
    match section:
        case Lists():
            for found in section.lists:
                yield from (f"### {escaped(found.title)}", "")
                yield from _items(found.items)
        case _:
            yield from (f"### {escaped(section.title)}", "")
            yield from _content(section)


def _content(
    section: Quote | Identity | Voice | Stories | Arc | Scenes | Appearance | Notes,
) -> Iterator[str]:
    match section:
        case Quote() | Notes():
            yield from _paragraphs(section.text)
        case Identity():
            yield from _table(section.heads, _facets(section))
        case Voice():
            yield from _voice(section)
        case Stories():
            yield from _stories(section)
        case Arc():
            yield from _arc(section)
        case Scenes():
            rows = ((str(r.number), r.title, r.part, r.setting) for r in section.rows)
            yield from _table(section.heads, rows)
            yield from _paragraphs(section.note)
        case Appearance():
            yield from _appearance(section)


def _facets(identity: Identity) -> Iterator[tuple[str, ...]]:
    for row in identity.rows:
        shown = ": ".join(filter(None, (row.shown, row.shown_how)))
        yield (row.facet, row.words, shown)[: len(identity.heads)]


def _voice(voice: Voice) -> Iterator[str]:
    yield from _paragraphs(voice.tone)
    yield from _items(voice.lines)
    if voice.avoid.items:
        yield from (f"**{escaped(voice.avoid.title)}**", "")
        yield from _items(voice.avoid.items)


def _stories(stories: Stories) -> Iterator[str]:
    for story in stories.stories:
        yield from (f"#### {escaped(story.title)}", "", escaped(story.note), "")
        yield from _items(f"{step.label}: {step.text}" for step in story.steps)
        yield from _paragraphs(story.own_words)


def _arc(arc: Arc) -> Iterator[str]:
    yield from _paragraphs(arc.summary)
    yield from _items(" ".join(filter(None, (t.label, t.lead, t.text))) for t in arc.turns)
    if arc.people:
        yield from (f"#### {escaped(arc.people_title)}", "")
        yield from _items(f"{one.figure.name}: {one.text}" for one in arc.people)


def _appearance(look: Appearance) -> Iterator[str]:
    yield from _paragraphs(look.description)
    yield from _items(": ".join(filter(None, (pose.label, pose.note))) for pose in look.poses)
    if look.alt_text:
        yield from (f"**{escaped(look.alt_title)}**: {escaped(look.alt_text)}", "")


def _coverage(coverage: Coverage) -> Iterator[str]:
    yield from (f"## {escaped(coverage.question)}", "")
    yield from _paragraphs(coverage.lead)
    yield from (f"**{escaped(coverage.achieved_of)}** {escaped(coverage.achieved_text)}", "")
    yield from (f"### {escaped(coverage.seats_title)}", "")
    for row in coverage.rows:
        yield from (f"**{escaped(row.label)}** {escaped(row.note)}", "")
        yield from _items(_seat(s.label, [p.name for p in s.people], s.count) for s in row.seats)
        yield from _paragraphs(row.absent)
    yield from (f"### {escaped(coverage.findings_title)}", "")
    for number, found in enumerate(coverage.findings, 1):
        yield from (f"{number}. **{escaped(found.title)}**. {escaped(found.evidence)}", "")
        yield from (f"   {_said(found.counts, found.change)}", "")
    yield from _paragraphs(coverage.more)
    if coverage.accepted:
        yield from (f"### {escaped(coverage.accepted_title)}", "")
        rows = ((a.finding, a.reason, a.decided) for a in coverage.accepted)
        yield from _table(coverage.accepted_heads, rows)
    yield from _paragraphs(coverage.advice)


def _seat(label: str, names: list[str], count: str) -> str:
    return _("{value}: {names}").format(value=label, names=", ".join(names) or count)


MARKDOWN = Exporter(
    id="md", title=N_("Text for wikis (Markdown)"), suffix=".md", needs="pages", render=_render
)
