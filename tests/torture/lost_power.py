"""Traces a writer, and judges every state of the disk that a power cut may leave on its way.

The injector beside this checkout does so for one folder; this does it for
folders in folders, as unsaved work and older copies lie in.
"""

from __future__ import annotations

import hashlib
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct, field

from tests.torture.disk import Disk, Tree
from tests.torture.faults import ROOT, Judged

_CALLS = (
    "open,openat,creat,close,lseek,write,pwrite64,ftruncate,fsync,fdatasync,"
    "rename,renameat,renameat2,link,linkat,unlink,unlinkat,mkdir,mkdirat,rmdir"
)
_CALL = re.compile(r"(\w+)\((.*)\) += (\d+)")
_TEXT = re.compile(r'(?:AT_FDCWD|\d+)<((?:\\x..)*)>, "((?:\\x..)*)"|"((?:\\x..)*)"')
_HANDLE = re.compile(r"(\d+)<((?:\\x..)*)>")
_SHOWN = 4

Verify = Callable[[str, int], str]


def lose_power(
    writer: str, name: str, folder: Path, verify: Verify, told: Mapping[str, str]
) -> Judged:
    """Run `writer` (its arguments, with {file}) in an empty folder, and cut its power everywhere.

    `verify` answers nothing, or what is wrong, for the file and the number
    acknowledged last; `told` becomes part of the writer's environment.
    """
    place = folder / "run"
    place.mkdir()
    log = folder / "trace"
    command = shlex.split(f"{sys.executable} -m tests.torture.{writer}")
    subprocess.run(
        ["strace", "-f", "-qq", "-y", "-xx", "-s", "100000000", "-o", str(log)]
        + ["-e", f"trace={_CALLS}"]
        + [part.replace("{file}", str(place / name)) for part in command],
        env={**os.environ, "PYTHONPATH": str(ROOT), **told},
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    tries = _Tries(place, name, verify)
    traced = _Traced(str(place))
    for call in _calls(log):
        if traced.follow(*call):
            tries.judge(traced.disk, traced.acknowledged, call[0])
    said = f"{tries.checks} states, {len(tries.wrong)} wrong {tries.wrong[:_SHOWN]}"
    return Judged(tries.checks, len(tries.wrong), said)


class _Tries(Struct):
    """The states that were put on a real disk and judged, each once."""

    place: Path
    name: str
    verify: Verify
    wrong: list[str] = field(default_factory=list)
    _seen: set[bytes] = field(default_factory=set)

    @property
    def checks(self) -> int:
        return len(self._seen)

    def judge(self, disk: Disk, acknowledged: int, after: str) -> None:
        for missing, tree in disk.left_by_a_power_cut():
            mark = hashlib.sha256(repr((sorted(tree.items()), acknowledged)).encode()).digest()
            if mark in self._seen:
                continue
            self._seen.add(mark)
            # At the place it was traced at: what is kept for a file is found by its path.
            _lay_out(tree, self.place)
            if said := self.verify(str(self.place / self.name), acknowledged):
                self.wrong.append(f"after {after}, {missing}: {said}")


def _lay_out(tree: Tree, place: Path) -> None:
    shutil.rmtree(place)
    place.mkdir()
    for path, data in tree.items():
        if data is None:
            (place / path).mkdir()
        else:
            (place / path).write_bytes(data)


class _Traced:
    """The folder as the traced calls have left it, and what was acknowledged meanwhile."""

    def __init__(self, place: str) -> None:
        self.disk = Disk()
        self.acknowledged = 0
        self._place = place
        self._offsets: dict[str, int] = {}

    def follow(self, call: str, told: str, result: int) -> bool:
        """Do what a call did; tells whether anything a power cut could undo has changed."""
        if call in ("write", "pwrite64"):
            return self._write(call, told, result)
        if call == "lseek":
            self._offsets[told.partition("<")[0]] = result
            return False
        if call in ("fsync", "fdatasync", "ftruncate"):
            return self._change_open(call, told)
        paths = [path for path in map(self._below, _paths(told)) if path is not None]
        if call in ("open", "openat", "creat"):
            return bool(paths) and self._open(paths[0], told, str(result))
        if paths:
            self._change_names(call, paths)
        return bool(paths)

    def _change_names(self, call: str, paths: list[str]) -> None:
        if call.startswith("mkdir"):
            self.disk.make(paths[0], folder=True)
        elif call.startswith("rename"):
            self.disk.rename(*paths)
        elif call.startswith("link"):
            self.disk.link(*paths)
        elif call.startswith("unlink") or call == "rmdir":
            self.disk.remove(paths[0])

    def _open(self, path: str, told: str, handle: str) -> bool:
        made = "O_CREAT" in told and not self.disk.has(path)
        if made:
            self.disk.make(path, folder=False)
        elif "O_TRUNC" in told:
            self.disk.resize(path, 0)
        self._offsets[handle] = self.disk.size(path) if "O_APPEND" in told else 0
        return made or "O_TRUNC" in told

    def _write(self, call: str, told: str, written: int) -> bool:
        text = re.search(r'"((?:\\x..)*)"', told)
        data = _bytes(text[1])[:written] if text else b""
        handle, path = self._open_file(told)
        if handle == "1":
            said = re.findall(rb"^SAVED (\d+)", data, re.MULTILINE)
            self.acknowledged = max([self.acknowledged, *map(int, said)])
            return bool(said)
        if path is None:
            return False
        at = int(told.rpartition(",")[2]) if call == "pwrite64" else self._offsets[handle]
        self.disk.write(path, at, data)
        if call == "write":
            self._offsets[handle] = at + written
        return True

    def _change_open(self, call: str, told: str) -> bool:
        _handle, path = self._open_file(told)
        if path is None:
            return False
        if call == "ftruncate":
            self.disk.resize(path, int(told.rpartition(",")[2]))
        else:
            self.disk.force_out(path)
        return True

    def _open_file(self, told: str) -> tuple[str, str | None]:
        found = _HANDLE.match(told)
        assert found, told
        path = self._below(_text(found[2]))
        return found[1], path if path is not None and self.disk.has(path) else None

    def _below(self, path: str) -> str | None:
        if path == self._place:
            return ""
        return path.removeprefix(self._place + "/") if path.startswith(self._place + "/") else None


def _calls(log: Path) -> Iterator[tuple[str, str, int]]:
    """Yield the calls that did what they were asked to, joined where two threads took turns."""
    begun: dict[str, str] = {}
    for line in log.read_text().splitlines():
        thread, _, rest = line.partition(" ")
        rest = rest.strip()
        if rest.endswith("<unfinished ...>"):
            begun[thread] = rest.removesuffix("<unfinished ...>")
            continue
        if resumed := re.match(r"<\.\.\. \w+ resumed>(.*)", rest):
            rest = begun.pop(thread, "") + resumed[1]
        if call := _CALL.match(rest):
            yield call[1], call[2], int(call[3])


def _paths(told: str) -> Iterator[str]:
    for folder, name, alone in _TEXT.findall(told):
        yield os.path.normpath(Path(_text(folder), _text(name or alone)))


def _text(escaped: str) -> str:
    return os.fsdecode(_bytes(escaped))


def _bytes(escaped: str) -> bytes:
    return bytes.fromhex(escaped.replace("\\x", ""))
