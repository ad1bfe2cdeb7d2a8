"""Writing what was asked for, and telling what came of it; loaded only when it is needed."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import typer

from personamap.domain.project import Project
from personamap.exporters.options import ExportOptions
from personamap.i18n import _, plural
from personamap.services.exports import export_project
from personamap.services.projects import open_project


def export_file(file: Path, out: Path, kind: str, options: ExportOptions) -> None:
    """Export the project in `file`, and say what was written."""
    _write(open_project(file).project, out, kind, options)


def issue_file(
    file: Path, out: Path, kind: str, options: ExportOptions, handed: tuple[str, str]
) -> None:
    """Export, and note in the project itself to whom it was handed and with which words."""
    # What this rests on takes a while to load, and other exports need not wait for it.
    from personamap.cli.saving import save_over
    from personamap.services.issues import Recipient, next_issue

    opened = open_project(file)
    project = opened.project
    name, note = handed
    today = datetime.now().astimezone().date().isoformat()
    issue = next_issue(project, kind, options, Recipient(name, today, note))
    _write(issue.numbered, out, kind, options)
    save_over(issue.recorded_in(project), opened, "first-save")
    told = _("“{file}” remembers this as issue {number}, handed to {name}.")
    number, name = issue.hand_off.number, issue.hand_off.recipient
    typer.echo(told.format(file=file, number=number, name=name), err=True)


def _write(project: Project, out: Path, kind: str, options: ExportOptions) -> None:
    with _progress() as progress:
        exported = export_project(project, out, kind, options, progress, overwrite=True)
    for path in exported.paths:
        typer.echo(str(path))
    for letters in exported.missing:
        _tell_missing(letters.name, letters.letters)
    if exported.replaced:
        _tell_replaced(exported.replaced)
    if exported.held_back:
        _tell_held_back(exported.held_back)


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
