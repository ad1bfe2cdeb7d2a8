"""The command line: one program with its commands, and the one place that prints errors."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import Annotated

import typer

from personamap import __version__
from personamap.cli.commands import COMMANDS, GROUPS
from personamap.cli.exit_status import UNREADABLE
from personamap.cli.late import LateGroup, stand_in
from personamap.errors import CannotWrite, PersonamapError
from personamap.i18n import _, languages_of_environment, use_languages


def main(arguments: list[str]) -> int:
    """Run one command and return its exit status."""
    _speak_any_language()
    use_languages(languages_of_environment())
    try:
        make_app()(args=arguments, prog_name="personamap")
    except PersonamapError as error:
        sys.stderr.write(f"personamap: {error}\n")
        return UNREADABLE
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else 0
    except OSError as error:
        if not _was_speaking(error):
            raise
        answers = Path(sys.stdout.name)
        # What still waits to be written there would fail once more when the program ends.
        sys.stdout = io.StringIO()
        sys.stderr.write(f"personamap: {CannotWrite(answers, error)}\n")
        return UNREADABLE
    return 0


def make_app() -> typer.Typer:
    """Return the program with a stand-in for each command."""
    app = _group()
    app.callback(invoke_without_command=False)(_program)
    groups = {word: _group() for word in GROUPS}
    for entry in COMMANDS:
        stand_in(groups.get(entry.words[0], app), entry, _(entry.summary))
    for word, group in groups.items():
        group.callback()(_nothing)
        app.add_typer(group, name=word, help=_(GROUPS[word]))
    return app


def _group() -> typer.Typer:
    return typer.Typer(
        cls=LateGroup,
        add_completion=False,
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"personamap {__version__}")
        raise typer.Exit


def _program(
    *,
    version: Annotated[
        bool,
        typer.Option(
            "--version", help="Print the version.", callback=_print_version, is_eager=True
        ),
    ] = False,
) -> None:
    """Build the cast of an eLearning course as a persona map.

    Without a command, or with a FILE alone, the window opens.

    Example: personamap check course.personamap
    """


def _nothing() -> None:
    pass


def _was_speaking(error: OSError) -> bool:
    """Tell whether an answer went nowhere: the disk under the file it goes to is full."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return trace is not None and trace.tb_frame.f_code is typer.echo.__code__


def _speak_any_language() -> None:
    # A caller that closed them wants to hear nothing.
    sys.stdout, sys.stderr = sys.stdout or io.StringIO(), sys.stderr or io.StringIO()
    # A pipe on Windows has a codepage that lacks most names of people.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(
                encoding=None if stream.isatty() else "utf-8", errors="backslashreplace"
            )
