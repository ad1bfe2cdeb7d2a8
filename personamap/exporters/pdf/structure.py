"""Writes the structure tree of a finished document as PDF objects."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDictionary

from personamap.exporters.pdf.packing import PackedObject
from personamap.exporters.pdf.tags import AnnotationMark, MarkedContent, Node

FIRST_ANNOTATION_KEY = 100_000
"""Parent-tree keys below this one belong to pages, from here on to annotations."""


class _Source(PackedObject):
    """An object given as PDF source: five times faster than the engine's dictionaries."""

    def __init__(self, write: Callable[[], str]) -> None:
        self._write = write

    def format(self, document: object) -> bytes:
        """Return the source, called by the engine when it saves."""
        return self._write().encode("ascii")


class _Element(PackedObject):
    """A node of the tree, written when its turn comes."""

    def __init__(self, writer: StructureWriter, node: Node) -> None:
        self._writer, self._node = writer, node

    def format(self, document: object) -> bytes:
        """Return the source, called by the engine when it saves."""
        return self._writer.element(self._node).encode("ascii")


class StructureWriter:
    """Turns nodes into objects, with the tree that leads from marks back to nodes."""

    def __init__(
        self,
        document: Any,
        pages: Sequence[tuple[Any, Sequence[Node]]],
        annotations: Sequence[Node],
    ) -> None:
        self._document, self._annotations = document, annotations
        self._marks = [marks for _, marks in pages]
        self._numbers: dict[Node, str] = {}
        self._pages = [self._number(document.Reference(page)) for page, _ in pages]
        self._root = ""

    def write(self, root: Node) -> None:
        """Add the whole tree to the document's catalogue."""
        catalog = self._document.Catalog
        tree = _Source(lambda: self._tree(root, parents))
        self._root = self._number(self._document.Reference(tree, "StructTreeRoot"))
        back = self._document.Reference(_Source(self._parent_tree), "ParentTree")
        parents = self._number(back)
        catalog.StructTreeRoot = tree
        catalog.MarkInfo = PDFDictionary({"Marked": "true"})

    def _number(self, reference: Any) -> str:
        return f"{self._document.idToObjectNumberAndVersion[reference.name][0]} 0 R"

    def _reference(self, node: Node) -> str:
        if node not in self._numbers:
            name = f"E{len(self._numbers)}"
            reference = self._document.Reference(_Element(self, node), name)
            self._numbers[node] = self._number(reference)
        return self._numbers[node]

    def _tree(self, root: Node, parents: str) -> str:
        following = FIRST_ANNOTATION_KEY + len(self._annotations)
        return (
            f"<</Type/StructTreeRoot/K {self._reference(root)}/ParentTree {parents}"
            f"/ParentTreeNextKey {following}>>"
        )

    def _parent_tree(self) -> str:
        pages = [
            f"{page}[{' '.join(map(self._reference, marks))}]"
            for page, marks in enumerate(self._marks)
        ]
        links = [
            f"{FIRST_ANNOTATION_KEY + i} {self._reference(node)}"
            for i, node in enumerate(self._annotations)
        ]
        return f"<</Nums[{' '.join(pages + links)}]>>"

    def element(self, node: Node) -> str:
        """Return one node as PDF source."""
        above = self._reference(node.parent) if node.parent else self._root
        parts = [f"<</Type/StructElem/S/{node.tag}/P {above}"]
        texts = (("Lang", node.lang), ("Alt", node.alt), ("ActualText", node.actual_text))
        parts += [f"/{key} {text_string(text)}" for key, text in texts if text]
        parts.append(_attributes(node))
        kids, first_page = self._kids(node)
        if first_page is not None:
            parts.append(f"/Pg {self._pages[first_page]}")
        if kids:
            parts.append(f"/K[{' '.join(kids)}]")
        return "".join((*parts, ">>"))

    def _kids(self, node: Node) -> tuple[list[str], int | None]:
        first_page = next((k.page for k in node.kids if isinstance(k, MarkedContent)), None)
        kids = []
        for kid in node.kids:
            match kid:
                case Node():
                    kids.append(self._reference(kid))
                case MarkedContent(page, number) if page == first_page:
                    kids.append(str(number))
                case MarkedContent(page, number):
                    kids.append(f"<</Type/MCR/Pg {self._pages[page]}/MCID {number}>>")
                case AnnotationMark(page, reference):
                    where = self._number(reference)
                    kids.append(f"<</Type/OBJR/Obj {where}/Pg {self._pages[page]}>>")
        return kids, first_page


def text_string(text: str) -> str:
    """Return `text` as a PDF string in hexadecimal UTF-16."""
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex()}>"


def _attributes(node: Node) -> str:
    owners: dict[str, Mapping[str, str]] = dict(node.attributes)
    if node.box:
        corners = " ".join(f"{side:.2f}" for side in node.box)
        owners["Layout"] = {"BBox": f"[{corners}]", "Placement": "/Block"}
    if not owners:
        return ""
    written = (
        f"<</O/{owner}{''.join(f'/{key} {value}' for key, value in entries.items())}>>"
        for owner, entries in owners.items()
    )
    return f"/A[{''.join(written)}]"
