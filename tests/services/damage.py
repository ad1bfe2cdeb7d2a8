"""What disks, programs and cables do to files, and what must be true of the file afterwards.

Whatever was done to a project file: it opens as the very project that was saved, or it is
refused. Where it is refused, the newest older copy that is whole is offered, what is whole in
the file itself is told without pretending, and the file stays as it is.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from personamap.domain.project import Project
from personamap.errors import PersonamapError
from personamap.services.backup_words import rescue_summary
from personamap.services.backups import keep_project, rescue
from personamap.services.projects import open_project
from personamap.storage.archive import PROJECT_PART, pack, unpack
from personamap.storage.backups import older_copies
from personamap.storage.codec import decode

SECTOR = 512
Damage = Callable[[bytes, random.Random], bytes]


def cut(data: bytes, chance: random.Random) -> bytes:
    """The end is missing."""
    return data[: chance.randrange(len(data))]


def flip(data: bytes, chance: random.Random) -> bytes:
    """One bit is another."""
    return _flipped(data, [chance.randrange(len(data) * 8)])


def flip_inside(data: bytes, chance: random.Random) -> bytes:
    """One bit of the text is another, and a program packed it again without looking at it."""
    parts = unpack(data, "")
    text = flip(parts[PROJECT_PART], chance)
    return pack(parts | {PROJECT_PART: text})


def scatter(data: bytes, chance: random.Random) -> bytes:
    """A few bits all over the file are others."""
    return _flipped(data, [chance.randrange(len(data) * 8) for _bit in range(20)])


def empty_sectors(data: bytes, chance: random.Random) -> bytes:
    """Some sectors hold nothing but zeros, as after a power cut."""
    start, end = _run(data, chance)
    return data[:start] + bytes(end - start) + data[end:]


def foreign_sectors(data: bytes, chance: random.Random) -> bytes:
    """Some sectors hold what belongs to another file."""
    start, end = _run(data, chance)
    return data[:start] + chance.randbytes(end - start) + data[end:]


def lose_sectors(data: bytes, chance: random.Random) -> bytes:
    """Some sectors are missing."""
    start, end = _run(data, chance)
    return data[:start] + data[end:]


def repeat_sectors(data: bytes, chance: random.Random) -> bytes:
    """Some sectors stand there twice."""
    start, end = _run(data, chance)
    return data[:end] + data[start:]


def lengthen(data: bytes, chance: random.Random) -> bytes:
    """Something was added at the end."""
    return data + chance.randbytes(chance.randrange(1, 2 * SECTOR))


WORN = (scatter, empty_sectors, foreign_sectors, lose_sectors, repeat_sectors, lengthen)


class Victim(Struct, frozen=True):
    """A project file, what is in it, and the project in the newest older copy of it."""

    path: Path
    data: bytes
    project: Project
    kept: Project

    def problem_after(self, damage: Damage, chance: random.Random) -> str:
        """Do some damage; return what is wrong with what the program then does, or nothing."""
        damaged = damage(self.data, chance)
        self.path.write_bytes(damaged)
        said = self._problem() if damaged != self.data else ""
        if self.path.read_bytes() != damaged:
            return "the damaged file was changed"
        return said

    def _problem(self) -> str:
        try:
            opened = open_project(self.path)
        except PersonamapError:
            return self._problem_of_rescue()
        return "" if opened.project == self.project else "it was opened as something else"

    def _problem_of_rescue(self) -> str:
        found = rescue(self.path)
        if found.newest is None or found.newest.project != self.kept:
            return "no copy was offered, or another one"
        if not next(rescue_summary(found)).startswith("An older copy of"):
            return "the copy was not told of"
        salvaged = found.salvaged
        pretends = salvaged is not None and salvaged.is_proven and not salvaged.lost
        if salvaged is not None and pretends and salvaged.project != self.project:
            return "something was lost, and it was said that nothing was"
        return ""


def victim(path: Path, data: bytes, *, spoilt_copy: bool = False) -> Victim:
    """Make `data` the file of a project, with an older state of it among the older copies."""
    project = decode(data, "").project
    older = project.with_items(course=project.course.evolve(title="As it was before"))
    keep_project(older, path, "first-save")
    if spoilt_copy:
        keep_project(project, path, "import")
        newest = older_copies(path)[0].path
        newest.write_bytes(_flipped(newest.read_bytes(), [len(data) * 3]))
    return Victim(path, data, project, older)


def _flipped(data: bytes, bits: list[int]) -> bytes:
    changed = bytearray(data)
    for bit in bits:
        changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)


def _run(data: bytes, chance: random.Random) -> tuple[int, int]:
    sectors = range(0, len(data), SECTOR)
    start = chance.choice(sectors)
    return start, min(len(data), start + SECTOR * chance.randrange(1, 9))
