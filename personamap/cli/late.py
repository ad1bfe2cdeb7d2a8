"""A group of commands that loads each of them only when it is called."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import typer
import typer.main
from typer.core import TyperGroup
from typing_extensions import override

from personamap.cli.commands import COMMANDS, CommandEntry


class LateGroup(TyperGroup):
    """Holds stand-ins with a name and a summary; the one that is called is replaced.

    Loading all commands to list their names would take ten times as long
    as everything else `--help` does.
    """

    @override
    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        words = (*_words_before(ctx), *args[:1])
        for entry in COMMANDS:
            if entry.words == words:
                self.add_command(load(entry), entry.words[-1])
        return super().resolve_command(ctx, args)

    @override
    def list_commands(self, ctx: Any) -> list[str]:
        order = [word for entry in COMMANDS for word in entry.words]
        return sorted(super().list_commands(ctx), key=order.index)


def stand_in(app: typer.Typer, entry: CommandEntry, summary: str) -> None:
    """Put a command that only has a name and a summary into `app`."""

    def never_called() -> None:
        raise AssertionError(entry.place)

    app.command(entry.words[-1], help=summary)(never_called)


def load(entry: CommandEntry) -> Any:
    """Return the real command."""
    module, function = entry.place.split(":")
    app = typer.Typer(add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)
    app.command(entry.words[-1])(getattr(import_module(f"personamap.cli.{module}"), function))
    return typer.main.get_command(app)


def _words_before(ctx: Any) -> tuple[str, ...]:
    # The outermost context is the program itself.
    return (*_words_before(ctx.parent), ctx.info_name) if ctx.parent else ()
