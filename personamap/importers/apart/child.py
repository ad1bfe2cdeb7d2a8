"""What runs in the process of its own: one task in, one answer out, nothing else.

Started by its path, so that neither a folder nor a variable decides what
it imports. Standard input brings one line that says what to do and then
the file; standard output takes one line about the answer and then its
bytes. Both are plain data: nothing in them can become code.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Any

TOO_MUCH_MEMORY = {"out_of_memory": True}
READERS = {
    "final draft": "personamap.importers.script.fdx_paragraphs:paragraphs",
    "parquet table": "personamap.importers.audience.parquet_groups:asked",
    "picture": "personamap.importers.pixels:cleaned",
    "word document": "personamap.importers.script.word_blocks:blocks",
    "workbook": "personamap.importers.workbook_rows:grid",
}
"""What can be read apart: the module of each reader, and the function that reads."""
OPENS = {"parquet table": 5}
"""How many files a reader may have open that gets a path: its engine cannot read from memory."""
AS_CHILD = "--read-apart"
"""What a bundled program is called with to be the child."""

WITHOUT = {"workbook": ("defusedxml", "lxml", "numpy", "PIL")}
"""What a library would load only because it is there, though reading needs none of it.

Without them workbooks open in half the time, and pictures in them are left alone. Document types,
which `defusedxml` is for, are refused before that in all parts of a workbook.
"""


def main() -> None:
    """Do the one task that standard input describes."""
    request = json.loads(sys.stdin.buffer.readline())
    sys.path[:] = request["path"]
    from personamap.i18n import use_languages
    from personamap.importers.apart.refusal import NotRead
    from personamap.importers.apart.walls import build_walls

    use_languages([request["language"]])
    _do_without(WITHOUT.get(request["reader"], ()))
    read = _reader(request["reader"])
    build_walls(request["seconds"], request["memory"], OPENS.get(request["reader"], 0))
    try:
        _answer(*read(sys.stdin.buffer.read(), request["options"]))
    except NotRead as refusal:
        _answer({"refused": str(refusal)}, b"")
    except MemoryError:
        _answer(TOO_MUCH_MEMORY, b"")


def _do_without(modules: Sequence[str]) -> None:
    absent: dict[str, Any] = dict.fromkeys(modules)
    sys.modules.update(absent)


def _reader(name: str) -> Callable[[bytes, Mapping[str, Any]], tuple[Mapping[str, Any], bytes]]:
    module, _colon, function = READERS[name].partition(":")
    read: Callable[[bytes, Mapping[str, Any]], tuple[Mapping[str, Any], bytes]]
    read = getattr(import_module(module), function)
    return read


def _answer(facts: Mapping[str, Any], matter: bytes) -> None:
    sys.stdout.buffer.write(json.dumps(facts).encode() + b"\n")
    sys.stdout.buffer.write(matter)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
