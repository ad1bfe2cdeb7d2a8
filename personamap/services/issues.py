"""Handing sheets over: an export that the project remembers, so that the next says what changed."""

from __future__ import annotations

from msgspec import Struct

from personamap.domain.base import new_id
from personamap.domain.portrait import Media
from personamap.domain.project import Project
from personamap.domain.review import HandOff
from personamap.edits.hand_offs import record_hand_off
from personamap.edits.items import add_items
from personamap.errors import ExportRefused
from personamap.exporters.formats import find_exporter
from personamap.exporters.options import ISSUED, ExportOptions
from personamap.exporters.private import visible_project
from personamap.exporters.report import chosen_personas
from personamap.i18n import _
from personamap.storage.snapshots import Snapshot, snapshot_media


class Recipient(Struct, frozen=True):
    """Whom something is handed to, what is said with it, and the day (as `2026-11-24`)."""

    name: str
    date: str
    note: str = ""


class Issue(Struct, frozen=True):
    """The next issue: `numbered` is what to export, and `recorded_in` keeps it once that is done.

    The number and the day are on the pages already, and what changed is
    told since the issue before.
    """

    numbered: Project
    hand_off: HandOff
    snapshot: Media

    def recorded_in(self, project: Project) -> Project:
        """Return `project`, whatever was edited in it meanwhile, with this issue in it."""
        return record_hand_off(project, self.hand_off, self.snapshot)


def next_issue(
    project: Project, format_id: str, options: ExportOptions, recipient: Recipient
) -> Issue:
    """Return what handing over these documents will be, or raise `ExportRefused`."""
    _refuse_nonsense(format_id, options, recipient)
    hand_off = _hand_off(project, options, recipient)
    seen = Snapshot(visible_project(project, options), options.sees_private)
    return Issue(add_items(project, "hand_offs", hand_off), hand_off, snapshot_media(seen))


def can_be_issued(format_id: str, options: ExportOptions) -> bool:
    """Tell whether a document is one that is handed over to be worked from."""
    return options.what in ISSUED and find_exporter(format_id).needs == "pages"


def _hand_off(project: Project, options: ExportOptions, recipient: Recipient) -> HandOff:
    numbers = (hand_off.number for hand_off in project.hand_offs)
    return HandOff(
        id=new_id("hnd"),
        number=max(numbers, default=0) + 1,
        date=recipient.date,
        recipient=recipient.name.strip(),
        note=recipient.note.strip(),
        personas=tuple(persona.id for persona in chosen_personas(project, options)),
    )


def _refuse_nonsense(format_id: str, options: ExportOptions, recipient: Recipient) -> None:
    if not recipient.name.strip():
        raise ExportRefused(_("it does not say whom this issue is handed to."))
    if not can_be_issued(format_id, options):
        raise ExportRefused(
            _("only persona sheets and the character bible are recorded as an issue.")
        )
