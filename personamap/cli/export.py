"""`personamap export`: sheets, the coverage report, pictures, tables and data."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from personamap.analysis.map.parts import Lens
from personamap.errors import ExportRefused
from personamap.exporters.options import FORMATS, SECTIONS, ExportOptions, Page, Reader, What
from personamap.i18n import _


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
        typer.Option(
            help="Sheets, wall, map, coverage report, all for a review, a bible for writers, what "
            "changed since the last issue, or portraits."
        ),
    ] = "sheets",
    page: Annotated[Page, typer.Option(help="The paper.")] = "a4",
    lens: Annotated[Lens, typer.Option(help="What the map shows.")] = "experiences",
    facets: Annotated[str, typer.Option(help="Ids of the facets on the map, with commas.")] = "",
    pixels: Annotated[
        int, typer.Option(min=16, max=8192, help="The side of a portrait as a picture.")
    ] = 1024,
    issue_to: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="Whom these sheets are handed to. The project remembers it as an issue, and "
            "later sheets say what changed since.",
        ),
    ] = None,
    note: Annotated[str, typer.Option(help="What is said with this issue.")] = "",
) -> None:
    """Write the sheets, the coverage report, a table or the data of a project.

    An earlier export under the same name is replaced.

    Example: personamap export course.personamap --to pdf --out sheets.pdf
    """
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
    if note and issue_to is None:
        raise ExportRefused(_("a note belongs to an issue. Say with --issue-to whom it is for."))
    if out.exists() and file.exists() and out.samefile(file):
        raise ExportRefused(_("“{path}” is the project itself.").format(path=out))
    # What exports rest on takes a while to load, and `--help` should not wait for it.
    from personamap.cli.exporting import export_file, issue_file

    if issue_to is None:
        export_file(file, out, to.lower(), options)
    else:
        issue_file(file, out, to.lower(), options, (issue_to, note))


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
