"""The workspaces of the rail, in order, as they are named before any of them is made."""

from __future__ import annotations

from msgspec import Struct

from personamap.i18n import N_


class WorkspaceEntry(Struct, frozen=True):
    """One place of the rail: its word, its icon, and the word for what stands beside it."""

    id: str
    title: str
    icon: str
    inspector: str = ""


CAST = WorkspaceEntry("cast", N_("Cast"), "users", N_("Person"))
MAP = WorkspaceEntry("map", N_("Map"), "waypoints", N_("Selected"))
COVERAGE = WorkspaceEntry("coverage", N_("Coverage"), "grid-3x3", N_("Findings"))
STORY = WorkspaceEntry("story", N_("Story"), "clapperboard", N_("Scene"))
BELONGING = WorkspaceEntry("belonging", N_("Belonging"), "heart-handshake", N_("Selected"))
REVIEW = WorkspaceEntry("review", N_("Review"), "messages-square")
CATALOGUE = WorkspaceEntry("catalogue", N_("Catalogue"), "book-open", N_("Courses"))
WORKSPACES = (CAST, MAP, COVERAGE, STORY, BELONGING, REVIEW, CATALOGUE)
