"""A disk that only keeps for sure what it was forced to keep, and all that a power cut may leave.

POSIX promises no more than this: the bytes of a file are on the disk once
the file was forced out, a name once its folder was. Until then the bytes may
be there whole, in part or not at all, in any order; names are missing from
any point on. Each folder is forced out by itself, its parents are not.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping

from msgspec import Struct, field

Tree = dict[str, bytes | None]
"""The paths on a disk: the bytes of each file, and nothing for a folder."""


class _File(Struct):
    """Its bytes, those forced out, and how many of these were never given up since.

    What is written over bytes that are on the disk finds a place there: it is old or new. What
    makes a file longer may have got its place and not its bytes.
    """

    data: bytes = b""
    safe: bytes = b""
    placed: int = 0


class _Folder(Struct):
    names: dict[str, _Node] = field(default_factory=dict)


_Node = _File | _Folder


class _Naming(Struct):
    """One or two names that change together; `None` takes a name away."""

    changes: tuple[tuple[_Folder, str, _Node | None], ...]
    waits_for: list[_Folder]


def _changed(file: _File) -> tuple[int, int]:
    """Return where the bytes that may not be on the disk begin and end."""
    pairs = itertools.zip_longest(file.data, file.safe)
    places = [place for place, (new, old) in enumerate(pairs) if new != old]
    return (places[0], places[-1] + 1) if places else (0, 0)


def _torn(file: _File, early: bool) -> bytes:
    first, end = _changed(file)
    middle = (first + end) // 2
    size = max(len(file.data), len(file.safe))
    new, old = file.data.ljust(size, b"\0"), file.safe.ljust(size, b"\0")
    return new[:middle] + old[middle:] if early else old[:middle] + new[middle:]


def _zeros(file: _File) -> bytes:
    return file.data[: file.placed].ljust(len(file.data), b"\0")


def _cut_short(file: _File) -> bytes:
    return file.data[: file.placed]


LEFT: Mapping[str, Callable[[_File], bytes]] = {
    "all there": lambda file: file.data,
    "none there": lambda file: file.safe,
    "cut short": _cut_short,
    "zeros": _zeros,
    "only the first half there": lambda file: _torn(file, early=True),
    "only the second half there": lambda file: _torn(file, early=False),
}
"""What may have become of bytes that were written and not forced out."""


class Disk:
    """One folder and all below it, and what was done there in order. Paths are parts of names."""

    def __init__(self) -> None:
        self._root = _Folder()
        self._namings: list[_Naming] = []

    def has(self, path: str) -> bool:
        """Tell whether there is such a file or folder."""
        return self._node(path) is not None

    def make(self, path: str, *, folder: bool) -> None:
        """Make a file or a folder."""
        self._name((path, _Folder() if folder else _File()))

    def rename(self, old: str, new: str) -> None:
        """Give a file or a folder another name."""
        self._name((old, None), (new, self._node(old)))

    def link(self, old: str, new: str) -> None:
        """Give a file a second name."""
        self._name((new, self._node(old)))

    def remove(self, path: str) -> None:
        """Take a name away."""
        self._name((path, None))

    def write(self, path: str, at: int, data: bytes) -> None:
        """Write bytes into a file."""
        file = self._file(path)
        file.data = file.data[:at].ljust(at, b"\0") + data + file.data[at + len(data) :]

    def resize(self, path: str, size: int) -> None:
        """Cut a file, or make it longer with zeros."""
        file = self._file(path)
        file.data = file.data[:size].ljust(size, b"\0")
        file.placed = min(file.placed, size)

    def size(self, path: str) -> int:
        """Return how long a file is."""
        return len(self._file(path).data)

    def force_out(self, path: str) -> None:
        """Have the bytes of a file, or the names in a folder, on the disk."""
        node = self._node(path)
        if isinstance(node, _File):
            node.safe, node.placed = node.data, len(node.data)
        elif node is not None:
            for naming in self._namings:
                naming.waits_for = [one for one in naming.waits_for if one is not node]

    def left_by_a_power_cut(self) -> Iterator[tuple[str, Tree]]:
        """Yield all that may be on the disk if the power went now, and what is missing there."""
        open_places = [place for place, one in enumerate(self._namings) if one.waits_for]
        for cut in (*open_places, len(self._namings)):
            missing = sum(place >= cut for place in open_places)
            names = self._names_at(cut)
            for said, bytes_left in LEFT.items():
                tree = dict(_walk(self._root, names, bytes_left, ""))
                yield f"{missing} names missing, bytes not forced out: {said}", tree

    def _names_at(self, cut: int) -> dict[int, dict[str, _Node]]:
        """Return the names in each folder when those not forced out are lost from `cut` on."""
        names: dict[int, dict[str, _Node]] = {}
        for place, naming in enumerate(self._namings):
            if place < cut or not naming.waits_for:
                _apply(naming, lambda folder: names.setdefault(id(folder), {}))
        return names

    def _name(self, *changes: tuple[str, _Node | None]) -> None:
        placed = tuple((*self._place(path), node) for path, node in changes)
        folders = list({id(folder): folder for folder, _, _ in placed}.values())
        naming = _Naming(placed, folders)
        self._namings.append(naming)
        _apply(naming, lambda folder: folder.names)

    def _place(self, path: str) -> tuple[_Folder, str]:
        above, _, name = path.rpartition("/")
        folder = self._node(above)
        assert isinstance(folder, _Folder), path
        return folder, name

    def _file(self, path: str) -> _File:
        file = self._node(path)
        assert isinstance(file, _File), path
        return file

    def _node(self, path: str) -> _Node | None:
        node: _Node | None = self._root
        for name in filter(None, path.split("/")):
            node = node.names.get(name) if isinstance(node, _Folder) else None
        return node


def _apply(naming: _Naming, names_of: Callable[[_Folder], dict[str, _Node]]) -> None:
    for folder, name, node in naming.changes:
        if node is None:
            names_of(folder).pop(name, None)
        else:
            names_of(folder)[name] = node


def _walk(
    folder: _Folder, names: dict[int, dict[str, _Node]], left: Callable[[_File], bytes], above: str
) -> Iterator[tuple[str, bytes | None]]:
    for name, node in names.get(id(folder), {}).items():
        path = f"{above}/{name}" if above else name
        if isinstance(node, _Folder):
            yield path, None
            yield from _walk(node, names, left, path)
        else:
            yield path, left(node)
