"""What can be exported from the window, and one complete choice of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from personamap.exporters.options import ExportOptions, Page, Reader, What
from personamap.i18n import N_


@dataclass(frozen=True, slots=True)
class Product:
    """One thing people take out of the program."""

    id: str
    title: str
    text: str
    format: str
    suffix: str
    what: What = "sheets"

    @property
    def is_paged(self) -> bool:
        """Tell whether it has pages, so that a page size makes sense."""
        return self.format in ("pdf", "docx")

    @property
    def is_sheets(self) -> bool:
        """Tell whether it is made of one part a person, with sections."""
        return self.format in _SHEET_FORMATS and self.what == "sheets"


_SHEET_FORMATS = ("pdf", "docx", "pptx", "html", "md")

PRODUCTS = (
    Product(
        "sheets",
        N_("Persona sheets"),
        N_("PDF: one or two pages for each person, for whoever tells their story."),
        "pdf",
        ".pdf",
    ),
    Product(
        "wall",
        N_("Cast wall"),
        N_("PDF: all portraits together, to see at one glance whom you drew."),
        "pdf",
        ".pdf",
        "wall",
    ),
    Product(
        "wall-picture",
        N_("Cast wall as a picture"),
        N_("PNG: all portraits together, for a slide or a chat."),
        "png",
        ".png",
        "wall",
    ),
    Product(
        "map",
        N_("Persona map"),
        N_("PDF: people and what they have lived, as a poster of one page."),
        "pdf",
        ".pdf",
        "map",
    ),
    Product(
        "map-drawing",
        N_("Persona map as a drawing"),
        N_("SVG: the same lines and words, sharp at any size, for whoever lays out pages."),
        "svg",
        ".svg",
        "map",
    ),
    Product(
        "map-picture",
        N_("Persona map as a picture"),
        N_("PNG: the poster as pixels, for a slide or a chat."),
        "png",
        ".png",
        "map",
    ),
    Product(
        "review",
        N_("Review pack"),
        N_("HTML: cast wall, map, findings and sheets in one page that opens in any browser."),
        "html",
        ".html",
        "review",
    ),
    Product(
        "report",
        N_("Coverage report"),
        N_("PDF: what the cast shows and lacks, with the evidence, for reviewers."),
        "pdf",
        ".pdf",
        "report",
    ),
    Product(
        "sheets-word",
        N_("Persona sheets for Word"),
        N_("DOCX: real headings and styles, for writers who go on from there."),
        "docx",
        ".docx",
    ),
    Product(
        "slides",
        N_("Persona slides"),
        N_("PPTX: one slide a person with the whole sheet in its notes, for authoring tools."),
        "pptx",
        ".pptx",
    ),
    Product(
        "report-word",
        N_("Coverage report for Word"),
        N_("DOCX: what the cast shows and lacks, for reviewers who write into it."),
        "docx",
        ".docx",
        "report",
    ),
    Product(
        "sheets-text",
        N_("Persona sheets as text"),
        N_("Markdown: the same words for a wiki, with descriptions in place of portraits."),
        "md",
        ".md",
    ),
    Product(
        "report-text",
        N_("Coverage report as text"),
        N_("Markdown: what the cast shows and lacks, for a wiki or a task."),
        "md",
        ".md",
        "report",
    ),
    Product(
        "workbook",
        N_("Cast workbook"),
        N_("XLSX: one row a person, for Excel. It can be imported again."),
        "xlsx",
        ".xlsx",
    ),
    Product(
        "table",
        N_("Cast table"),
        N_("CSV: one row a person, for a spreadsheet. It can be imported again."),
        "csv",
        ".csv",
    ),
    Product(
        "source",
        N_("Project data"),
        N_("JSON: the whole project as text, for other programs."),
        "json",
        ".json",
    ),
)

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


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """Everything that was chosen for one export."""

    product: Product
    options: ExportOptions
    path: Path
