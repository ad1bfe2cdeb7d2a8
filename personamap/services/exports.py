"""Exports: a project out to files, in any format."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from personamap.analysis.map.parts import MOST_PEOPLE
from personamap.domain.persona import Persona
from personamap.domain.project import Project
from personamap.errors import AlreadyThere, CannotWrite, ExportRefused
from personamap.exporters.exporter import Exporter, MissingLetters, Progress, Rendered, untold
from personamap.exporters.formats import EXPORTERS, find_exporter
from personamap.exporters.leaving_out import without_people
from personamap.exporters.options import ExportOptions, What
from personamap.exporters.outline import Outline
from personamap.exporters.private import held_back, visible_project
from personamap.exporters.report import (
    chosen_personas,
    sheets_outline,
    source_outline,
    table_outline,
)
from personamap.exporters.wording import joined
from personamap.i18n import _, in_digits, speaking
from personamap.services.file_names import file_name
from personamap.storage.archive import PROJECT_PART, unpack
from personamap.storage.codec import encode
from personamap.storage.placing import make_folder
from personamap.storage.several_files import write_all_atomically
from personamap.storage.temporary import sweep_temporaries

_NEEDS_NOBODY: tuple[What, ...] = ("report",)


class Exported(Struct, frozen=True):
    """What was written, and what is not in it as it stands in the project.

    `missing` are letters no font had, `held_back` private answers left
    out, `replaced` characters that the format cannot hold.
    """

    paths: tuple[Path, ...]
    missing: tuple[MissingLetters, ...] = ()
    held_back: int = 0
    replaced: int = 0


def export_project(
    project: Project,
    path: Path,
    format_id: str,
    options: ExportOptions,
    progress: Progress,
    *,
    overwrite: bool = False,
) -> Exported:
    """Write a project to `path`, which is a folder when each persona gets a file.

    Everything is rendered before anything is written, so an export that
    fails or is stopped (by an error raised in `progress`) leaves the disk
    as it was.
    """
    exporter = find_exporter(format_id)
    _refuse_nonsense(exporter, options, chosen_personas(project, options))
    with speaking(project.course.language):
        if options.fills_folder:
            files = list(_one_each(project, path, exporter, options, progress))
        else:
            outline = make_outline(project, exporter, options, progress)
            files = [(path, exporter.render(outline, progress))]
    _write(files, overwrite=overwrite)
    missing = tuple(letters for _path, rendered in files for letters in rendered.missing)
    replaced = sum(rendered.replaced for _path, rendered in files)
    paths = tuple(target for target, _rendered in files)
    return Exported(paths, missing, held_back(project, options), replaced)


def make_outline(
    project: Project, exporter: Exporter, options: ExportOptions, progress: Progress = untold
) -> Outline:
    """Return the outline that an exporter needs for these choices.

    Only the sheets take long enough for `progress`, which stops them as it stops an export.
    """
    match exporter.needs:
        case "table":
            return table_outline(project, options)
        case "source":
            return source_outline(project, options, _project_json(_only_chosen(project, options)))
        case _ if options.what == "sheets":
            return sheets_outline(project, options, progress)
        case _:
            # The other documents rest on all checks, which sheets need not wait for.
            from personamap.services.document_outlines import OUTLINES

            return OUTLINES[options.what](project, options)


def _refuse_nonsense(
    exporter: Exporter, options: ExportOptions, personas: Sequence[Persona]
) -> None:
    if options.what not in exporter.makes:
        raise ExportRefused(_other_formats(exporter, options.what))
    if options.what not in ("sheets", "portraits") and options.one_file_each:
        raise ExportRefused(_("this is one document about the whole cast."))
    if exporter.needs == "source" and options.one_file_each:
        raise ExportRefused(_("project data cannot be cut into one file for each persona."))
    if options.what not in _NEEDS_NOBODY and exporter.needs == "pages" and not personas:
        raise ExportRefused(_("there is nobody in this cast yet. Add a persona first."))
    if options.what == "map" and len(personas) > MOST_PEOPLE:
        raise ExportRefused(_too_many(len(personas)))


def _too_many(people: int) -> str:
    reason = _("a map shows up to {most} people, and these are {people}. Choose some of them.")
    return reason.format(most=in_digits(MOST_PEOPLE), people=in_digits(people))


def _other_formats(exporter: Exporter, what: What) -> str:
    possible = [one.id.upper() for one in EXPORTERS if what in one.makes]
    reason = _("{format} is no format for this document. It comes as {possible}.")
    return reason.format(format=exporter.id.upper(), possible=joined(possible))


def _one_each(
    project: Project, folder: Path, exporter: Exporter, options: ExportOptions, progress: Progress
) -> Iterator[tuple[Path, Rendered]]:
    personas = chosen_personas(project, options)
    taken: set[str] = set()
    for done, persona in enumerate(personas):
        progress(done, len(personas))
        mine = replace(options, personas=(persona.id,))
        outline = make_outline(project, exporter, mine)
        name = file_name(persona.name or persona.id, exporter.suffix, taken)
        yield folder / name, exporter.render(outline, untold)
    progress(len(personas), len(personas))


def _only_chosen(project: Project, options: ExportOptions) -> Project:
    visible = visible_project(project, options)
    if not options.personas:
        return visible
    chosen = {persona.id for persona in chosen_personas(project, options)}
    return without_people(visible, {one.id for one in visible.personas} - chosen)


def _project_json(project: Project) -> bytes:
    """Return the very text a project file holds."""
    return unpack(encode(project), "")[PROJECT_PART]


def _write(files: Sequence[tuple[Path, Rendered]], *, overwrite: bool) -> None:
    for path, _rendered in files:
        if not overwrite and path.exists():
            raise AlreadyThere(path)
    for folder, path in {path.parent: path for path, _rendered in files}.items():
        try:
            make_folder(folder)
        except OSError as error:
            raise CannotWrite(path, error) from error
        sweep_temporaries(folder)
    write_all_atomically([(path, rendered.data) for path, rendered in files])
