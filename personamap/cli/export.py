"""`personamap export`: sheets, the coverage report, pictures, tables and data."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from personamap.analysis.map_parts import Lens
from personamap.errors import ExportRefused
from personamap.exporters.options import FORMATS, SECTIONS, ExportOptions, Page, Reader, What
from personamap.i18n import _, plural


def export(  # noqa: PLR0913 -- each argument is an option of the command
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The project to export.")],
    *,
    to: Annotated[
        str,
        typer.Option(help=f"One of {', '.join(FORMATS)}."),
    ],
    out: Annotated[
        Path, typer.Option(help="The file to write, or a folder where each persona gets a file.")
    ],
    personas: Annotated[str, typer.Option(help="Ids of the personas, with commas.")] = "",
    sections: Annotated[str, typer.Option(help=f"Of {', '.join(SECTIONS)}; with commas.")] = "",
    reader: Annotated[
        Reader,
        typer.Option("--for", help="Only the team reads withheld and undisclosed answers."),
    ] = "anyone",
    one_file_each: Annotated[
        bool, typer.Option("--one-file-each", help="A file of its own for each persona.")
    ] = False,
    what: Annotated[
        What,
        typer.Option(help="Sheets, wall, map, coverage report, all for a review, or portraits."),
    ] = "sheets",
    page: Annotated[Page, typer.Option(help="The paper.")] = "a4",
    lens: Annotated[Lens, typer.Option(help="What the map shows.")] = "experiences",
    facets: Annotated[str, typer.Option(help="Ids of the facets on the map, with commas.")] = "",
    pixels: Annotated[
        int, typer.Option(min=16, max=8192, help="The side of a portrait as a picture.")
    ] = 1024,
) -> None:
    """Write the sheets, the coverage report, a table or the data of a project.

    An earlier export under the same name is replaced.

    Example: personamap export course.personamap --to pdf --out sheets.pdf
    """
    # What exports rest on takes a while to load, and `--help` should not wait for it.
    from personamap.services.exports import export_project
    from personamap.services.projects import open_project

    options = ExportOptions(
        personas=_listed(personas),
        sections=_known_sections(_listed(sections)),
        reader=reader,
        page=page,
        what=what,
        lens=lens,
        facets=_listed(facets),
        pixels=pixels,
        one_file_each=one_file_each,
    )
    if out.exists() and file.exists() and out.samefile(file):
        raise ExportRefused(_("“{path}” is the project itself.").format(path=out))
    project = open_project(file).project
    with _progress() as progress:
        exported = export_project(project, out, to.lower(), options, progress, overwrite=True)
    for path in exported.paths:
        typer.echo(str(path))
    for letters in exported.missing:
        _tell_missing(letters.name, letters.letters)
    if exported.replaced:
        _tell_replaced(exported.replaced)
    if exported.held_back:
        _tell_held_back(exported.held_back)


def _listed(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _known_sections(sections: tuple[str, ...]) -> tuple[str, ...]:
    unknown = [section for section in sections if section not in SECTIONS]
    if unknown:
        raise ExportRefused(
            _("there is no section “{section}”. Choose from: {known}.").format(
                section=unknown[0], known=", ".join(SECTIONS)
            )
        )
    return sections


@contextmanager
def _progress() -> Iterator[Callable[[int, int], None]]:
    """Show a bar on a terminal, and nothing when the output goes elsewhere."""
    if not sys.stderr.isatty():
        yield lambda _done, _total: None
        return
    from rich.console import Console
    from rich.progress import Progress as Bar

    with Bar(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(_("Exporting"), total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def _tell_missing(name: str, letters: str) -> None:
    told = _("{name}: no font on this computer has {letters}")
    typer.echo(told.format(name=name, letters=" ".join(letters)), err=True)


def _tell_replaced(count: int) -> None:
    told = plural(
        "{count} character the format cannot hold became �.",
        "{count} characters the format cannot hold became �.",
        count,
    )
    typer.echo(told, err=True)


def _tell_held_back(count: int) -> None:
    told = plural(
        "{count} private answer was left out; --for team prints it.",
        "{count} private answers were left out; --for team prints them.",
        count,
    )
    typer.echo(told, err=True)
