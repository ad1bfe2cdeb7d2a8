"""Sheets against the stock engine with the same content, each in a fresh process.

Run as `python tests/benchmarks/bench_sheets.py`. The stock engine prints plain Latin text without
tags; ours prints any script with tags. Times are CPU seconds of a whole process with its imports,
the least of some runs, because other work on the machine only ever adds. Memory is the peak of the
whole process; 500 sheets should stay below 200 MB.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RUNS = 5


def ours(count, path):
    from personamap.exporters.formats import PDF
    from personamap.exporters.options import ExportOptions
    from personamap.exporters.report import sheets_outline
    from tests.exporters.cast import kofi, project

    one = kofi()
    cast = tuple(one.evolve(id=f"per-{i}", name=f"Kofi Mensah {i}") for i in range(count))
    outline = sheets_outline(project().with_items(personas=cast), ExportOptions())
    path.write_bytes(PDF.render(outline, lambda _done, _total: None).data)


def stock(count, path):
    """The same words on the same number of pages, through the engine's own paragraphs."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Table

    from personamap.exporters.options import ExportOptions
    from personamap.exporters.report import sheets_outline
    from tests.exporters.cast import kofi, project

    fonts = ROOT / "resources" / "fonts" / "noto"
    for name in ("NotoSans-Regular", "NotoSans-Bold", "NotoSerif-Italic"):
        pdfmetrics.registerFont(TTFont(name, str(fonts / f"{name}.ttf")))
    plain = ParagraphStyle("plain", fontName="NotoSans-Regular", fontSize=9, leading=12)
    head = ParagraphStyle("head", fontName="NotoSans-Bold", fontSize=12, leading=16)
    one = kofi()
    cast = tuple(one.evolve(id=f"per-{i}", name=f"Kofi Mensah {i}") for i in range(count))
    outline = sheets_outline(project().with_items(personas=cast), ExportOptions())
    story = []
    for sheet in outline.sheets:
        story += _stock_sheet(sheet, plain, head, Paragraph, Table)
        story.append(PageBreak())
    SimpleDocTemplate(str(path), pagesize=A4, invariant=1, topMargin=40, bottomMargin=40).build(
        story
    )


def _stock_sheet(sheet, plain, head, paragraph, table):
    pairs = [[paragraph(pair.label, plain), paragraph(pair.text, plain)] for pair in sheet.glance]
    story = [paragraph(sheet.name, head), paragraph(sheet.brief, plain), table(pairs)]
    for section in (*sheet.front, *sheet.back):
        rows = getattr(section, "rows", ())
        if rows:
            cells = [[paragraph(text, plain) for text in _words(row)] for row in rows]
            story.append(table(cells))
        else:
            story += [paragraph(text, plain) for text in _words(section)]
    return story


def _words(value):
    if isinstance(value, str):
        return [value] if value else []
    if isinstance(value, tuple):
        return [word for item in value for word in _words(item)]
    if type(value).__name__ in ("Figure", "Place", "Drawing"):
        return []
    fields = getattr(value, "__dataclass_fields__", ())
    return [word for name in fields for word in _words(getattr(value, name))]


@dataclass(frozen=True)
class Measured:
    seconds: float
    megabytes: float
    size: int


def measured(kind, count, runs):
    """One kind of document in fresh processes: the least CPU seconds, peak memory and size."""
    best = float("inf")
    peak = 0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "out.pdf"
        command = [sys.executable, __file__, "--kind", kind, "--count", str(count), str(path)]
        for _ in range(runs):
            before = os.times()
            done = subprocess.run(
                command,
                check=True,
                cwd=ROOT,
                env={**os.environ, "PYTHONPATH": str(ROOT)},
                capture_output=True,
                text=True,
            )
            after = os.times()
            peak = int(done.stdout)
            spent = after.children_user + after.children_system
            best = min(best, spent - before.children_user - before.children_system)
        return Measured(best, peak / 1024, path.stat().st_size)


def compare(count, runs=RUNS):
    mine, other = measured("ours", count, runs), measured("stock", count, runs)
    print(
        f"{count:4} sheets: ours {mine.seconds:.2f} s, {mine.megabytes:.0f} MB, "
        f"file {mine.size // 1024} KB; stock {other.seconds:.2f} s, {other.megabytes:.0f} MB, "
        f"file {other.size // 1024} KB; ratio of times {mine.seconds / other.seconds:.2f}"
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", nargs="?", type=Path)
    parser.add_argument("--kind", choices=("ours", "stock"))
    parser.add_argument("--count", type=int, default=1)
    arguments = parser.parse_args()
    if arguments.kind:
        {"ours": ours, "stock": stock}[arguments.kind](arguments.count, arguments.path)
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
        return
    compare(1)
    compare(100)
    compare(500, runs=1)


if __name__ == "__main__":
    main()
