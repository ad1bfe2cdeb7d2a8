"""The help pages as rows of the command palette."""

from __future__ import annotations

from collections.abc import Iterator

from personamap.gui.help.library import Library
from personamap.gui.palette.entry import Entry, entry


def help_entries(library: Library) -> Iterator[Entry]:
    """Yield a row for each page."""
    for page in library.pages:
        mark = "circle-question-mark"
        yield entry("help", page.id, page.title, page.begins, about=page.section, mark=mark)
