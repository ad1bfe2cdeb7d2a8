"""The fault injector that lies beside this checkout: which faults it can make here, and its word.

It runs a writer that prints `SAVED n` or `FAILED n: why`, makes something
go wrong, and asks a verifier whether the file is still whole.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from tests.torture.row import NotHere

ROOT = Path(__file__).resolve().parents[2]
INJECTOR = ROOT.parent / "shared" / "tools" / "faults" / "faultinject.py"
ERRNOS = ("EIO", "ENOSPC", "EACCES", "EROFS", "EDQUOT", "EXDEV")
"""What a file system may answer; EXDEV is what a rename to another disk gets."""

_APART: Mapping[str, tuple[str, ...]] = {"enospc": ("unshare", "--mount")}
"""The small disk is mounted where nobody else sees it: however this ends, it goes with it."""


class Judged(Struct, frozen=True):
    """How many checks the injector made, how many went wrong, and what it said."""

    checks: int
    bad: int
    said: str


def inject(mode: str, writer: str, verifier: str, told: Mapping[str, str], *options: str) -> Judged:
    """Run a `writer` (its arguments, with {file}) under one kind of fault.

    `verifier` is FILE.py:function beside this module; `told` becomes part
    of the environment of both.
    """
    _need(mode)
    command = f"{shlex.quote(sys.executable)} -m tests.torture.{writer}"
    judge = str(Path(__file__).parent / verifier)
    injector = (*_APART.get(mode, ()), sys.executable, str(INJECTOR), mode)
    ended = subprocess.run(
        [*injector, "--cmd", command, "--verify", judge, *options],
        env={**os.environ, "PYTHONPATH": str(ROOT), **told},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    found = re.search(r"checks +(\d+) +ok +(\d+)", ended.stdout)
    if not found:
        raise AssertionError(f"the injector did not end well:\n{ended.stdout}{ended.stderr}")
    checks, well = int(found[1]), int(found[2])
    return Judged(checks, checks - well, ended.stdout.strip())


def _need(mode: str) -> None:
    if not INJECTOR.is_file():
        raise NotHere("the fault injector is not in ../shared/tools/faults beside this checkout")
    if mode != "kill" and mode != "enospc" and not shutil.which("strace"):
        raise NotHere("strace is not installed; on Debian or Ubuntu: apt-get install strace")
    if mode == "enospc" and not shutil.which("unshare"):
        raise NotHere("unshare is not installed; on Debian or Ubuntu: apt-get install util-linux")
    if mode == "enospc" and os.geteuid() != 0:
        raise NotHere("only root may make a small disk to fill up")
