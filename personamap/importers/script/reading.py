"""Reading a script of whichever format; what it is shows in its bytes, not in its name."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import orjson
from msgspec.structs import replace

from personamap.errors import ScriptRefused
from personamap.i18n import _
from personamap.importers.apart.door import read_apart
from personamap.importers.apart.refusal import NotRead
from personamap.importers.apart.task import MEGABYTE, Task, Wanted, always
from personamap.importers.apart.wording import stopped
from personamap.importers.plain_text import NotText, decoded
from personamap.importers.script.final_draft import script_in_paragraphs
from personamap.importers.script.fountain import read_fountain
from personamap.importers.script.named_lines import has_named_lines, read_named_lines
from personamap.importers.script.script import Script
from personamap.importers.script.word import script_in_blocks
from personamap.stopping import stoppable
from personamap.storage.files import read_bounded

_FOUNTAIN = (".fountain", ".spmd")
MOST_BYTES = 20 * MEGABYTE
_WORD = Task("word document", 20, 600 * MEGABYTE, 60 * MEGABYTE)
_FINAL_DRAFT = Task("final draft", 20, 600 * MEGABYTE, 60 * MEGABYTE)


def read_script(path: Path, wanted: Wanted = always) -> Script:
    """Return the script in a file, or raise a `PersonamapError` saying why there is none."""
    content = read_bounded(path, MOST_BYTES)
    if len(content) > MOST_BYTES:
        raise ScriptRefused(path.name, _("it is larger than any script. Save only its text."))

    def ask() -> None:
        if not wanted():
            raise NotRead(stopped())

    try:
        with stoppable(ask):
            script = _read(path, content, wanted)
    except (NotRead, NotText) as refusal:
        raise ScriptRefused(path.name, str(refusal)) from refusal
    if not any(script.speeches):
        raise ScriptRefused(
            path.name,
            _(
                "nobody speaks in it. A speech begins with “NAME: ” in plain text, with a name "
                "in capitals above it in a screenplay, or stands beside a name in a table."
            ),
        )
    return script


def _read(path: Path, content: bytes, wanted: Wanted) -> Script:
    if content.startswith(b"PK\x03\x04"):
        return script_in_blocks(path.name, _apart(_WORD, content, wanted))
    text, note = decoded(content)
    if text.lstrip().startswith("<"):
        return script_in_paragraphs(path.name, _apart(_FINAL_DRAFT, content, wanted))
    named = path.suffix.lower() not in _FOUNTAIN and has_named_lines(text.split("\n"))
    script = (read_named_lines if named else read_fountain)(path.name, text)
    return replace(script, notes=(*filter(None, (note,)), *script.notes))


def _apart(task: Task, content: bytes, wanted: Wanted) -> Any:
    return orjson.loads(read_apart(task, content, wanted)[1])
