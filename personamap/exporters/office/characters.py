"""Characters that XML, and so every office file, cannot hold.

The libraries that write such files stop at the first one. Here each is
shown as U+FFFD and counted, so that the export finishes and says so.
"""

from __future__ import annotations

import re

_NOT_XML = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class SafeText:
    """Makes texts storable for one file and counts the characters that had to be replaced."""

    def __init__(self) -> None:
        self.replaced = 0

    def __call__(self, text: str) -> str:
        """Return `text` with plain line ends, and every character one that XML 1.0 allows."""
        if text.isprintable():
            return text
        safe, count = _NOT_XML.subn("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
        self.replaced += count
        return safe
