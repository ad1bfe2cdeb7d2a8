"""The structure tree: what the document says, in the order it should be read.

The tree is built by whoever lays out the document; drawing only attaches
marks on pages to its nodes, so the reading order never depends on the
drawing order.
"""

from __future__ import annotations

from typing import Any

from msgspec import Struct


class MarkedContent(Struct, frozen=True):
    """A marked sequence on a page, both counted as the document counts them."""

    page: int
    id: int


class AnnotationMark(Struct, frozen=True):
    """An annotation such as a link, by its reference in the document."""

    page: int
    reference: Any


class Node:
    """One element of the structure tree, such as a heading or a table cell.

    `lang`, `alt` and `actual_text` are empty unless they differ from what
    follows from the place in the tree; `attributes` are by owner, as the
    format wants them.
    """

    __slots__ = ("actual_text", "alt", "attributes", "box", "kids", "lang", "parent", "tag")

    def __init__(
        self, tag: str, parent: Node | None = None, *, lang: str = "", alt: str = ""
    ) -> None:
        self.tag, self.parent, self.lang, self.alt = tag, parent, lang, alt
        self.actual_text = ""
        self.attributes: dict[str, dict[str, str]] = {}
        self.box: tuple[float, float, float, float] | None = None
        self.kids: list[Node | MarkedContent | AnnotationMark] = []
        if parent is not None:
            parent.kids.append(self)

    def add(self, tag: str, *, lang: str = "", alt: str = "") -> Node:
        """Append a new element inside this one and return it."""
        return Node(tag, self, lang=lang, alt=alt)

    def header_cell(self, scope: str) -> Node:
        """Append a table header that names its `Row` or `Column`."""
        cell = self.add("TH")
        cell.attributes["Table"] = {"Scope": f"/{scope}"}
        return cell

    def bullet_list(self, numbering: str = "None") -> Node:
        """Append a list; `numbering` is `None`, `Disc` or `Decimal`."""
        items = self.add("L")
        items.attributes["List"] = {"ListNumbering": f"/{numbering}"}
        return items
