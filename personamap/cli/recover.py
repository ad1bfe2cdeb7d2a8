"""`personamap recover`: unsaved work, older copies, what is whole in a damaged file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from personamap.analysis.json_answer import JsonAnswer
from personamap.cli.new_file import new_file
from personamap.cli.output import INDENT, say, say_json
from personamap.domain.project import Project
from personamap.errors import WrongUse
from personamap.i18n import N_, _
from personamap.services.bringing_back import SALVAGE, Candidate, Kind, candidates, choose
from personamap.services.projects import save_project
from personamap.storage.standing import NOTHING

_TITLES: dict[Kind, str] = {
    "unsaved": N_("Unsaved work"),
    "put-away": N_("Unsaved work that was put away"),
    "unreadable": N_("Cannot be read"),
    "salvage": N_("Damaged"),
    "copy": N_("Older copies, the newest first"),
}


class CandidateAnswer(JsonAnswer):
    """One thing a project could be brought back from."""

    id: str
    kind: Kind
    name: str
    file: str
    what: str
    notes: tuple[str, ...]


class RecoverAnswer(JsonAnswer):
    """The answer of `recover --json`; `brought_back` is the id of what went into `out`."""

    candidates: tuple[CandidateAnswer, ...]
    brought_back: str = ""
    out: str = ""


def recover(
    file: Annotated[
        Path | None, typer.Argument(metavar="[FILE]", help="Only what belongs to this project.")
    ] = None,
    *,
    take: Annotated[str, typer.Option(metavar="ID", help="Which one to bring back.")] = "",
    salvage: Annotated[
        bool, typer.Option("--salvage", help="Bring back what is whole in the damaged FILE.")
    ] = False,
    out: Annotated[
        Path | None, typer.Option(help="The new file to bring it back into; none is replaced.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Answer with data.")] = False,
) -> None:
    """Say what could be brought back, and bring one of it back into a new file.

    Without FILE, that is the work that was not saved when the program
    ended; with FILE also its older copies and, where it does not open,
    what is whole in it. Nothing is removed, and no file is changed.

    Example: personamap recover course.personamap --out found.personamap
    """
    if salvage:
        _check_salvage(file, take, out)
        take = SALVAGE
    if take and out is None:
        raise WrongUse(_("--take goes with --out: what comes back becomes a new file."))
    target = new_file(out is not None, out)
    found = candidates(file)
    chosen = choose(found, take) if target is not None else None
    if chosen is not None and target is not None:
        save_project(_project_of(chosen), target, NOTHING)
    if as_json:
        say_json(_answer(found, chosen, target))
    elif chosen is not None:
        say(_("Brought “{name}” back: {what}.").format(name=chosen.name, what=chosen.what))
        _say_notes(chosen)
        say(_("Made {path}").format(path=target))
    elif found:
        _tell(found)
    elif file is None:
        say(_("There is no unsaved work. With FILE, its older copies are looked for too."))
    else:
        say(_("There is nothing to bring back: no unsaved work, and no older copy."))


def _check_salvage(file: Path | None, take: str, out: Path | None) -> None:
    if file is None or out is None or take:
        raise WrongUse(
            _("--salvage needs the damaged FILE and --out for the new one, and no --take.")
        )


def _project_of(chosen: Candidate) -> Project:
    assert chosen.project is not None
    return chosen.project()


def _answer(
    found: tuple[Candidate, ...], chosen: Candidate | None, out: Path | None
) -> RecoverAnswer:
    return RecoverAnswer(
        candidates=tuple(
            CandidateAnswer(
                id=one.id,
                kind=one.kind,
                name=one.name,
                file=str(one.path or ""),
                what=one.what,
                notes=one.notes,
            )
            for one in found
        ),
        brought_back=chosen.id if chosen else "",
        out=str(out or ""),
    )


def _tell(found: tuple[Candidate, ...]) -> None:
    shown: Kind | None = None
    for one in found:
        if one.kind != shown:
            shown = one.kind
            say(_(_TITLES[one.kind]))
        say(f"{INDENT}{one.id}  {one.name}  {one.what}")
        _say_notes(one)
    if any(one.project is not None for one in found):
        say(_("--take ID --out NEW-FILE brings one back into a new file."))


def _say_notes(one: Candidate) -> None:
    for note in one.notes:
        say(f"{INDENT * 2}{note}")
