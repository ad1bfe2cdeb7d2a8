"""Sheets against other ways to print the same words, each in a fresh process.

Run as `python tests/benchmarks/bench_sheets.py`. The stock engine prints plain Latin text without
tags; ours prints any script with tags. Typst makes the same sheet from `sheet.typ`: portraits,
grid, tables, contents, running head and tags, asked to keep to PDF/UA-1 as ours does. WeasyPrint
prints the words alone, one below the other, with tags. Both are asked where `make bench` could
install them. Times are CPU
seconds of a whole process with its imports, the least of some runs, because other work on the
machine only ever adds. Memory is the peak of the whole process; 500 sheets should stay below
200 MB, and the first page of a preview should be there within 150 ms.
"""

import argparse
import hashlib
import html
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
RUNS = 5
SHARING = 3
"""So many people have lived the same."""
PEERS = ROOT / ".venv-bench" / "bin" / "python"
FONTS = ROOT / "resources" / "fonts" / "noto"
SHEET = Path(__file__).with_name("sheet.typ")
FONTS_OF_SHEET = ("NotoSans-Regular", "NotoSans-Bold", "NotoSerif-Bold", "NotoSerif-Italic")
MOST_FOR_WEASYPRINT = 100
"""It takes minutes for 500 sheets."""

STYLE = """
@page { size: A4; margin: 40pt }
body { font: 9pt 'Noto Sans' }
section { break-after: page }
"""


def cast_outline(count):
    from personamap.exporters.options import ExportOptions
    from personamap.exporters.report import sheets_outline
    from tests.exporters.cast import kofi, project

    of = project()
    cast = tuple(_person(kofi(), number) for number in range(count))
    shared = tuple(
        found.evolve(id=f"{found.id}-{group}")
        for found in of.experiences
        for group in range(1 + count // SHARING)
    )
    return sheets_outline(of.with_items(personas=cast, experiences=shared), ExportOptions())


def _person(one, number):
    lived = tuple(
        found.evolve(experience=f"{found.experience}-{number // SHARING}")
        for found in one.experiences
    )
    return one.evolve(id=f"per-{number}", name=f"Kofi Mensah {number}", experiences=lived)


def ours(count, path):
    from personamap.exporters.formats import PDF

    path.write_bytes(PDF.render(cast_outline(count), lambda _done, _total: None).data)


def stock(count, path):
    """The same words on the same number of pages, through the engine's own paragraphs."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Table

    for name in ("NotoSans-Regular", "NotoSans-Bold", "NotoSerif-Italic"):
        pdfmetrics.registerFont(TTFont(name, str(FONTS / f"{name}.ttf")))
    plain = ParagraphStyle("plain", fontName="NotoSans-Regular", fontSize=9, leading=12)
    head = ParagraphStyle("head", fontName="NotoSans-Bold", fontSize=12, leading=16)
    story = []
    for sheet in cast_outline(count).sheets:
        story += _stock_sheet(sheet, plain, head, Paragraph, Table)
        story.append(PageBreak())
    SimpleDocTemplate(str(path), pagesize=A4, invariant=1, topMargin=40, bottomMargin=40).build(
        story
    )


def typst(_count, path):
    """The same sheets, from data and drawings that lie beside the document."""
    import typst

    source = path.with_name("sheet.typ")
    source.write_text(SHEET.read_text())
    fonts = [path.with_name("fonts")]
    typst.compile(
        source, output=path, font_paths=fonts, ignore_system_fonts=True, pdf_standards=["ua-1"]
    )


def weasyprint(_count, path):
    """The same words as tagged text, through a page for browsers."""
    import weasyprint

    sections = [
        f"<section><h1>{html.escape(name)}</h1>"
        + "".join(f"<p>{html.escape(text)}</p>" for text in words)
        + "</section>"
        for name, *words in json.loads(path.with_name("words.json").read_text())
    ]
    page = f"<html lang=en><title>Sheets</title><style>{STYLE}</style>{''.join(sections)}"
    weasyprint.HTML(string=page).write_pdf(path, pdf_variant="pdf/ua-1")


LIKENESS = {
    "stock": "plain words, no tags",
    "typst": "the same sheets, tagged",
    "weasyprint": "words alone, tagged",
}
KINDS = {"ours": ours, "stock": stock, "typst": typst, "weasyprint": weasyprint}


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
    fields = getattr(value, "__struct_fields__", ())
    return [word for name in fields for word in _words(getattr(value, name))]


def _words_of(count):
    """What the peers print: the name and all words of each sheet."""
    sheets = cast_outline(count).sheets
    return [[s.name, s.brief, *_words(s.glance), *_words(s.front), *_words(s.back)] for s in sheets]


def lay_out_for_peers(count, folder):
    """Put the words, the sheets with their drawings, and the fonts where the peers read them."""
    (folder / "words.json").write_text(json.dumps(_words_of(count)))
    outline = cast_outline(count)
    document = {
        "title": outline.title,
        "kind": outline.kind,
        "course": outline.course,
        "version": outline.version,
        "contents": outline.contents_title,
        "sheets": [_plain(sheet, folder) for sheet in outline.sheets],
    }
    (folder / "sheets.json").write_text(json.dumps(document))
    (folder / "fonts").mkdir()
    for name in FONTS_OF_SHEET:
        (folder / "fonts" / f"{name}.ttf").symlink_to(FONTS / f"{name}.ttf")


def _plain(value, folder):
    """A value of an outline as JSON; figures become names of drawings."""
    # The peers run in an environment that has neither the program nor its libraries.
    from msgspec import Struct
    from msgspec.structs import asdict

    from personamap.exporters.figure import Figure
    from personamap.portraits.drawing import to_svg

    if isinstance(value, Figure):
        svg = to_svg(value.bust)
        file = f"{hashlib.sha256(svg.encode()).hexdigest()[:16]}.svg"
        (folder / file).write_text(svg)
        return {"file": file, "alt": value.alt, "name": value.name}
    if isinstance(value, tuple):
        return [_plain(item, folder) for item in value]
    if isinstance(value, Struct):
        plain = {name: _plain(part, folder) for name, part in asdict(value).items()}
        return {"kind": type(value).__name__, **plain}
    return value.model_dump() if hasattr(value, "model_dump") else value


class Measured(NamedTuple):
    seconds: float
    megabytes: float
    size: int

    def __str__(self):
        return f"{self.seconds:.2f} s, {self.megabytes:.0f} MB, file {self.size // 1024} KB"


def measured(kind, count, runs):
    """One kind of document in fresh processes: the least CPU seconds, peak memory and size."""
    best = float("inf")
    peak = 0
    python = sys.executable if kind in ("ours", "stock") else str(PEERS)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "out.pdf"
        if python == str(PEERS):
            lay_out_for_peers(count, path.parent)
        command = [python, __file__, "--kind", kind, "--count", str(count), str(path)]
        for _ in range(runs):
            spent, said = spent_on(command)
            peak = int(said)
            best = min(best, spent)
        return Measured(best, peak / 1024, path.stat().st_size)


def spent_on(command):
    """The CPU seconds of a command with its imports, and what it said."""
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
    spent = after.children_user + after.children_system
    return spent - before.children_user - before.children_system, done.stdout


def whole_command():
    """Print what one sheet costs from the shell: the program, its file, the sheet."""
    from personamap.services.projects import save_project
    from tests.exporters.cast import kofi, project

    with tempfile.TemporaryDirectory() as folder:
        file, out = Path(folder) / "one.personamap", Path(folder) / "one.pdf"
        save_project(project().with_items(personas=(kofi(),), relationships=()), file)
        asked = ["export", str(file), "--to", "pdf", "--out", str(out)]
        ours_in_all = min(
            spent_on([sys.executable, "-m", "personamap", *asked])[0] for _ in range(RUNS)
        )
    other = measured("stock", 1, RUNS).seconds
    print(
        f"`personamap export` of one sheet: {ours_in_all:.2f} s; "
        f"{ours_in_all / other:.2f} of what the stock engine takes without a file to read"
    )


def compare(count, runs=RUNS):
    mine = measured("ours", count, runs)
    print(f"{count:4} sheets: ours {mine}")
    for kind in peers(count):
        other = measured(kind, count, runs if kind == "stock" else 1)
        told = f"{kind} ({LIKENESS[kind]})"
        print(f"{told:>42} {other}; ours / theirs {mine.seconds / other.seconds:.2f}")


def peers(count):
    """The other tools that can be asked for so many sheets."""
    installed = ("typst", "weasyprint") if PEERS.exists() else ()
    return ["stock", *(k for k in installed if k == "typst" or count <= MOST_FOR_WEASYPRINT)]


def peak_memory():
    """The peak of this process in KB; what the system counts includes the one that started it."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    line = next(row for row in status.read_text().splitlines() if row.startswith("VmHWM"))
    return int(line.split()[1])


def first_page():
    """Print how long a warm app takes from a persona to the picture of the first page."""
    from personamap.exporters.formats import PDF
    from personamap.exporters.raster import page_pictures

    spent = []
    for _ in range(RUNS + 1):
        begin = time.process_time()
        document = PDF.render(cast_outline(1), lambda _done, _total: None).data
        next(page_pictures(document))
        spent.append(time.process_time() - begin)
    print(
        f"First page of a preview: {min(spent) * 1000:.0f} ms, at first {spent[0] * 1000:.0f} ms "
        "with all imports (to reach: 150 ms)"
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", nargs="?", type=Path)
    parser.add_argument("--kind", choices=KINDS)
    parser.add_argument("--count", type=int, default=1)
    arguments = parser.parse_args()
    if arguments.kind:
        KINDS[arguments.kind](arguments.count, arguments.path)
        print(peak_memory())
        return
    sys.path.insert(0, str(ROOT))
    if not PEERS.exists():
        print("Typst and WeasyPrint are not asked: `make bench` installs them where it can.")
    first_page()
    whole_command()
    compare(1)
    compare(100)
    compare(500, runs=1)


if __name__ == "__main__":
    main()
