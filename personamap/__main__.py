"""Picks the window or the command line."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from personamap.cli.commands import COMMANDS

_SUFFIX = ".personamap"
_SELDOM = 50_000
"""After how many new objects a command looks for garbage: most of what it loads stays."""


def main() -> int:
    """Run the program with the arguments it was called with; returns the exit status."""
    arguments = sys.argv[1:]
    if arguments == ["--read-apart"]:
        return _read_apart()
    if wants_window(arguments):
        return _open_window(Path(arguments[0]) if arguments else None)
    gc.set_threshold(_SELDOM)
    # Imported only when needed: the window has no use for it, and `--help` is to be quick.
    from personamap.cli.main import main as run_command

    return _leave(run_command(arguments))


def _leave(status: int) -> NoReturn:
    """End at once: all is written, and to free each object first takes a short command a fifth."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError):
            stream.flush()
    os._exit(status)


def wants_window(arguments: list[str]) -> bool:
    """Tell whether these arguments name a file to show, or nothing at all."""
    if not arguments:
        return True
    first = arguments[0]
    if len(arguments) > 1 or first.startswith("-") or any(c.words[0] == first for c in COMMANDS):
        return False
    return first.endswith(_SUFFIX) or Path(first).is_file()


def _read_apart() -> int:
    # The same as `AS_CHILD`, which is not asked so that no start loads it.
    from personamap.importers.apart.child import main as read_apart

    read_apart()
    return 0


def _open_window(path: Path | None) -> int:
    from personamap.gui.preflight import problem_with_this_computer

    if problem := problem_with_this_computer():
        sys.stderr.write(f"personamap: {problem}\n")
        return 2
    # A start makes many objects that stay; the window collects by itself once it is shown.
    gc.disable()
    # Qt is imported after the check, and never for a command.
    from personamap.gui.quick_imports import import_plainly

    import_plainly()
    from personamap.gui.app import main as show_window

    return show_window(path)


if __name__ == "__main__":
    sys.exit(main())
