"""Saves one state after another, as the program does: `writer KIND FILE [SAVES]`."""

from __future__ import annotations

import itertools
import os
import sys
from pathlib import Path

from personamap.errors import PersonamapError
from personamap.storage.temporary import sweep_temporaries
from tests.torture.progress import Progress
from tests.torture.states import expected, save


def main(kind: str, path: Path, saves: int | None) -> None:
    """Say `SAVED n` once a save has come back, and `FAILED n: why` where it could not be done."""
    progress = Progress()
    # Loads all that is needed, so that what follows is about saving alone.
    expected(kind, 0)
    first = progress.begin_run()
    # As the window does when it opens a file: an earlier run may have been killed.
    sweep_temporaries(path.parent)
    for number in itertools.count(first) if saves is None else range(first, first + saves):
        progress.begin(number)
        try:
            save(kind, number, path)
        except PersonamapError as error:
            _say(f"FAILED {number}: {error}")
        else:
            _say(f"SAVED {number}")


def _say(words: str) -> None:
    os.write(1, f"{words}\n".encode())


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else None)
