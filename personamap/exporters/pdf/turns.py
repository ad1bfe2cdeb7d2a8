"""What turned a persona, beside the belonging square, with the numbers it has in there."""

from __future__ import annotations

from collections.abc import Sequence

from personamap.exporters.pdf.bars import barred
from personamap.exporters.pdf.blocks import Block, Painted, Spot, TextBlock
from personamap.exporters.pdf.look import PAPER, Look
from personamap.exporters.pdf.rows import Marked
from personamap.exporters.pdf.shapes import disc
from personamap.exporters.pdf.tags import Node
from personamap.exporters.pdf.text import Paragraph, Style
from personamap.exporters.sheet_parts import Turn

_INDENT, _LABEL_GAP = 24.0, 6.0


def turn_items(turns: Sequence[Turn], look: Look, node: Node) -> list[Block]:
    """Return a list of turns; their texts stand in so far that every label is on one line."""
    items = node.bullet_list("None")
    style = Style(look.shelf.strong, 8, 12, look.accent)
    labels = [look.worded(turn.label, style) for turn in turns]
    indent = max(_INDENT, *(label.natural_width() + _LABEL_GAP for label in labels))
    return [
        _item(turn, label, look, items.add("LI"), indent)
        for turn, label in zip(turns, labels, strict=True)
    ]


def _item(turn: Turn, said: Paragraph, look: Look, item: Node, indent: float) -> Block:
    label = item.add("Lbl")
    paragraph = look.lead(turn.lead, turn.text, look.text)
    body = TextBlock(paragraph, item.add("LBody"), gap=6)
    if turn.label.isdigit():
        sign = _numbered(turn.label, look, label)
    else:
        sign = TextBlock(said, look.labelled(label))
    return barred(Marked(sign, body, rtl=look.rtl, indent=indent), look, changed=turn.changed)


def _numbered(number: str, look: Look, label: Node) -> Block:
    style = Style(look.shelf.strong, 8, 12, PAPER)

    def paint(spot: Spot) -> None:
        centre = spot.left + (spot.width - 6 if look.rtl else 6)
        with spot.canvas.tagged(None):
            disc(spot.canvas, (centre, spot.top - 6), 6, look.accent)
        place = (centre - 6, spot.top, 12)
        Paragraph(number, style).draw(spot.canvas, place, align="centre")

    return Painted(12, paint, label)
