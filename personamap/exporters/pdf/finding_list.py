"""The findings of the coverage report, numbered, and those accepted on purpose."""

from __future__ import annotations

from personamap.exporters.coverage_parts import (
    Coverage,
    FindingText,
)
from personamap.exporters.pdf.blocks import Block, KeepWithNext, Painted, Spot, Stack, TextBlock
from personamap.exporters.pdf.look import INK, MEASURE, PAPER, Look
from personamap.exporters.pdf.page_ends import in_company
from personamap.exporters.pdf.rows import Cell, Marked, Row, Ruled, Section, table_row
from personamap.exporters.pdf.shapes import disc
from personamap.exporters.pdf.tags import Node
from personamap.exporters.pdf.text import Paragraph, Style

_NUMBER_INDENT = 31.0
_CHANGE_START, _FINDING_WIDTH = 344.0, 320.0
_ACCEPTED = ((0.0, 190.0), (203.0, 200.0), (418.0, 86.0))


def findings_section(coverage: Coverage, look: Look, node: Node) -> Block:
    """Return the findings, each beside the smallest change that closes it."""
    head: Block = KeepWithNext(look.label(node, "H2", coverage.findings_title, look.head))
    if not coverage.findings:
        nothing = look.label(node, "P", coverage.more, look.text, gap=6)
        return Section(None, Stack((head, nothing)), rtl=look.rtl)
    rows = [head]
    items = node.bullet_list("Decimal")
    last = len(coverage.findings)
    for number, finding in enumerate(coverage.findings, start=1):
        row = _finding(number, finding, coverage, look, items.add("LI"))
        rows.append(row if number == last else Ruled(row, below=True, start=0))
    if coverage.more:
        rows.append(look.label(node, "P", coverage.more, look.soft, gap=8))
    again = look.continued(coverage.findings_title)
    return Section(None, Stack(rows), rtl=look.rtl, again=again)


def _finding(
    number: int, finding: FindingText, coverage: Coverage, look: Look, item: Node
) -> Block:
    label, body = item.add("Lbl"), item.add("LBody")
    style = Style(look.shelf.strong, 9, 12, PAPER)

    def paint(spot: Spot) -> None:
        centre = spot.left + (spot.width - 8 if look.rtl else 8)
        with spot.canvas.tagged(None):
            disc(spot.canvas, (centre, spot.top - 8), 8, INK)
        place = (centre - 8, spot.top - 2, 16)
        Paragraph(str(number), style).draw(spot.canvas, place, align="centre")

    title = look.label(body, "P", finding.title, look.strong)
    texts = [title]
    if finding.counts:
        texts.append(look.label(body, "P", finding.counts, look.note))
    if finding.evidence:
        texts.append(look.label(body, "P", finding.evidence, look.text))
    if finding.returned:
        texts.append(look.label(body, "P", finding.returned, look.note))
    said = Marked(Painted(16, paint, label), Stack(texts), rtl=look.rtl, indent=_NUMBER_INDENT)
    cells = [Cell(0, _FINDING_WIDTH if finding.change else MEASURE, said)]
    if finding.change:
        change = [
            look.label(body, "P", coverage.change_title, look.note),
            look.label(body, "P", finding.change, look.text),
        ]
        if finding.effect:
            change.append(look.label(body, "P", finding.effect, look.note))
        cells.append(Cell(_CHANGE_START, MEASURE - _CHANGE_START, Stack(change)))
    return Row(cells, rtl=look.rtl, above=6, below=6)


def accepted_section(coverage: Coverage, look: Look, node: Node) -> Block:
    """Return the findings accepted on purpose, with reason, name and date."""
    head = KeepWithNext(look.label(node, "H2", coverage.accepted_title, look.head))
    table = node.add("Table")
    line = table.add("TR")
    titles = [
        look.label_header(line, "Column", title, look.note) for title in coverage.accepted_heads
    ]
    first = KeepWithNext(Ruled(table_row(_cells(titles), rtl=look.rtl), below=True))
    rows: list[Block] = []
    for accepted in coverage.accepted:
        line = table.add("TR")
        texts = (accepted.finding, accepted.reason, accepted.decided)
        blocks = [look.said(line, "TD", text, look.text) for text in texts]
        rows.append(Ruled(table_row(_cells(blocks), rtl=look.rtl), below=True))
    again = look.continued(coverage.accepted_title)
    return Section(None, Stack((head, first, *in_company(rows))), rtl=look.rtl, again=again)


def _cells(blocks: list[TextBlock]) -> list[Cell]:
    return [
        Cell(start, width, block) for (start, width), block in zip(_ACCEPTED, blocks, strict=True)
    ]
