"""An outline as one flow of plain blocks, for formats that run from top to bottom.

Pages are designed section by section. A wiki, a word processor, a web page
or the notes of a slide need the same words in the same order as headings,
texts, lists and tables; they all take them from here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from personamap.analysis.wording import set_apart
from personamap.exporters.coverage_parts import Coverage
from personamap.exporters.flow_blocks import (
    Block,
    Chapter,
    Face,
    Grid,
    Heading,
    Items,
    LabelText,
    TextRole,
    Words,
)
from personamap.exporters.review_parts import Plot
from personamap.exporters.sheet_parts import (
    Appearance,
    Arc,
    ChangeList,
    Identity,
    Lists,
    Notes,
    Quote,
    Scenes,
    Section,
    Sheet,
    Stories,
    Turn,
    Voice,
)
from personamap.exporters.wording import labelled


def sheet_flow(sheet: Sheet) -> Iterator[Block]:
    """Yield everything a persona sheet says."""
    yield Heading(1, sheet.name, sheet.id, sheet.id)
    yield Face(sheet.figure)
    yield from _filled(Words(sheet.figure.credit, "note"))
    yield from _filled(Words(_dotted(sheet.called), "note"), Words(sheet.job, "strong"))
    yield from _filled(Words(sheet.brief or LabelText(sheet.nothing), "lead"))
    if sheet.glance:
        pairs = (labelled(pair.label, pair.text) for pair in sheet.glance)
        yield Items(tuple(pairs))
    for section in (*sheet.front, *sheet.back):
        yield from _section(section)
    yield from _filled(_told(sheet.status, "note"))


def coverage_flow(coverage: Coverage) -> Iterator[Block]:
    """Yield everything the coverage report says."""
    yield _titled(1, coverage.question)
    yield from _filled(_told(coverage.lead, "lead"))
    yield _told(f"{coverage.achieved_of} {coverage.achieved_text}", "strong")
    yield _titled(2, coverage.seats_title)
    for row in coverage.rows:
        yield Heading(3, row.label)
        yield from _filled(_told(row.note, "note"))
        seats = (labelled(s.label, _named([p.name for p in s.people], s.count)) for s in row.seats)
        yield Items(tuple(seats))
        yield from _filled(_told(row.absent, "note"))
    yield _titled(2, coverage.findings_title)
    for number, found in enumerate(coverage.findings, 1):
        yield Heading(3, LabelText(f"{number}. {found.title}"), subject=found.subject)
        yield from _filled(_told(found.evidence), _told(found.counts, "note"))
        yield from _filled(_told(found.returned, "note"))
        if found.change:
            yield _told(labelled(coverage.change_title, found.change), "strong")
            yield from _filled(_told(found.effect, "note"))
    yield from _filled(_told(coverage.more))
    if coverage.accepted:
        yield _titled(2, coverage.accepted_title)
        rows = ((a.finding, a.reason, a.decided) for a in coverage.accepted)
        yield Grid(_heads(coverage.accepted_heads), tuple(rows))
    yield from _counted(coverage)
    yield from _filled(_told(coverage.advice, "note"))


def chapter_flow(chapter: Chapter) -> Iterator[Block]:
    """Yield a chapter with its title."""
    yield Heading(1, LabelText(chapter.title), chapter.key)
    yield from _filled(_told(chapter.lead, "lead"))
    yield from chapter.blocks


def plot_flow(plot: Plot) -> Iterator[Block]:
    """Yield everything that happens in the course."""
    yield _titled(1, plot.title)
    for scene in plot.scenes:
        yield Heading(2, scene.title, subject=scene.subject)
        yield from _filled(Words(scene.setting, "note"), Words(scene.summary))
        if scene.people:
            yield Items(tuple(labelled(set_apart(name), part) for name, part in scene.people))
        yield from _filled(*(Words(note, "note") for note in scene.notes))


def _counted(coverage: Coverage) -> Iterator[Block]:
    if coverage.crossed:
        yield _titled(2, coverage.crossed_title)
        yield from _filled(_told(coverage.crossed_note, "note"))
    for crossing in coverage.crossed:
        # Tables without anything between them become one in a word processor.
        yield Heading(3, crossing.label)
        rows = ((r.label, str(r.people), *map(str, r.counts)) for r in crossing.rows)
        yield Grid((crossing.label, *crossing.heads), tuple(rows))
    for table in filter(None, (coverage.audience, coverage.voices, coverage.others)):
        yield _titled(2, table.title)
        yield from _filled(_told(table.note, "note"))
        yield Grid(_heads(table.heads), table.rows)


def _titled(level: int, text: str) -> Heading:
    return Heading(level, LabelText(text))


def _told(text: str, role: TextRole = "body") -> Words:
    return Words(LabelText(text), role)


def _heads(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(map(LabelText, texts))


def _filled(*texts: Words) -> Iterator[Words]:
    return (words for words in texts if words.text.strip())


def _dotted(texts: Iterable[str]) -> str:
    return " · ".join(text for text in texts if text)


def _named(names: list[str], count: str) -> str:
    return ", ".join(names) or count


def _section(section: Section) -> Iterator[Block]:
    match section:
        case Lists():
            for found in section.lists:
                yield _titled(2, found.title)
                # One thing alone is no list.
                if found.mark or len(found.items) > 1:
                    yield Items(found.items, found.mark)
                else:
                    yield from _filled(*map(Words, found.items))
        case ChangeList():
            yield _titled(2, section.title)
            yield from _filled(_told(section.note, "note"))
            yield Items(tuple(labelled(line.label, line.text) for line in section.lines))
        case Arc():
            yield from _arc(section)
        case _:
            yield _titled(2, section.title)
            yield from _content(section)


def _content(
    section: Quote | Identity | Voice | Stories | Scenes | Appearance | Notes,
) -> Iterator[Block]:
    match section:
        case Quote() | Notes():
            yield Words(section.text, "quote" if isinstance(section, Quote) else "body")
        case Identity():
            subjects = tuple(row.subject for row in section.rows)
            yield Grid(_heads(section.heads), tuple(_facets(section)), subjects)
        case Voice():
            yield from _voice(section)
        case Stories():
            yield from _stories(section)
        case Scenes():
            rows = ((str(r.number), r.title, r.part, r.setting) for r in section.rows)
            yield Grid(_heads(section.heads), tuple(rows))
            yield from _filled(_told(section.note, "note"))
        case Appearance():
            yield from _appearance(section)


def _facets(identity: Identity) -> Iterator[tuple[str, ...]]:
    for row in identity.rows:
        shown = labelled(row.shown, row.shown_how)
        yield (row.facet, row.words, shown)[: len(identity.heads)]


def _voice(voice: Voice) -> Iterator[Block]:
    yield from _filled(Words(voice.tone))
    yield from (Words(line, "quote") for line in voice.lines)
    if voice.avoid.items:
        yield _titled(3, voice.avoid.title)
        yield Items(voice.avoid.items, voice.avoid.mark)


def _stories(stories: Stories) -> Iterator[Block]:
    for story in stories.stories:
        yield Heading(3, story.title, subject=story.subject)
        yield from _filled(Words(story.note, "note"))
        if story.steps:
            yield Items(tuple(labelled(step.label, step.text) for step in story.steps))
        yield from _filled(Words(story.own_words, "quote"))


def _arc(arc: Arc) -> Iterator[Block]:
    if arc.square or arc.turns:
        yield _titled(2, arc.title)
    if arc.square:
        yield from _filled(_told(arc.summary))
    if arc.turns:
        yield _titled(3, arc.turns_title)
        yield Items(tuple(map(_turn, arc.turns)))
    if arc.people:
        yield _titled(2, arc.people_title)
        yield Items(tuple(labelled(set_apart(one.figure.name), one.text) for one in arc.people))


def _turn(turn: Turn) -> str:
    """Return what turned somebody, without the number it has in the picture of the square."""
    if turn.label.isdigit():
        return " ".join(filter(None, (turn.lead, turn.text)))
    return labelled(turn.label, " ".join(filter(None, (turn.lead, turn.text))))


def _appearance(look: Appearance) -> Iterator[Block]:
    yield from _filled(Words(look.description))
    if look.poses:
        yield Items(tuple(labelled(pose.label, pose.note) for pose in look.poses))
    if look.alt_text:
        yield _titled(3, look.alt_title)
        yield Words(look.alt_text)
