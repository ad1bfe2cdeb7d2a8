"""How long 5,000 personas take to open and to save, beside plain JSON of the same content."""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from personamap.domain.facet import Facet, FacetValue
from personamap.domain.persona import Answer, Persona, StatedValue
from personamap.domain.project import Project
from personamap.services.projects import open_project, save_project

PEOPLE, FACETS, VALUES, ROUNDS = 5_000, 15, 6, 5
OPEN_TARGET_S, SAVE_TARGET_S = 1.0, 0.5


def large_project() -> Project:
    """A cast of the size nobody has, each with an answer on every facet."""
    values = tuple(FacetValue(id=f"v{v}", label=f"Value {v}") for v in range(VALUES))
    facets = tuple(Facet(id=f"facet_{f}", label=f"Facet {f}", values=values) for f in range(FACETS))
    people = tuple(
        Persona(
            id=f"per-{p}",
            name=f"Person {p}",
            brief="Knows every chart on three wards. " * 4,
            answers=tuple(
                Answer(
                    facet=facet.id,
                    state="stated",
                    values=(StatedValue(value=f"v{(p + f) % VALUES}"),),
                )
                for f, facet in enumerate(facets)
            ),
        )
        for p in range(PEOPLE)
    )
    return Project(facets=facets, personas=people)


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


def main() -> None:
    """Print times and ratios."""
    project = large_project()
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


if __name__ == "__main__":
    main()
