"""The help pages, which are Markdown files that translators can copy and change.

A page is `help/workspaces/cast.md`; its translation would be
`help/de/workspaces/cast.md`, and each page that has none stays in
English. So it is with the pictures, which `make pictures` renews. The
pages of the checks are those that findings show as "Why this matters",
so that nothing is told twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from personamap.analysis.check import AREAS
from personamap.gui.palette.matching import Searched, fit, plain
from personamap.i18n import N_, _, language
from personamap.resources import resource

SCHEME = "help:"
"""How a page is linked from another: `[Cast](help:workspaces/cast)`."""

FIRST = "topics/first-steps"
TOPICS = (
    "first-steps",
    "answers",
    "facets",
    "experiences",
    "belonging",
    "findings",
    "complete",
    "audience",
    "import",
    "export",
    "reviews",
    "safe",
    "keyboard",
)
_ACROSS_COURSES = "every-course"
_IN_ENGLISH = "en"
_MARKS = re.compile(r"!\[[^\]]*\]\([^)]*\)|[*_`#>]|\]\([^)]*\)|\[")


class HelpPage(Struct, frozen=True):
    """One page: its id, where it is listed, its title and its text."""

    id: str
    section: str
    title: str
    text: str
    searched: Searched

    @property
    def begins(self) -> str:
        """Its first sentence, for whoever looks for it."""
        below = self.text.partition("\n")[2].strip()
        return " ".join(_MARKS.sub("", below.partition("\n\n")[0]).split())


class Library:
    """All pages, in the order in which they are listed."""

    def __init__(self, workspaces: Iterable[str]) -> None:
        self.pages = tuple(_all_pages(workspaces))
        self._by_id = {page.id: page for page in self.pages}

    def page(self, page_id: str) -> HelpPage | None:
        """Return a page by its id, such as `checks/only-one`."""
        return self._by_id.get(page_id)

    def found(self, words: str) -> Sequence[HelpPage]:
        """Return the pages that have all these words, best first; all of them without any."""
        query = plain(words)
        if not query:
            return self.pages
        worth = [(fit(query, page.searched), page) for page in self.pages]
        worth.sort(key=lambda pair: -pair[0])
        return tuple(page for much, page in worth if much)


def page_of_workspace(workspace_id: str) -> str:
    """Return the id of the page about a workspace; without one, where to begin."""
    return f"workspaces/{workspace_id}" if workspace_id else FIRST


def page_of_check(check_id: str) -> str:
    """Return the id of the page about a check."""
    return f"checks/{check_id}"


def page_text(page_id: str) -> str:
    """Return the Markdown of one page."""
    return _file(f"{page_id}.md").read_text(encoding="utf-8")


def picture_file(name: str) -> Path:
    """Return where a picture of a page is, such as `pictures/cast.png`."""
    return _file(name)


def _all_pages(workspaces: Iterable[str]) -> Iterator[HelpPage]:
    # Imported with the first page: a window that opens does not wait for all checks.
    from personamap.analysis.checks import CHECKS

    yield _read(FIRST, N_("Begin here"))
    for workspace_id in workspaces:
        yield _read(page_of_workspace(workspace_id), N_("Workspaces"))
    for name in TOPICS:
        page_id = f"topics/{name}"
        if page_id != FIRST:
            yield _read(page_id, N_("What it is about"))
    for area, title in AREAS.items():
        for check in CHECKS:
            if check.area == area:
                yield _read(page_of_check(check.id), title, checks=True)
    yield _read(page_of_check(_ACROSS_COURSES), N_("Several courses"), checks=True)


def _read(page_id: str, section: str, *, checks: bool = False) -> HelpPage:
    text = page_text(page_id)
    title = text.partition("\n")[0].removeprefix("# ").strip()
    listed = _("Checks: {area}").format(area=_(section)) if checks else _(section)
    words = _MARKS.sub(" ", text.partition("\n")[2])
    return HelpPage(page_id, listed, title, text, Searched.of(title, words))


def _file(name: str) -> Path:
    translated = resource("help", language(), *name.split("/"))
    return translated if translated.is_file() else resource("help", *name.split("/"))
