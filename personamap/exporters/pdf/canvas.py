"""A canvas on which everything drawn is either tagged or decoration.

The engine, reportlab, has no tagging. This canvas writes each drawing
operator inside marked content: of the node that is open, or of an
artifact when none is, so that "untagged" cannot happen. The document then
keeps to PDF/UA-1 and PDF/A-2a without being touched afterwards.

Turned down: Chromium and WeasyPrint (names in 14 and 11 of 20 scripts come
out exact, against 20 here; ten times slower), Typst (five times the
memory; 12 of 20), fpdf2 (fifteen times slower with shaping).
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas
from typing_extensions import override

from personamap.exporters.pdf.embedding import EmbeddedFont
from personamap.exporters.pdf.engine import prepare_engine
from personamap.exporters.pdf.faces import Face
from personamap.exporters.pdf.metadata import DocumentFacts, colour_profile, xmp
from personamap.exporters.pdf.packing import packed_document
from personamap.exporters.pdf.structure import FIRST_ANNOTATION_KEY, StructureWriter
from personamap.exporters.pdf.tags import AnnotationMark, MarkedContent, Node

Box = tuple[float, float, float, float]


class _Stamp:
    """The date of a document in the shape the engine keeps it."""

    dhh = dmm = 0

    def __init__(self, facts: DocumentFacts) -> None:
        self.t = facts.date.timestamp()
        self.YMDhms = facts.date.timetuple()[:6]


class TaggedCanvas(Canvas):  # type: ignore[misc]
    """Writes tagged pages; lengths are points, measured from the lower left corner."""

    def __init__(self, page_size: tuple[float, float], facts: DocumentFacts) -> None:
        prepare_engine()
        self._facts = facts
        self._nodes: list[Node | None] = []
        self._opened: Node | None = None
        self._is_open = False
        self._marks: list[Node] = []
        self._finished: list[tuple[Any, list[Node]]] = []
        self._annotated: list[Node] = []
        self._fonts: dict[Face, EmbeddedFont] = {}
        self.root = Node("Document", lang=facts.lang)
        super().__init__(
            io.BytesIO(),
            page_size,
            invariant=1,
            pageCompression=1,
            pdfVersion=(1, 7),
            lang=facts.lang,
        )
        # The engine offers no setter for the date.
        self._doc._timeStamp = _Stamp(facts)  # noqa: SLF001
        self.setTitle(facts.title)
        self.setAuthor("")
        self.setSubject("")
        self.setCreator("personamap")
        self.setProducer("personamap")

    @property
    def page_index(self) -> int:
        """The number of the current page, counted from 0."""
        return int(self._pageNumber) - 1

    @contextmanager
    def tagged(self, node: Node | None) -> Iterator[None]:
        """Draw what follows as content of `node`; without one, as decoration."""
        self._nodes.append(node)
        yield
        self._nodes.pop()

    def write(self, code: str) -> None:
        """Append drawing operators, inside the marked content they belong to."""
        self._mark()
        self._code.append(code)

    def embedded(self, face: Face) -> EmbeddedFont:
        """Return this document's font for a face."""
        if face not in self._fonts:
            self._fonts[face] = EmbeddedFont(self._doc, face, f"PM{len(self._fonts) + 1}")
        return self._fonts[face]

    def picture(self, image: ImageReader, box: Box) -> None:
        """Draw a picture into `box` (left, bottom, width, height)."""
        self._mark()
        left, bottom, width, height = box
        self.drawImage(image, left, bottom, width, height, mask="auto")

    def drawing(self, name: str, content: str, box: Box) -> None:
        """Draw a named piece of operators once defined for the whole document.

        `box` is the part of its own plane it may fill; place it with the current transformation.
        """
        if not self._doc.hasForm(name):
            extent = pdfdoc.PDFArray([round(side, 2) for side in box])
            entries = {
                "Type": pdfdoc.PDFName("XObject"),
                "Subtype": pdfdoc.PDFName("Form"),
                "BBox": extent,
                "Resources": pdfdoc.PDFDictionary({}),
            }
            form = pdfdoc.PDFStream(
                pdfdoc.PDFDictionary(entries), content.encode("ascii"), [pdfdoc.PDFZCompress]
            )
            self._doc.addForm(name, form)
        self._mark()
        self._code.append(f"/{self._doc.getXObjectName(name)} Do")
        self._formsinuse.append(name)

    def bookmark(self, title: str, key: str, level: int = 0) -> None:
        """Append an entry to the bookmarks, whose target may still be to come."""
        self.addOutlineEntry(title, key, level, closed=False)

    def target(self, key: str, top: float) -> None:
        """Make a height on the current page the target of links and of a bookmark."""
        self.bookmarkHorizontal(key, 0, top)

    def move_last_pages_first(self, count: int) -> None:
        """Put the pages drawn last before all others, as contents are."""
        pages = self._doc.Pages.pages
        pages[:] = pages[-count:] + pages[:-count] if count else pages

    def link(self, key: str, box: Box, node: Node) -> None:
        """Make `box` (left, bottom, width, height) a link to a bookmark, described by the node."""
        left, bottom, width, height = box
        corners = (left, bottom, left + width, bottom + height)
        entries = {
            "Type": pdfdoc.PDFName("Annot"),
            "Subtype": pdfdoc.PDFName("Link"),
            "Rect": pdfdoc.PDFArray([round(corner, 2) for corner in corners]),
            "Border": pdfdoc.PDFArray([0, 0, 0]),
            "Contents": pdfdoc.PDFString(node.alt),
            "Dest": self._bookmarkReference(key),
            "F": 4,
            "StructParent": FIRST_ANNOTATION_KEY + len(self._annotated),
        }
        self._addAnnotation(pdfdoc.PDFDictionary(entries))
        self._annotated.append(node)
        node.kids.append(AnnotationMark(self.page_index, self._annotationrefs[-1]))

    def finish(self) -> bytes:
        """Close the document and return it."""
        if self._code or not self._finished:
            self.showPage()
        pages = [(page, marks) for page, marks in self._finished]
        StructureWriter(self._doc, pages, self._annotated).write(self.root)
        catalog = self._doc.Catalog
        catalog.ViewerPreferences = pdfdoc.PDFDictionary({"DisplayDocTitle": "true"})
        catalog.Metadata = pdfdoc.XMP(creator=lambda _document: xmp(self._facts))
        catalog.OutputIntents = pdfdoc.PDFArray([self._colours()])
        self._code.clear()
        # What the engine calls last, once all its objects are known.
        self._doc.format = partial(packed_document, self._doc)
        document: bytes = self._doc.GetPDFData(self)
        return document

    @override
    def showPage(self) -> None:
        self._close_mark()
        super().showPage()
        page = self._doc.Pages.pages[-1]
        page.StructParents, page.Tabs = len(self._finished), pdfdoc.PDFName("S")
        # Compressed now: the engine would keep the plain text of every page until it saves.
        entries = {"Filter": pdfdoc.PDFName("FlateDecode")}
        packed = zlib.compress(page.stream.encode("ascii"))
        page.Contents = pdfdoc.PDFStream(pdfdoc.PDFDictionary(entries), packed)
        page.stream = None
        self._finished.append((page, self._marks))
        self._marks = []

    @override
    def _make_preamble(self) -> None:
        # The engine would name a font here that is never used and not embedded.
        self._preamble = ""

    def _mark(self) -> None:
        node = self._nodes[-1] if self._nodes else None
        if self._is_open and node is self._opened:
            return
        self._close_mark()
        if node is None:
            self._code.append("/Artifact BMC")
        else:
            number = len(self._marks)
            self._marks.append(node)
            node.kids.append(MarkedContent(self.page_index, number))
            self._code.append(f"/{node.tag} <</MCID {number}>> BDC")
        self._opened, self._is_open = node, True

    def _close_mark(self) -> None:
        if self._is_open:
            self._code.append("EMC")
            self._is_open = False

    def _colours(self) -> Any:
        profile = pdfdoc.PDFStream(
            pdfdoc.PDFDictionary({"N": 3}), colour_profile(), [pdfdoc.PDFZCompress]
        )
        return pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("OutputIntent"),
                "S": pdfdoc.PDFName("GTS_PDFA1"),
                "OutputConditionIdentifier": pdfdoc.PDFString("sRGB"),
                "Info": pdfdoc.PDFString("sRGB IEC61966-2.1"),
                "DestOutputProfile": self._doc.Reference(profile, "ColourProfile"),
            }
        )
