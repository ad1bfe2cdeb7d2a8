"""`personamap merge`: what became of a project in two hands, as one project."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from personamap.cli.exit_status import ANSWER_IS_NO
from personamap.cli.merge_outcome import MergeOutcome
from personamap.cli.new_file import free_place
from personamap.cli.output import say, say_json
from personamap.edits.merging.merge import merge as merge_three
from personamap.errors import WrongUse
from personamap.i18n import _
from personamap.services.common_base import find_base, version_of
from personamap.services.projects import open_project, save_project
from personamap.storage.standing import NOTHING

_TWO, _THREE = 2, 3


def merge(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="[BASE] MINE THEIRS",
            help="What both come from, my project, and the other one. Without BASE "
            "every difference is a conflict.",
            show_default=False,
        ),
    ],
    *,
    out: Annotated[Path, typer.Option(help="The new file; none is replaced.")],
    notes: Annotated[
        bool,
        typer.Option(
            "--notes/--no-notes", help="Keep what was not taken as comments in the new file."
        ),
    ] = True,
    as_json: Annotated[bool, typer.Option("--json", help="Answer with data.")] = False,
) -> None:
    """Bring what became of a project in two hands into a new file.

    What only one side changed is taken, and both sides' additions stay.
    Where both changed the same thing, mine is kept, and what theirs says
    is listed and left as a comment in the new file. What one side removed
    stays when the other has worked on it. The exit status is 1 when there
    are such conflicts.

    Example: personamap merge base.personamap mine.personamap theirs.personamap --out new.personamap
    """
    target = free_place(out)
    outcome = _merged(files)
    project = outcome.with_notes() if notes else outcome.merged.project
    save_project(project, target, NOTHING)
    if as_json:
        say_json(outcome.answer(target, noted=notes))
    else:
        outcome.tell(noted=notes)
        say(_("Made {path}").format(path=target))
    if outcome.conflicts:
        raise typer.Exit(ANSWER_IS_NO)


def _merged(files: Sequence[Path]) -> MergeOutcome:
    """Merge two files, or three of which the first is what the others come from."""
    if not _TWO <= len(files) <= _THREE:
        raise WrongUse(_("Name two projects, or three: what both come from, mine and theirs."))
    *before, mine, theirs = (version_of(open_project(file)) for file in files)
    base = before[0].project if before else None
    proposed = None if before else find_base(mine, theirs, lambda _done, _total: None)
    return MergeOutcome(merge_three(base, mine.project, theirs.project), mine, theirs, proposed)
