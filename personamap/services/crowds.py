"""How many people a window works with, and what is said where there would be more."""

from __future__ import annotations

from personamap.domain.project import Project
from personamap.errors import TooManyForWindow
from personamap.i18n import _, in_digits

MOST_PEOPLE = 5_000
"""How many people the window works with; a big cast is 500.

Measured: with so many, opening holds the window for about half a second and everything after it
for less; with twice as many, opening, undoing and the first look at Coverage take one to two.
"""


def check_file(project: Project, name: str) -> None:
    """Refuse a project file with more people than a window can be used with."""
    words = _(
        "“{name}” has {people} people, and the window works with up to {most}. "
        "The commands “personamap check” and “personamap export” still work with all of them; "
        "to see some of them here, keep those in a project of their own."
    )
    _check(project, name, words)


def check_kept(project: Project, name: str) -> None:
    """Refuse unsaved work or an older copy with too many people; it stays where it is."""
    words = _(
        "“{name}” has {people} people, and the window works with up to {most}. It stays where "
        "it is; the command “personamap recover” brings it back into a file."
    )
    _check(project, name, words)


def check_growth(before: Project, after: Project) -> None:
    """Refuse a change by which there would be too many people."""
    words = growth_words(len(before.personas), len(after.personas))
    if words:
        raise TooManyForWindow(words)


def growth_words(before: int, after: int) -> str:
    """Say why so many people cannot become more, if that is so."""
    if after <= max(MOST_PEOPLE, before):
        return ""
    words = _(
        "With these there would be {people} people, and the window works with up to {most}. "
        "Nothing has changed. Bring in fewer of them."
    )
    return _counted(words, after)


def _check(project: Project, name: str, words: str) -> None:
    people = len(project.personas)
    if people > MOST_PEOPLE:
        raise TooManyForWindow(_counted(words, people, name))


def _counted(words: str, people: int, name: str = "") -> str:
    return words.format(name=name, people=in_digits(people), most=in_digits(MOST_PEOPLE))
