"""Replacing several files so that all of them are the new ones, or all the old ones."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from personamap.stopping import each
from personamap.storage.placing import (
    mode_of,
    put_in_place,
    remove,
    said_of,
    sync_folder,
    write_and_sync,
)
from personamap.storage.temporary import temporary_beside


def write_all_atomically(files: Sequence[tuple[Path, bytes]]) -> None:
    """Replace several files; where one cannot be written, all of them are as they were before.

    All reach the disk under other names before the first takes its place; until then the work
    can be stopped.
    A disk that knows no hard links cannot take back a replacement: there
    some may be new and others old, each of them whole.
    """
    with contextlib.ExitStack() as litter:
        exchanges = [_staged(path, data, litter) for path, data in each(files)]
        done: list[_Exchange] = []
        try:
            for exchange in exchanges:
                with said_of(exchange.path):
                    put_in_place(exchange.temporary, exchange.target)
                done.append(exchange)
        except BaseException:
            for exchange in reversed(done):
                exchange.take_back()
            raise
        for exchange in {exchange.target.parent: exchange for exchange in exchanges}.values():
            with said_of(exchange.path):
                sync_folder(exchange.target.parent)


class _Exchange(Struct, frozen=True):
    """A file about to take the place of another: both are on the disk under other names.

    Without a `former` one there was none, or the disk knows no hard links.
    """

    path: Path
    target: Path
    temporary: Path
    former: Path
    is_new: bool

    def take_back(self) -> None:
        with contextlib.suppress(OSError):
            if self.is_new:
                self.target.unlink()
            else:
                self.former.replace(self.target)


def _staged(path: Path, data: bytes, litter: contextlib.ExitStack) -> _Exchange:
    with said_of(path):
        target = path.resolve()
        mode = mode_of(target)
        exchange = _Exchange(
            path, target, temporary_beside(target), temporary_beside(target), mode is None
        )
        for name in (exchange.temporary, exchange.former):
            litter.callback(remove, name)
        write_and_sync(exchange.temporary, data, mode)
        if mode is not None:
            with contextlib.suppress(OSError):
                exchange.former.hardlink_to(target)
        return exchange
