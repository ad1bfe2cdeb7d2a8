"""The paragraphs and tables of a Word document. Read in a process of its own."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator, Mapping
from typing import Any

import docx
from docx.table import Table

from personamap.i18n import _
from personamap.importers.apart.package import Package
from personamap.importers.apart.refusal import NotRead
from personamap.importers.apart.wording import damaged

_DOCUMENT = "word/document.xml"
_DAMAGE = (SyntaxError, zipfile.BadZipFile, KeyError, ValueError, AttributeError, OSError)


def blocks(content: bytes, options: Mapping[str, Any]) -> tuple[Mapping[str, Any], bytes]:
    """Return as JSON the paragraphs and tables of a Word document, in their order."""
    del options
    if _DOCUMENT not in Package(content).parts:
        raise NotRead(_("it is no Word document. Save your script as DOCX."))
    try:
        return {}, json.dumps(list(_blocks(docx.Document(io.BytesIO(content))))).encode()
    except _DAMAGE as error:
        raise NotRead(damaged()) from error


def _blocks(document: Any) -> Iterator[tuple[Any, ...]]:
    for part in document.iter_inner_content():
        if isinstance(part, Table):
            yield "t", [[cell.text for cell in row.cells] for row in part.rows]
        else:
            yield "p", (part.style.name or "").casefold() if part.style else "", part.text
