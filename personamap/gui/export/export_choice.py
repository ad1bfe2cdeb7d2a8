"""What can be exported from the window, and one complete choice of it."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from personamap.analysis.map.parts import Lens
from personamap.exporters.exporter import Exporter, Part
from personamap.exporters.formats import EXPORTERS
from personamap.exporters.options import ExportOptions, Page, Reader, What
from personamap.i18n import N_
from personamap.services.issues import Recipient


class Product(Struct, frozen=True):
    """One document people take out of the program, in whatever formats can hold it."""

    id: str
    mark: str
    title: str
    text: str
    what: What = "sheets"
    part: Part = "pages"

    @property
    def formats(self) -> tuple[Exporter, ...]:
        """The formats it can become, the usual one first."""
        return tuple(e for e in EXPORTERS if e.needs == self.part and self.what in e.makes)

    @property
    def is_sheets(self) -> bool:
        """Tell whether it is made of one part a person, with sections."""
        return self.part == "pages" and self.what == "sheets"

    @property
    def is_one_by_one(self) -> bool:
        """Tell whether it is made of something for each person, to be leafed through."""
        return self.part == "pages" and self.what in ("sheets", "portraits")

    @property
    def is_about_everybody(self) -> bool:
        """Tell whether people cannot be left out of it."""
        return self.what == "report"


PRODUCTS = (
    Product(
        "sheets",
        "file-text",
        N_("Persona sheets"),
        N_("One or two pages for each person, for whoever tells their story."),
    ),
    Product(
        "wall",
        "layout-grid",
        N_("Cast wall"),
        N_("All portraits together, to see at one glance whom you drew."),
        "wall",
    ),
    Product(
        "map",
        "waypoints",
        N_("Persona map"),
        N_("People and what they have lived, as a poster of one page."),
        "map",
    ),
    Product(
        "report",
        "flag",
        N_("Coverage report"),
        N_("What the cast shows and lacks, with the evidence, for reviewers."),
        "report",
    ),
    Product(
        "review",
        "message-circle",
        N_("Review pack"),
        N_(
            "Cast wall, map, findings, scenes and sheets in one page that opens in any browser. "
            "Reviewers comment in it; their file comes back with File → Merge a review."
        ),
        "review",
    ),
    Product(
        "bible",
        "book-open",
        N_("Character bible"),
        N_("Everything about the cast in one document, for whoever writes the course."),
        "bible",
    ),
    Product(
        "changes",
        "history",
        N_("Change list"),
        N_("Who is new, gone or otherwise since the last issue that was recorded."),
        "changes",
    ),
    Product(
        "portraits",
        "image",
        N_("Portraits"),
        N_("A file for each person, on no ground, for slides and authoring tools."),
        "portraits",
    ),
    Product(
        "table",
        "table-2",
        N_("Cast table"),
        N_("One row a person, for a spreadsheet. It can be imported again."),
        part="table",
    ),
    Product(
        "source",
        "archive",
        N_("Project data"),
        N_("The whole project as text, for other programs."),
        part="source",
    ),
)
"""Every document there is to choose; a new one is one entry here."""

FORMAT_TITLES = {
    "pdf": N_("PDF, to print and to read aloud"),
    "docx": N_("Word (DOCX), to write on"),
    "pptx": N_("Slides (PPTX), for authoring tools"),
    "html": N_("Web page (HTML), for any browser"),
    "md": N_("Plain text (Markdown), for a wiki"),
    "xlsx": N_("Workbook (XLSX), for Excel"),
    "csv": N_("Table (CSV), for any spreadsheet"),
    "json": N_("Data (JSON), for programs"),
    "svg": N_("Drawing (SVG), sharp at any size"),
    "png": N_("Picture (PNG), for a slide or a chat"),
}
PAGED_FORMATS = ("pdf", "docx")
"""Formats that are laid out on paper, so that its size matters."""

READERS: tuple[tuple[Reader, str, str], ...] = (
    (
        "anyone",
        N_("Anyone, learners’ teams included"),
        N_("Withheld and undisclosed answers and notes stay out."),
    ),
    (
        "reviewers",
        N_("Reviewers"),
        N_("Withheld and undisclosed answers and notes stay out."),
    ),
    (
        "vendors",
        N_("Vendors"),
        N_("Withheld and undisclosed answers and notes stay out."),
    ),
    (
        "team",
        N_("Only our own team of writers"),
        N_("Everything is printed, also what is withheld or undisclosed, and the notes."),
    ),
)
PAGES: tuple[tuple[Page, str], ...] = (("a4", "A4"), ("letter", "Letter"))


class ExportChoice(Struct, frozen=True):
    """Everything that was chosen for one export; with `handed_to` it is recorded as an issue."""

    product: Product
    format: Exporter
    options: ExportOptions
    path: Path
    handed_to: Recipient | None = None


def map_choice(lens: Lens, facets: tuple[str, ...], last: ExportChoice | None) -> ExportChoice:
    """Return the choice of the map as somebody looks at it, else as `last` was chosen."""
    product = next(product for product in PRODUCTS if product.what == "map")
    options = replace(last.options if last else ExportOptions(), lens=lens, facets=facets)
    kept = last is not None and last.product is product
    kind = last.format if last is not None and kept else product.formats[0]
    return ExportChoice(product, kind, options, Path())
