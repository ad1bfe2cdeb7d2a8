"""`personamap new`: a project from a template and facet packs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from personamap.cli.output import say
from personamap.errors import AlreadyThere
from personamap.i18n import _, plural
from personamap.services.facet_packs import pack_ids
from personamap.services.projects import new_project, save_project
from personamap.services.templates import EMPTY, template_ids
from personamap.storage.standing import NOTHING

_TEMPLATES = ", ".join(template_ids())
_PACKS = ", ".join(pack_ids())


def new(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The file to make.")],
    *,
    template: Annotated[
        str, typer.Option(metavar="NAME", help=f"What to start from: {_TEMPLATES}.")
    ] = EMPTY,
    facets: Annotated[
        list[str] | None,
        typer.Option(metavar="PACK", help=f"A facet pack, may be repeated: {_PACKS}."),
    ] = None,
) -> None:
    """Make a project from a template, with the facets of packs added.

    Without a template and packs it has the default facets. A file that is
    there already is never replaced.

    Example: personamap new course.personamap --facets identity --facets work
    """
    path = file if file.suffix else file.with_suffix(".personamap")
    if path.exists() or path.is_symlink():
        raise AlreadyThere(path)
    project = new_project(template, facets or ())
    save_project(project, path, NOTHING)
    say(_("Made {path}").format(path=path))
    say(plural("It has {count} facet.", "It has {count} facets.", len(project.facets)))
