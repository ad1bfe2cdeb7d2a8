"""Reading several project files as the catalogue of one client."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from personamap.analysis.catalogue.catalogue import Catalogue, read_together
from personamap.analysis.catalogue.courses import CatalogueCourse
from personamap.services.projects import open_project


def read_catalogue(
    files: Sequence[Path], progress: Callable[[int, int], None] = lambda _done, _total: None
) -> Catalogue:
    """Open the files of a catalogue and check them one by one and together."""
    names = file_names(files)
    courses = []
    for number, (file, name) in enumerate(zip(files, names, strict=True)):
        progress(number, len(files))
        courses.append(CatalogueCourse(name, open_project(file).project))
    return read_together(courses)


def file_names(files: Iterable[Path]) -> tuple[str, ...]:
    """Return what the files are called in a list, those of one name told apart by a number."""
    names = []
    times: Counter[str] = Counter()
    for file in files:
        times[file.stem] += 1
        number = times[file.stem]
        names.append(file.stem if number == 1 else f"{file.stem} ({number})")
    return tuple(names)
