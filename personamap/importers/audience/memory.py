"""Keeps rows out of the files a computer writes when a program dies."""

from __future__ import annotations

import contextlib
import os


def leave_no_core_file() -> None:
    """Let this process write no core file from here on.

    It stays so: memory that was given back still holds what stood in it,
    and one table may be read while another one is done. Where the system
    hands a core to another program, the limit is not minded, but the
    filter is, which leaves all memory out. Other systems than POSIX write
    none by themselves.
    """
    try:
        import resource
    except ImportError:
        return
    _soft, hard = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (0, hard))
    with contextlib.suppress(OSError):  # Linux alone has it.
        handle = os.open("/proc/self/coredump_filter", os.O_WRONLY)
        try:
            os.write(handle, b"0")
        finally:
            os.close(handle)
