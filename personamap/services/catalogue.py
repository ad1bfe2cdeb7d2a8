"""Reading several project files as the catalogue of one client.

A file that cannot be read does not keep the others from being read: it is
left out, and handed back with the reason.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from personamap.analysis.catalogue.catalogue import Catalogue, read_together
from personamap.analysis.catalogue.courses import CatalogueCourse
from personamap.domain.project import Project
from personamap.errors import CannotRead, NoProjectsThere, PersonamapError
from personamap.services.projects import open_project


class OpenCourse(Struct, frozen=True):
    """A course that counts as it is on screen, whatever its file may hold."""

    name: str
    project: Project
    path: Path | None = None


CourseSource = Path | OpenCourse
"""A file or folder to read, or a course that is open already."""

_SUFFIX = ".personamap"


class UnreadCourse(Struct, frozen=True):
    """A file or folder that cannot be read; the error says why, and what to do."""

    path: Path
    error: PersonamapError


class ReadCatalogue(Struct, frozen=True):
    """A catalogue of the courses that could be read, where each comes from, and the rest."""

    catalogue: Catalogue
    sources: tuple[CourseSource, ...]
    unread: tuple[UnreadCourse, ...] = ()


def read_catalogue(
    sources: Sequence[CourseSource],
    progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> ReadCatalogue:
    """Read the courses of a catalogue and check them one by one and together.

    A folder stands for the project files in it, and a file that is named
    twice counts once. Counting them together is the last step that
    `progress` hears of.
    """
    unread: list[UnreadCourse] = []
    found = tuple(_each_once(_in_folders(sources, unread)))
    names = iter(file_names(source for source in found if isinstance(source, Path)))
    read: list[tuple[CourseSource, CatalogueCourse]] = []
    for number, source in enumerate(found):
        progress(number, len(found) + 1)
        try:
            read.append((source, _course(source, names)))
        except PersonamapError as error:
            assert isinstance(source, Path)
            unread.append(UnreadCourse(source, error))
    progress(len(found), len(found) + 1)
    catalogue = read_together([course for _source, course in read])
    return ReadCatalogue(catalogue, tuple(source for source, _course in read), tuple(unread))


def file_names(files: Iterable[Path]) -> tuple[str, ...]:
    """Return what the files are called in a list, those of one name told apart by a number."""
    names = []
    times: Counter[str] = Counter()
    for file in files:
        times[file.stem] += 1
        number = times[file.stem]
        names.append(file.stem if number == 1 else f"{file.stem} ({number})")
    return tuple(names)


def left_out(chosen: Sequence[Path], gone: Path, files: Iterable[Path]) -> tuple[Path, ...]:
    """Return what was chosen without one file or folder.

    A folder that held it gives way to the other `files` that lie in it.
    """
    known = tuple(files)
    kept: list[Path] = []
    for path in chosen:
        if path == gone.parent and gone in known:
            kept += [file for file in known if file.parent == path and file != gone]
        elif path != gone:
            kept.append(path)
    return tuple(dict.fromkeys(kept))


def _course(source: CourseSource, names: Iterator[str]) -> CatalogueCourse:
    if isinstance(source, OpenCourse):
        return CatalogueCourse(source.name, source.project)
    return CatalogueCourse(next(names), open_project(source).project)


def _each_once(sources: Iterable[CourseSource]) -> Iterator[CourseSource]:
    """Yield every source once; what is open already comes before its file."""
    known: dict[object, CourseSource] = {}
    for source in sources:
        path = source.path if isinstance(source, OpenCourse) else source
        key = path.resolve() if path is not None else id(source)
        if key not in known or isinstance(source, OpenCourse):
            known[key] = source
    yield from known.values()


def _in_folders(
    sources: Iterable[CourseSource], unread: list[UnreadCourse]
) -> Iterator[CourseSource]:
    for source in sources:
        if isinstance(source, Path) and source.is_dir():
            try:
                yield from _files_in(source)
            except PersonamapError as error:
                unread.append(UnreadCourse(source, error))
        else:
            yield source


def _files_in(folder: Path) -> list[Path]:
    """Return the project files of a folder, by name; what lies deeper belongs elsewhere."""
    try:
        files = [p for p in folder.iterdir() if p.suffix.lower() == _SUFFIX and p.is_file()]
    except OSError as error:
        raise CannotRead(folder, error) from error
    if not files:
        raise NoProjectsThere(folder)
    return sorted(files, key=lambda file: file.name)
