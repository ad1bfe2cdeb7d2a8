"""What has to be changed in reportlab before it can write PDF/UA and PDF/A.

Each change touches an internal of reportlab and is guarded by a test:
when a new version behaves differently, the test says which one.
"""

from __future__ import annotations

from typing import Any

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc

_END = b"endstream\n"


def prepare_engine() -> None:
    """Make the changes, once in a process."""
    if "OutputIntents" in pdfdoc.PDFCatalog.__NoDefault__:
        return
    rl_config.useA85 = 0  # Binary streams are a fifth smaller than ASCII ones.
    plain_format = pdfdoc.PDFStream.format

    def format_stream(stream: Any, document: Any) -> bytes:
        # PDF/A 6.1.7.1: an end of line stands before `endstream`. Both characters,
        # because a stream that itself ends in CR would seem one byte shorter before LF alone.
        written: bytes = plain_format(stream, document)
        return written.removesuffix(_END) + b"\r\n" + _END

    pdfdoc.PDFStream.format = format_stream
    catalog, page = pdfdoc.PDFCatalog, pdfdoc.PDFPage
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
    catalog.__Refs__ = [key for key in catalog.__Refs__ if key != "OutputIntents"]
    page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
