"""Where in the program something happened, without where the program lies on this computer."""

from __future__ import annotations

import re
import traceback
from pathlib import Path, PurePath
from types import TracebackType

_PROGRAM = Path(__file__).parents[3]
_LIBRARIES = re.compile(r"site-packages|dist-packages|python\d\.\d+|Lib")
_NAMED = re.compile(r'(?<=File ")[^"]+(?=")')


def where(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Return the kind of an error and the places it came through."""
    return without_folders("".join(traceback.format_tb(trace))) + kind.__name__


def without_folders(text: str) -> str:
    """Return tracebacks with paths that begin at the program or a library, not at a home folder."""
    return _NAMED.sub(lambda found: _short(found[0]), text)


def _short(file: str) -> str:
    path = PurePath(file)
    if path.is_relative_to(_PROGRAM) and not _LIBRARIES.search(file):
        return path.relative_to(_PROGRAM).as_posix()
    marks = [place for place, part in enumerate(path.parts) if _LIBRARIES.fullmatch(part)]
    return "/".join(path.parts[marks[-1] + 1 :]) if marks else path.name
