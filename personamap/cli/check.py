"""`personamap check`: what a cast lacks, and what several casts lack together."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from personamap.analysis.answer import CheckAnswer, answer_of
from personamap.analysis.catalogue.together import TogetherFacet
from personamap.analysis.coverage import check_coverage
from personamap.analysis.json_answer import JsonAnswer
from personamap.cli.catalogue_text import tell_catalogue
from personamap.cli.check_text import tell_report
from personamap.cli.exit_status import ANSWER_IS_NO, UNREADABLE
from personamap.cli.output import complain, say_json, shown_progress
from personamap.domain.facet import FacetId
from personamap.i18n import _, plural
from personamap.services.catalogue import ReadCatalogue, UnreadCourse, read_catalogue
from personamap.services.projects import open_project

FailOn = Literal["never", "finding"]


class FileAnswer(JsonAnswer):
    """What the checks say about one of several files."""

    file: str
    answer: CheckAnswer


class SharedAnswer(JsonAnswer):
    """Somebody who plays in several courses, and the facets on which those say different things."""

    persona: str
    name: str
    files: tuple[str, ...]
    differs: tuple[FacetId, ...]


class UnreadAnswer(JsonAnswer):
    """A file that cannot be read, and why; it counts nowhere."""

    file: str
    reason: str


class CatalogueAnswer(JsonAnswer):
    """What `check --json` answers for several files.

    `together` counts in the order of `files`. `across` is what all courses
    show and lack as one; somebody who plays in two of them is one person
    there, under the id of the first. What cannot be read is in `unread`
    alone.
    """

    files: tuple[FileAnswer, ...]
    together: tuple[TogetherFacet, ...]
    across: CheckAnswer
    shared: tuple[SharedAnswer, ...]
    unread: tuple[UnreadAnswer, ...] = ()


def check(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE", help="A project; several, or a folder of them, are a catalogue."
        ),
    ],
    *,
    fail_on: Annotated[
        FailOn, typer.Option(help="Whether open findings make the exit status 1.")
    ] = "finding",
    as_json: Annotated[bool, typer.Option("--json", help="Answer with data.")] = False,
) -> None:
    """Say what a cast lacks, in counts and plain words.

    Several files, or a folder, are read as the catalogue of one client: what
    all courses show and lack together. The exit status is 1 when a finding is
    open that nobody accepted, and 2 when a file could not be read; the others
    are read all the same.

    Example: personamap check course.personamap
    """
    answer = _check_one if len(files) == 1 and not files[0].is_dir() else _check_together
    has_findings = answer(files, as_json)
    if fail_on == "finding" and has_findings:
        raise typer.Exit(ANSWER_IS_NO)


def _check_one(files: list[Path], as_json: bool) -> bool:
    report = check_coverage(open_project(files[0]).project)
    answer = answer_of(report)
    if as_json:
        say_json(answer)
    else:
        tell_report(report.project.course.title or files[0].stem, report, answer)
    return bool(report.findings)


def _check_together(files: list[Path], as_json: bool) -> bool:
    with shown_progress(_("Reading the courses")) as progress:
        read = read_catalogue(files, progress)
    if as_json and read.sources:
        say_json(_catalogue_answer(read))
    elif read.sources:
        tell_catalogue(read.catalogue)
    if read.unread:
        _complain_of(read.unread, left_out=bool(read.sources))
        raise typer.Exit(UNREADABLE)
    return read.catalogue.has_open_findings


def _complain_of(unread: tuple[UnreadCourse, ...], *, left_out: bool) -> None:
    for course in unread:
        complain(str(course.error))
    if left_out:
        complain(
            plural(
                "{count} file is left out of what is said above.",
                "{count} files are left out of what is said above.",
                len(unread),
            )
        )


def _catalogue_answer(read: ReadCatalogue) -> CatalogueAnswer:
    catalogue = read.catalogue
    names = [str(source) for source in read.sources]
    return CatalogueAnswer(
        files=tuple(
            FileAnswer(file=name, answer=answer_of(report))
            for name, report in zip(names, catalogue.reports, strict=True)
        ),
        together=catalogue.together,
        across=answer_of(catalogue.across, with_fixes=False),
        shared=tuple(
            SharedAnswer(
                persona=shared.persona.id,
                name=shared.persona.name,
                files=tuple(names[place] for place in shared.courses),
                differs=shared.differs,
            )
            for shared in catalogue.shared
        ),
        unread=tuple(
            UnreadAnswer(file=str(course.path), reason=str(course.error)) for course in read.unread
        ),
    )
