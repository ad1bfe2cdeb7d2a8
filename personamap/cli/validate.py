"""`personamap validate`: is a project file whole."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from personamap.analysis.references import dangling_references
from personamap.cli.output import say
from personamap.errors import DamagedProject, NotAProject
from personamap.i18n import _, plural
from personamap.services.backup_words import rescue_words
from personamap.services.backups import rescue
from personamap.services.projects import open_project


def validate(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The project file to examine.")],
) -> None:
    """Say whether a project file is whole; nothing is changed.

    Looked at are the container and its checksums, the pictures, every
    field, and the ids that items name each other by. Of a file that is
    damaged it says what is whole in it, and which older copy opens.

    Example: personamap validate course.personamap
    """
    try:
        opened = open_project(file)
    except (DamagedProject, NotAProject) as error:
        say(str(error))
        _tell_of_rescue(file)
        raise typer.Exit(1) from error
    for shared in opened.shared_ids:
        say(_("Two items share the id “{id}”.").format(id=shared))
    dangling = list(dangling_references(opened.project))
    for one in dangling:
        say(
            _("“{name}” names a {kind} “{missing}” that is not in the project.").format(
                name=one.name, kind=one.target, missing=one.missing
            )
        )
    if opened.shared_ids:
        say(_("“{path}” opens, and is not as personamap writes it.").format(path=file))
        raise typer.Exit(1)
    people = len(opened.project.personas)
    say(_("“{path}” is whole.").format(path=file))
    say(plural("It holds {count} persona.", "It holds {count} personas.", people))


def _tell_of_rescue(file: Path) -> None:
    found = rescue(file)
    for line in rescue_words(found):
        say(line)
    if found.newest is not None:
        say(_("The older copy is “{path}”.").format(path=found.newest.copy.path))
