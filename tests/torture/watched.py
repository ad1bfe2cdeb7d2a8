"""Runs a program under `strace`: every byte it hands to the system, and every socket it opens."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tests.torture.faults import ROOT
from tests.torture.row import NotHere

WRITES = "write,pwrite64,writev,pwritev,pwritev2,sendto,sendmsg"
SOCKETS = "socket,connect"
_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)


def watch(arguments: Sequence[str], folder: Path, told: Mapping[str, str]) -> bytes:
    """Run Python with these arguments in `folder`; return what it wrote and said, as hex digits."""
    if not shutil.which("strace"):
        raise NotHere("strace is not installed; on Debian or Ubuntu: apt-get install strace")
    trace = folder.parent / f"{folder.name}.trace"
    command = ["strace", "-f", "-qq", "-y", "-xx", "-s", "100000000", "-o", str(trace)]
    command += ["-e", f"trace={WRITES},{SOCKETS}", sys.executable, *arguments]
    ended = subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), **told},
        capture_output=True,
        text=True,
        check=False,
    )
    if ended.returncode:
        raise AssertionError(f"{arguments} ended with {ended.returncode}: {ended.stderr[-2000:]}")
    seen = b"\n".join(line for line in trace.read_bytes().splitlines() if not _is_talk(line))
    trace.unlink()
    return seen + b"\n" + _as_hex(ended.stdout + ended.stderr)


def _is_talk(line: bytes) -> bool:
    """Tell whether a call hands bytes to a pipe: from one process of the program to another."""
    return _as_hex("pipe:") in line.partition(b">")[0]


def handed_over(trace: bytes, words: Sequence[str]) -> set[str]:
    """Return those of `words` that stood in any bytes written or sent, even to no file."""
    return {word for word in words if _as_hex(word) in trace}


def connections(trace: bytes) -> list[str]:
    """Return the sockets that could leave this computer."""
    lines = trace.decode(errors="replace").splitlines()
    return [
        line
        for line in lines
        if re.search(r"\b(socket|connect)\(", line)
        and not re.search(r"AF_UNIX|AF_NETLINK|sa_family=AF_UNIX", line)
    ]


def kept(folders: Sequence[Path], words: Sequence[str]) -> set[str]:
    """Return those of `words` that stand in any file of these folders or in its name."""
    found: set[str] = set()
    for content in _contents(folders):
        found.update(word for word in words if word.encode() in content)
    return found


def _contents(folders: Sequence[Path]) -> Iterator[bytes]:
    for path in (path for folder in folders for path in folder.rglob("*") if path.is_file()):
        data = path.read_bytes()
        yield os.fsencode(path)
        yield from _unpacked(data)
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as packed:
                for name in packed.namelist():
                    yield name.encode()
                    yield from _unpacked(packed.read(name))


def _unpacked(data: bytes) -> Iterator[bytes]:
    yield data
    for stream in _STREAM.finditer(data) if data.startswith(b"%PDF") else ():
        try:
            yield zlib.decompress(stream[1].rstrip(b"\r\n"))
        except zlib.error:
            continue


def _as_hex(word: str) -> bytes:
    return "".join(f"\\x{byte:02x}" for byte in word.encode()).encode()
