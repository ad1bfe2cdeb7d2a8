"""`personamap check`: what a cast lacks, and what several casts lack together."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Literal

import typer

from personamap.analysis.answer import CheckAnswer, answer_of
from personamap.analysis.coverage import CoverageReport, check_coverage
from personamap.cli.check_text import tell_report, tell_together
from personamap.cli.output import say, say_json
from personamap.domain.base import Entity
from personamap.services.catalogue import TogetherFacet, count_together
from personamap.services.projects import open_project

FailOn = Literal["never", "finding"]


class FileAnswer(Entity):
    """What the checks say about one of several files."""

    file: str
    answer: CheckAnswer


class CatalogueAnswer(Entity):
    """What `check --json` answers for several files; `together` counts in their order."""

    files: tuple[FileAnswer, ...]
    together: tuple[TogetherFacet, ...]


def check(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE", help="A project, or several to read as a catalogue."),
    ],
    *,
    fail_on: Annotated[
        FailOn, typer.Option(help="Whether open findings make the exit status 1.")
    ] = "finding",
    as_json: Annotated[bool, typer.Option("--json", help="Answer with data.")] = False,
) -> None:
    """Say what a cast lacks, in counts and plain words.

    Several files are read as the catalogue of one client: a report for
    each, and the counts together. The exit status is 1 when a finding is
    open that nobody accepted.

    Example: personamap check course.personamap
    """
    reports = [check_coverage(open_project(file).project) for file in files]
    answers = [answer_of(report) for report in reports]
    if as_json:
        _say_data(files, reports, answers)
    else:
        _say_text(files, reports, answers)
    if fail_on == "finding" and any(report.findings for report in reports):
        raise typer.Exit(1)


def _say_data(
    files: list[Path], reports: Iterable[CoverageReport], answers: list[CheckAnswer]
) -> None:
    if len(files) == 1:
        say_json(answers[0])
        return
    each = tuple(
        FileAnswer(file=str(file), answer=answer)
        for file, answer in zip(files, answers, strict=True)
    )
    say_json(CatalogueAnswer(files=each, together=count_together(reports)))


def _say_text(files: list[Path], reports: list[CoverageReport], answers: list[CheckAnswer]) -> None:
    for file, report, answer in zip(files, reports, answers, strict=True):
        tell_report(report.project.course.title or file.stem, report, answer)
        say("")
    if len(files) > 1:
        tell_together([file.stem for file in files], count_together(reports))
