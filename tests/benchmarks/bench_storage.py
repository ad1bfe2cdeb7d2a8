"""How long 5,000 personas take to open and to save, beside plain JSON of the same content.

The figure to reach is that a synced save of 5,000 people takes at most 1.5 x
a bare write and fsync of the same bytes. Those bytes exist only once they are
made and checked, so what is set beside each other is putting them in place, in
turns; making them is told beside it, and how often the bare write the whole
save is. Two casts show what it depends on. In the full one, which the
figure is about, people have as much to say as those of the example: there
it is the look at what stands in the place, as long as the file. The lean one is
a file of 0.4 MB: there it is the second thing that has to reach the disk, the
name, that costs, and it costs any program as much that replaces a file so
that a power cut loses nothing. That floor is measured as well: of its two
syncs neither can be left out nor begun before the other has ended.
"""

from __future__ import annotations

import json
import os
import random
import re
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from personamap.domain.persona import Persona
from personamap.domain.project import Project
from personamap.resources import example
from personamap.services.projects import open_project, save_project
from personamap.storage.codec import encode
from personamap.storage.files import digest, write_atomically
from tests.benchmarks.large_cast import FACETS, large_cast

PEOPLE, ROUNDS = 5_000, 5
WRITES = 31
WORDS = 6_000
OPEN_TARGET_S, SAVE_TARGET_S, WRITE_TARGET = 1.0, 0.5, 1.5


def full_project() -> Project:
    """The people of the example, many times over, each of them in words of their own."""
    like = open_project(example("onboarding.personamap")).project
    chance = random.Random(1)
    words = [chance.randbytes(chance.randrange(2, 6)).hex() for _ in range(WORDS)]
    told = [persona.model_dump() for persona in like.personas]
    people = tuple(
        Persona.model_validate(_reworded(told[p % len(told)], words, chance) | {"id": f"per-{p}"})
        for p in range(PEOPLE)
    )
    return like.with_items(personas=people)


def _reworded(told: Any, words: list[str], chance: random.Random) -> Any:
    match told:
        case str() if " " in told:
            return re.sub(r"[a-zA-Z]{4,}", lambda _word: chance.choice(words), told)
        case dict():
            return {key: _reworded(one, words, chance) for key, one in told.items()}
        case list() | tuple():
            return [_reworded(one, words, chance) for one in told]
        case _:
            return told


def seconds(work: Callable[[], object]) -> float:
    """The median of a few rounds."""
    times = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return median(times)


def plain_save(raw: object, path: Path) -> None:
    """The floor: the standard library's JSON, written and synced."""
    with path.open("wb") as stream:
        stream.write(json.dumps(raw).encode())
        stream.flush()
        os.fsync(stream.fileno())


def bare_write(data: bytes, path: Path) -> None:
    """The floor of a write that lasts: no other name, no look at what was there, no folder."""
    with path.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def least_that_lasts(data: bytes, path: Path) -> None:
    """The floor of a replacement that a power cut cannot spoil: both have to reach the disk."""
    new = path.with_suffix(".new")
    bare_write(data, new)
    new.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    os.fsync(folder)
    os.close(folder)


def writing(data: bytes, folder: Path) -> tuple[float, float, float]:
    """Seconds to put `data` in place as a save does, barely, and so that it just lasts."""
    safe, known = folder / "safe", digest(data)
    write_atomically(safe, data)
    works = (
        lambda: write_atomically(safe, data, known),
        lambda: bare_write(data, folder / "bare"),
        lambda: least_that_lasts(data, folder / "lasts"),
    )
    times: tuple[list[float], ...] = ([], [], [])
    for _ in range(WRITES):
        for work, taken in zip(works, times, strict=True):
            began = time.perf_counter()
            work()
            taken.append(time.perf_counter() - began)
    return median(times[0]), median(times[1]), median(times[2])


def tell_writing(title: str, project: Project, folder: Path) -> None:
    """Print how long the same bytes take to be put in place safely and barely."""
    data = encode(project)
    making = seconds(lambda: encode(project))
    safe, bare, lasts = writing(data, folder)
    sys.stdout.write(
        f"  a synced save of {PEOPLE} people ({title}, {len(data) / 1e6:.1f} MB): "
        f"{safe * 1e3:.1f} ms to put the bytes in place, "
        f"{safe / bare:.2f} x bare write + fsync of them (target {WRITE_TARGET}), "
        f"{safe / lasts:.2f} x the least that a power cut cannot spoil\n"
        f"    making and checking them {making * 1e3:.0f} ms; "
        f"both {(making + safe) / bare:.0f} x the bare write\n"
    )


def main() -> None:
    """Print times and ratios."""
    project = large_cast(PEOPLE)
    raw = project.model_dump(mode="json", exclude_defaults=True)
    with tempfile.TemporaryDirectory() as folder:
        ours, plain = Path(folder) / "a.personamap", Path(folder) / "a.json"
        saving = seconds(lambda: save_project(project, ours))
        saving_floor = seconds(lambda: plain_save(raw, plain))
        opening = seconds(lambda: open_project(ours))
        opening_floor = seconds(lambda: json.loads(plain.read_bytes()))
        sys.stdout.write(
            f"storage: {PEOPLE} people x {FACETS} facets, {ours.stat().st_size / 1e6:.1f} MB\n"
            f"  save {saving:.3f} s (target {SAVE_TARGET_S}), "
            f"{saving / saving_floor:.1f} x plain json + fsync\n"
            f"  open {opening:.3f} s (target {OPEN_TARGET_S}), "
            f"{opening / opening_floor:.1f} x plain json, which validates nothing\n"
        )
        tell_writing("full", full_project(), Path(folder))
        tell_writing("lean", project, Path(folder))


if __name__ == "__main__":
    main()
