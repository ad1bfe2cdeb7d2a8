"""The places of the window and how somebody without a mouse gets there."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A place: `keys` lead there, or an `entry` of the menu bar, or a `button` where one is."""

    name: str
    keys: str = ""
    entry: str = ""
    button: str = ""
    is_dialog: bool = True
    is_field: bool = False
    """Whether it is one field, in which the arrows choose."""
    needs_people: bool = False
    """Whether it is there only where the project has a cast."""


def _workspace(name: str, keys: str) -> Place:
    return Place(name, keys=keys, is_dialog=False)


WORKSPACES = (
    _workspace("Cast", "ctrl+1"),
    _workspace("Cast as a sheet", "ctrl+shift+t"),
    _workspace("What they have lived", "ctrl+shift+e"),
    _workspace("Map", "ctrl+2"),
    _workspace("Coverage", "ctrl+3"),
    _workspace("Story", "ctrl+4"),
    _workspace("Belonging", "ctrl+5"),
    _workspace("Review", "ctrl+6"),
    _workspace("Catalogue", "ctrl+7"),
)
DIALOGS = (
    Place("Export", keys="ctrl+e"),
    Place("Find anything", keys="ctrl+k", is_dialog=False, is_field=True),
    Place("Help", keys="F1"),
    Place("Keyboard shortcuts", keys="ctrl+F1"),
    Place("Preferences", keys="ctrl+comma"),
    Place("Course", entry="Course…"),
    Place("Facets", entry="Facets…"),
    Place("What matters", entry="What matters…"),
    Place("Complete my cast", entry="Complete my cast…"),
    Place("Audience", entry="Audience…"),
    Place("Checks", entry="Checks…"),
    Place("About", entry="About personamap"),
)
FROM_COVERAGE = (
    Place("Fix", button="Fix…", needs_people=True),
    Place("Fix several", button="Fix several…", needs_people=True),
    Place("Accept", button="Accept…", needs_people=True),
    Place("Why this matters", button="Why this matters", needs_people=True),
)
FROM_CAST = (Place("Portrait", button="Change the portrait", needs_people=True),)
