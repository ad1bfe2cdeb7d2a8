"""What whoever exports may choose."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from personamap.analysis.map.parts import Lens
from personamap.i18n import N_

Reader = Literal["anyone", "team", "reviewers", "vendors"]
What = Literal["sheets", "wall", "map", "report", "review", "bible", "changes", "portraits"]
Page = Literal["a4", "letter"]

ISSUED: tuple[What, ...] = ("sheets", "bible")
"""The documents that teams work from, so that a project remembers whom it gave them to."""

FORMATS = ("pdf", "docx", "pptx", "html", "md", "xlsx", "csv", "json", "svg", "png")
"""The ids of all formats, known without loading what writes them."""

SECTIONS = {
    "own_words": N_("Own words"),
    "identity": N_("Who they are"),
    "drive": N_("Goals, motivation, strengths, flaw"),
    "voice": N_("Voice"),
    "experiences": N_("Lived experiences"),
    "belonging": N_("Belonging arc"),
    "people": N_("Relationships"),
    "scenes": N_("Scenes and functions"),
    "look": N_("On screen"),
    "guidance": N_("Do, don’t, evidence"),
    "notes": N_("Notes"),
    "changes": N_("Changed since the last issue"),
}
"""The sections of a persona sheet that can be chosen, in the order they are printed."""


class ExportOptions(Struct, frozen=True):
    """The choices for one export; the defaults print everything that anyone may read.

    Without `personas` or `sections` all are meant. Only the `team` reads
    what is withheld from learners or undisclosed in the story, and the
    notes. Without `facets` the map shows those a page has room for.
    Portraits always come as one file each; as pictures they are
    `pixels` wide and high. `date` (as `2026-11-24`) is printed on the pages; without it the newest
    date of the project is, so that the same project gives the same bytes.
    """

    personas: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    reader: Reader = "anyone"
    page: Page = "a4"
    what: What = "sheets"
    lens: Lens = "experiences"
    facets: tuple[str, ...] = ()
    one_file_each: bool = False
    pixels: int = 1024
    date: str = ""

    @property
    def sees_private(self) -> bool:
        """Tell whether the reader may see answers the story does not tell."""
        return self.reader == "team"

    @property
    def fills_folder(self) -> bool:
        """Tell whether each persona gets a file."""
        return self.one_file_each or self.what == "portraits"

    def wants(self, section: str) -> bool:
        """Tell whether a section of the sheets was chosen."""
        return not self.sections or section in self.sections
