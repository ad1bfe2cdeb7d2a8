"""Which process on which computer something belongs to, and whether it still runs.

A number alone names nobody: it is given to another process sooner or
later. With the moment the process began it is unique on its computer, and
the computer is told from others by a digest that says nothing about it.
Where the operating system does not tell when a process began, a process
that runs under the number counts as the same: nothing that may be in use
is ever taken for left behind.
"""

from __future__ import annotations

import functools
import hashlib
import os
import platform
import sys
from pathlib import Path

from msgspec import Struct


class Process(Struct, frozen=True):
    """A process of some computer; `began` is whatever the system says, compared for equality."""

    computer: str
    number: int
    began: str

    @property
    def is_here(self) -> bool:
        """Tell whether it belongs to this computer, so that `runs` can be known at all."""
        return self.computer == this_computer()

    @property
    def is_this(self) -> bool:
        """Tell whether it is the very process that asks."""
        return self == this_process()

    @property
    def runs(self) -> bool:
        """Tell whether a process of this computer has not ended yet."""
        began = _began(self.number)
        if began is None:
            return False
        return "" in (began, self.began) or began == self.began


def this_process() -> Process:
    """Return the process that asks."""
    return _here(os.getpid())


@functools.cache
def this_computer() -> str:
    """Return eight digits that tell this computer from those it shares folders with.

    A container with processes of its own is a computer of its own.
    """
    told = "\n".join((platform.node(), _installation(), _family_of_numbers()))
    return hashlib.sha256(told.encode()).hexdigest()[:8]


def computer_name() -> str:
    """Return what this computer is called, for people who share a folder."""
    return platform.node()


if sys.platform == "win32":
    import ctypes
    import winreg
    from ctypes import wintypes

    _QUERY_LIMITED_INFORMATION = 0x1000
    _STILL_ACTIVE = 259

    def _began(number: int) -> str | None:
        kernel = ctypes.windll.kernel32
        kernel.OpenProcess.restype = wintypes.HANDLE
        handle = wintypes.HANDLE(kernel.OpenProcess(_QUERY_LIMITED_INFORMATION, False, number))
        if not handle:
            return None
        try:
            ended = wintypes.DWORD()
            kernel.GetExitCodeProcess(handle, ctypes.byref(ended))
            times = (wintypes.FILETIME * 4)()
            known = kernel.GetProcessTimes(handle, *(ctypes.byref(time) for time in times))
        finally:
            kernel.CloseHandle(handle)
        if ended.value != _STILL_ACTIVE:
            return None
        return f"{times[0].dwHighDateTime:x}-{times[0].dwLowDateTime:x}" if known else ""

    def _installation() -> str:
        place = r"SOFTWARE\Microsoft\Cryptography"
        try:
            with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, place) as key:
                return str(winreg.QueryValueEx(key, "MachineGuid")[0])
        except OSError:
            return ""

elif sys.platform == "linux":

    def _began(number: int) -> str | None:
        try:
            told = Path(f"/proc/{number}/stat").read_text("utf-8", "replace")
        except (FileNotFoundError, ProcessLookupError):
            return None
        except OSError:
            return ""
        # The name of the program stands in brackets and may hold anything, brackets too.
        fields = told.rpartition(")")[2].split()
        if fields[0] in "ZX":
            return None  # It has ended; only its number is still kept for its parent.
        return f"{_boot()[:8]}-{fields[19]}"

    def _boot() -> str:
        return _content("/proc/sys/kernel/random/boot_id")

    def _installation() -> str:
        return _content("/etc/machine-id")

else:
    import subprocess

    def _began(number: int) -> str | None:
        try:
            os.kill(number, 0)
        except (ProcessLookupError, OverflowError):
            return None
        except OSError:
            pass
        asked = ("ps", "-o", "lstart=", "-p", str(number))
        try:
            told = subprocess.run(asked, capture_output=True, text=True, check=False, timeout=2)
        except (OSError, subprocess.SubprocessError):
            return ""
        return "-".join(told.stdout.replace(":", "").split())

    def _installation() -> str:
        return ""


@functools.cache
def _here(number: int) -> Process:
    return Process(this_computer(), number, _began(number) or "")


def _family_of_numbers() -> str:
    try:
        return str(Path("/proc/self/ns/pid").readlink())
    except OSError:
        return ""


def _content(path: str) -> str:
    try:
        return Path(path).read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return ""
