"""The second page of a persona sheet, section by section."""

from __future__ import annotations

from personamap.exporters.figure import Figure
from personamap.exporters.pdf.bars import barred
from personamap.exporters.pdf.blocks import Block, KeepWithNext, Painted, Spot, Stack, TextBlock
from personamap.exporters.pdf.front_sections import side_head, sided
from personamap.exporters.pdf.look import GUTTER, INK, Look, column, columns
from personamap.exporters.pdf.page_ends import in_company
from personamap.exporters.pdf.portrait import Portraits
from personamap.exporters.pdf.rows import (
    ROW_ABOVE,
    ROW_BELOW,
    Cell,
    Marked,
    Row,
    Ruled,
    Section,
    table_row,
)
from personamap.exporters.pdf.square import SQUARE_HEIGHT, paint_square
from personamap.exporters.pdf.tags import Node
from personamap.exporters.pdf.turns import turn_items
from personamap.exporters.sheet_parts import (
    Appearance,
    Arc,
    Companion,
    Scenes,
    Stories,
    Story,
)

_FACE = 7.0
_COMPANION_FACE = 13.0
_STEP_RULE = 2.0
_POSE_HEIGHT = 55.0


def stories_section(stories: Stories, look: Look, node: Node, portraits: Portraits) -> Block:
    """Return the lived experiences, each a row of steps."""
    head = KeepWithNext(look.label(node, "H2", stories.title, look.head))
    told: list[Block] = []
    for story in stories.stories:
        parts = _story(story, look, node.add("Sect"), portraits)
        whole = Stack(parts, gap=parts[0].gap)
        told += [barred(whole, look, changed=True)] if story.changed else parts
    again = look.continued(stories.title)
    return Section(None, Stack((head, *told)), rtl=look.rtl, again=again)


def _story(story: Story, look: Look, node: Node, portraits: Portraits) -> list[Block]:
    title = look.said(node, "H3", story.title, look.strong)
    blocks: list[Block] = [KeepWithNext(_story_head(story, title, look, node, portraits))]
    if story.steps:
        blocks.append(_steps(story, look, node))
    if story.own_words:
        words = look.said(node.add("BlockQuote"), "P", story.own_words, look.line, gap=5)
        blocks.append(words)
    return blocks


def _story_head(
    story: Story, title: TextBlock, look: Look, node: Node, portraits: Portraits
) -> Block:
    if not story.note:
        return Stack((title,), gap=10)
    note = look.said(node, "P", story.note, look.note)
    faces = len(story.shared_with) * (2 * _FACE + 2)
    title_width = title.paragraph.natural_width() + 1
    note_width = note.paragraph.natural_width() + 1
    fits = title_width + note_width + faces + 24 <= columns(12)

    def paint(spot: Spot) -> None:
        for place, figure in enumerate(story.shared_with):
            along = _FACE + place * (2 * _FACE + 2)
            x = spot.left + (spot.width - along if look.rtl else along)
            portraits.face(figure, (x, spot.top - _FACE), _FACE)

    shown = Painted(2 * _FACE if faces else 12, paint)
    if fits:
        cells = (
            Cell(0, title_width, title),
            Cell(columns(12) - note_width - faces - 4, faces, shown),
            Cell(columns(12) - note_width, note_width, note),
        )
        return Stack((Row(cells, rtl=look.rtl),), gap=10)
    start = faces + 4 if faces else 0.0
    below = Row((Cell(0, faces, shown), Cell(start, columns(12) - start, note)), rtl=look.rtl)
    below.gap = 3
    return Stack((title, below), gap=10)


def _steps(story: Story, look: Look, node: Node) -> Block:
    cells = []
    span = 12 // len(story.steps)
    for place, step in enumerate(story.steps):
        label = look.label(node, "P", step.label, look.note)
        text = look.said(node, "P", step.text, look.text)
        colour = INK if step.hinders else look.accent
        inside = Row(
            (Cell(0, columns(span), Stack((KeepWithNext(label), text))),),
            rtl=look.rtl,
            above=5,
            loose=True,
        )
        ruled = Ruled(inside, colour=colour, weight=_STEP_RULE)
        cells.append(Cell(column(1 + place * span), columns(span), ruled))
    row = Row(cells, rtl=look.rtl)
    row.gap = 5
    return row


def arc_section(arc: Arc, look: Look, node: Node, portraits: Portraits) -> Block:
    """Return the belonging square, what turned it, and the people around."""
    if not (arc.square or arc.turns):
        return _people_section(arc, look, node, portraits)
    stacks = []
    if arc.square:
        square = arc.square
        head = KeepWithNext(look.label(node, "H2", arc.title, look.head))
        figure = look.labelled(node.add("Figure", alt=arc.summary))

        def paint(spot: Spot) -> None:
            paint_square(spot, arc, square, look)

        painted = Painted(SQUARE_HEIGHT, paint, figure, gap=6)
        picture = barred(painted, look, changed=arc.changed)
        words = look.worded(square.caption, look.note, balance=True)
        caption = TextBlock(words, look.labelled(node.add("P")), gap=4)
        stacks.append(Stack((head, picture, caption)))
    if arc.turns:
        head = KeepWithNext(look.label(node, "H2", arc.turns_title, look.head))
        stacks.append(Stack((head, *turn_items(arc.turns, look, node))))
    if arc.people:
        head = KeepWithNext(look.label(node, "H2", arc.people_title, look.head))
        items = node.bullet_list("None")
        people = [_companion(c, look, items.add("LI"), portraits) for c in arc.people]
        stacks.append(Stack((head, *people)))
    cells = [
        Cell(column(1 + 4 * place), columns(4) - (8 if place < 2 else 0), stack)
        for place, stack in enumerate(stacks)
    ]
    return Section(None, Row(cells, rtl=look.rtl, loose=True), rtl=look.rtl)


def _people_section(arc: Arc, look: Look, node: Node, portraits: Portraits) -> Block:
    """Return the people around alone, two in a row."""
    side = side_head(look, node, arc.people_title)
    items = node.bullet_list("None")
    people = [_companion(c, look, items.add("LI"), portraits) for c in arc.people]
    width = (columns(9) - GUTTER) / 2
    rows = [
        Row(
            [Cell(at * (width + GUTTER), width, block) for at, block in enumerate(two)],
            rtl=look.rtl,
            gap=6,
        )
        for two in (people[start : start + 2] for start in range(0, len(people), 2))
    ]
    return sided(look, side, arc.people_title, Stack(rows))


def _companion(companion: Companion, look: Look, item: Node, portraits: Portraits) -> Block:
    body = item.add("LBody")
    name = look.said(body, "P", companion.figure.name, look.strong)
    texts: list[Block] = [KeepWithNext(name)]
    if companion.text:
        texts.append(look.said(body, "P", companion.text, look.text))

    def paint(spot: Spot) -> None:
        centre = spot.left + (spot.width - _COMPANION_FACE if look.rtl else _COMPANION_FACE)
        portraits.face(companion.figure, (centre, spot.top - _COMPANION_FACE - 1), _COMPANION_FACE)

    face = Painted(2 * _COMPANION_FACE + 2, paint)
    whole = Marked(face, Stack(texts, gap=6), rtl=look.rtl, indent=36)
    return barred(whole, look, changed=companion.changed)


def scenes_section(scenes: Scenes, look: Look, node: Node) -> Block:
    """Return the scenes a persona is in, as a table."""
    side = side_head(look, node, scenes.title, scenes.note)
    table = node.add("Table")
    head = table.add("TR")
    titles = [look.label_header(head, "Column", title, look.note) for title in scenes.heads]
    first = KeepWithNext(Ruled(Row(_scene_cells(titles), rtl=look.rtl, below=4), below=True))
    rows: list[Block] = []
    for place, scene in enumerate(scenes.rows):
        line = table.add("TR")
        number = look.said(line, "TD", str(scene.number), look.text)
        title = look.said_header(line, "Row", scene.title, look.strong)
        part = look.said(line, "TD", scene.part, look.text)
        setting = look.said(line, "TD", scene.setting, look.text)
        plain = table_row(_scene_cells((number, title, part, setting)), rtl=look.rtl)
        row = barred(plain, look, changed=scene.changed, above=ROW_ABOVE, below=ROW_BELOW)
        rows.append(Ruled(row, below=True) if place < len(scenes.rows) - 1 else row)
    return sided(look, side, scenes.title, Stack((first, *in_company(rows))))


def _scene_cells(blocks: tuple[Block, ...] | list[TextBlock]) -> tuple[Cell, ...]:
    places = ((0, 18), (20, 108), (138, 112), (260, 115))
    return tuple(
        Cell(start, width, block) for (start, width), block in zip(places, blocks, strict=True)
    )


def look_section(shown: Appearance, look: Look, node: Node, portraits: Portraits) -> Block:
    """Return what a person looks like: description, poses and alternative text."""
    side = side_head(look, node, shown.title, shown.description, own_note=True)
    stacks: list[tuple[int, int, Block]] = []
    if shown.poses:
        stacks.append((4, 5 if shown.alt_text else 9, _poses(shown, look, node, portraits)))
    if shown.alt_text:
        head = look.lead(shown.alt_title, shown.alt_length, look.note)
        label = KeepWithNext(TextBlock(head, look.labelled(node.add("P"))))
        text = look.said(node, "P", shown.alt_text, look.text, gap=2)
        start, span = (9, 4) if shown.poses else (4, 9)
        stacks.append((start, span, Stack((label, text))))
    cells = [Cell(column(start) - column(4), columns(span), block) for start, span, block in stacks]
    body = barred(Row(cells, rtl=look.rtl, loose=True), look, changed=shown.changed)
    return sided(look, side, shown.title, body)


def _poses(shown: Appearance, look: Look, node: Node, portraits: Portraits) -> Block:
    per_row = 3 if shown.alt_text else 6
    width = 58.0
    rows: list[Block] = []
    for start in range(0, len(shown.poses), per_row):
        cells = []
        for place, pose in enumerate(shown.poses[start : start + per_row]):
            parts: list[Block] = []
            if pose.figure:
                parts.append(_pose_picture(pose.figure, look, node, portraits))
            if pose.label:
                parts.append(look.said(node, "P", pose.label, look.note, gap=4))
            if pose.note:
                parts.append(look.said(node, "P", pose.note, look.note))
            cells.append(Cell(place * (width + 7), width, Stack(parts)))
        row = Row(cells, rtl=look.rtl)
        row.gap = 8
        rows.append(row)
    return Stack(rows)


def _pose_picture(figure: Figure, look: Look, node: Node, portraits: Portraits) -> Block:
    def paint(spot: Spot) -> None:
        box = (spot.left, spot.top - _POSE_HEIGHT, spot.width, _POSE_HEIGHT)
        portraits.bust(figure, box, radius=4, mirrored=look.rtl and figure.picture is None)

    return Painted(_POSE_HEIGHT, paint, node.add("Figure", alt=figure.alt))
