"""A mark beside an open project, by which other windows and computers learn that it is open.

It is advice: it comes late through a synchronising program, is lost, or
cannot be written, and none of that keeps a project from being opened. What
protects the work is that every save compares the file with what was read.
The mark names a process and a computer, and no person. That of a process of
this computer that has ended is replaced without a word.
"""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import time
from datetime import UTC, datetime
from pathlib import Path

from msgspec import Struct

from personamap.errors import CannotRead
from personamap.storage.files import read_bounded
from personamap.storage.processes import Process, computer_name, this_process

_LARGEST, _LONGEST_NAME = 4_096, 60
_TRIES, _A_MOMENT_S = 6, 0.03


class Holder(Struct, frozen=True):
    """Somebody else who has the project open; `computer` is what people call theirs.

    `since` is what the clock there said, and is only told: nothing is decided by it.
    """

    process: Process
    computer: str
    since: datetime | None = None

    @property
    def is_here(self) -> bool:
        """Tell whether it is another window on this computer."""
        return self.process.is_here

    @property
    def has_ended(self) -> bool:
        """Tell whether it surely has the project open no longer."""
        return self.process.is_here and not self.process.runs


class Mark(Struct, frozen=True):
    """Our own mark, wherever it could be written."""

    place: Path
    content: bytes

    def release(self) -> None:
        """Take the mark away, if it is still ours."""
        if _content(self.place) == self.content:
            with contextlib.suppress(OSError):
                self.place.unlink()


def take(path: Path, past: Holder | None = None) -> Mark | Holder:
    """Mark a project as open here, or tell who has it open.

    `past` is somebody whose mark does not count, because a person said so.
    """
    mark = Mark(_place(path), _told_of_this())
    for attempt in range(_TRIES):
        if _written(mark):
            return mark
        found = _content(mark.place)
        if found is None:
            continue
        holder = _holder(found)
        if holder is not None and holder.process.is_this:
            return Mark(mark.place, found)
        if holder is not None and not holder.has_ended and holder != past:
            return holder
        if holder is None and attempt < _TRIES - 2:
            time.sleep(_A_MOMENT_S)  # Somebody may be writing it this very moment.
            continue
        _remove(mark.place, found)
    return mark


def holder_of(path: Path) -> Holder | None:
    """Tell who else has a project open, and leave their mark and the file alone."""
    found = _content(_place(path))
    holder = _holder(found) if found is not None else None
    if holder is None or holder.process.is_this or holder.has_ended:
        return None
    return holder


def _place(path: Path) -> Path:
    target = path.resolve()
    return target.with_name(f".{target.name}.lock")


def _told_of_this() -> bytes:
    mine = this_process()
    told = {
        "computer": mine.computer,
        "name": computer_name(),
        "number": mine.number,
        "began": mine.began,
        "since": datetime.now(UTC).isoformat(timespec="seconds"),
    }
    return json.dumps(told, ensure_ascii=False).encode()


def _written(mark: Mark) -> bool:
    """Tell whether the mark is there now, or cannot be written at all."""
    try:
        handle = os.open(mark.place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    except FileExistsError:
        return False
    except OSError:
        return True
    try:
        os.write(handle, mark.content)
    except OSError:
        with contextlib.suppress(OSError):
            mark.place.unlink()
    finally:
        os.close(handle)
    return True


def _content(place: Path) -> bytes | None:
    try:
        return read_bounded(place, _LARGEST)
    except CannotRead:
        return None


def _holder(content: bytes) -> Holder | None:
    with contextlib.suppress(ValueError, RecursionError):
        match json.loads(content):
            case {
                "computer": str(computer),
                "name": str(name),
                "number": int(number),
                "began": str(began),
                **more,
            } if number > 0:
                shown = "".join(filter(str.isprintable, name))[:_LONGEST_NAME]
                return Holder(Process(computer, number, began), shown, _time(more.get("since")))
    return None


def _time(told: object) -> datetime | None:
    try:
        time = datetime.fromisoformat(told) if isinstance(told, str) else None
    except ValueError:
        return None
    return time if time is not None and time.tzinfo is not None else None


def _remove(place: Path, content: bytes) -> None:
    """Remove a mark that counts no longer, unless it is another one by now."""
    aside = place.with_name(f"{place.name}.{secrets.token_hex(6)}")
    with contextlib.suppress(OSError):
        place.rename(aside)
        if _content(aside) == content:
            aside.unlink()
        else:
            aside.rename(place)
