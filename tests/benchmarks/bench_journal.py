"""What it costs to write each keystroke down before it is shown, in a cast of 500.

Two documents are typed into in turns, one of them with a journal; the difference is what the
journal costs. Beside it, the floor: handing the same number of bytes to the system, and nothing
else.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path
from statistics import median, quantiles

from PySide6.QtCore import QCoreApplication

from personamap.domain.persona import Persona
from personamap.edits.personas import set_persona_field
from personamap.gui.document import Document
from personamap.gui.keeping.keeper import Keeper
from personamap.services.projects import open_project, save_project
from personamap.storage.entries import Origin, Saved
from personamap.storage.journal import journals_folder
from tests.benchmarks.large_cast import large_cast

PEOPLE, KEYS, FIELD_KEYS = 500, 2_000, 60
NOTES = "Says so when nobody asks. " * 60
"""A page of words, for each of them."""
TARGET_MS = 1.0


def key(document: Document, number: int) -> float:
    """Type one letter, and return how many milliseconds that took."""
    who = f"per-{number // FIELD_KEYS}"
    words = "Knows. " + "x" * (number % FIELD_KEYS)
    began = time.perf_counter()
    document.apply_typing("Type", f"{who}.brief", set_persona_field, who, "brief", words)
    return (time.perf_counter() - began) * 1e3


def bare_write(persona: Persona, stream: int) -> float:
    """Hand a person to the system as bytes, and return how many milliseconds that took."""
    written = persona.model_dump_json().encode()
    began = time.perf_counter()
    os.write(stream, written)
    return (time.perf_counter() - began) * 1e3


def type_in_turns(app: QCoreApplication, folder: Path) -> None:
    """Type into both documents, and print what a key costs."""
    path = folder / "cast.personamap"
    save_project(large_cast(PEOPLE, NOTES), path)
    opened = open_project(path)
    bare, kept = Document(opened.project), Document(opened.project)
    keeper = Keeper(kept, Saved(opened.project, Origin(path, opened.digest)))
    stream = os.open(folder / "floor", os.O_WRONLY | os.O_CREAT)
    key(bare, 0)
    first = key(kept, 0)
    times, costs, floor = [], [], []
    for number in range(1, KEYS):
        times.append(key(bare, number))
        costs.append(key(kept, number) - times[-1])
        floor.append(bare_write(kept.project.personas[number // FIELD_KEYS], stream))
        app.processEvents()
    (journal,) = journals_folder().iterdir()
    size = sum(part.stat().st_size for part in journal.glob("entries*"))
    keeper.put_away()
    os.close(stream)
    cost, slow = median(costs), quantiles(costs, n=100)[98]
    sys.stdout.write(
        f"journal: {KEYS} keys in a cast of {PEOPLE}\n"
        f"  a key costs {cost:.3f} ms more (median; target {TARGET_MS}), {slow:.2f} ms more in "
        f"the slowest of 100, {cost / median(floor):.1f} x a bare write of the same bytes\n"
        f"  without a journal a key takes {median(times):.3f} ms; the first key of a session "
        f"takes {first:.1f} ms; on the disk a key takes {size / KEYS / 1e3:.1f} KB\n"
    )


def main() -> None:
    """Measure with a state folder of its own."""
    app = QCoreApplication([])
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_STATE_HOME"] = folder
        type_in_turns(app, Path(folder))


if __name__ == "__main__":
    main()
