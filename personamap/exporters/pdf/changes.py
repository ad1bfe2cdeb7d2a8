"""The list of what changed, at the end of a sheet."""

from __future__ import annotations

from personamap.exporters.pdf.bars import barred
from personamap.exporters.pdf.blocks import Block, Stack, TextBlock
from personamap.exporters.pdf.front_sections import side_head, sided
from personamap.exporters.pdf.look import Look
from personamap.exporters.pdf.tags import Node
from personamap.exporters.sheet_parts import ChangeList
from personamap.i18n import _


def changes_section(changes: ChangeList, look: Look, node: Node) -> Block:
    """Return what changed since an earlier issue, each line with a bar."""
    side = side_head(look, node, changes.title, changes.note)
    items = node.bullet_list("None")
    lines: list[Block] = []
    for place, line in enumerate(changes.lines):
        said = look.lead(_("{label}:").format(label=line.label), line.text, look.text)
        body = TextBlock(said, items.add("LI").add("LBody"), gap=4 if place else 0)
        lines.append(barred(body, look, changed=True))
    return sided(look, side, changes.title, Stack(lines))
