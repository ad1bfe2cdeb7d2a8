"""The one door for files of formats that are dangerous to read.

A small file of such a format may unpack to gigabytes, keep a reader busy
for hours, or break a decoder. So it is read in a process of its own, which
gets the bytes and hands back plain data, and which ends when it takes too
long, too much memory, or when nobody waits for it any more.
"""

from __future__ import annotations

import contextlib
import json
import logging
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Any

from personamap.i18n import _, language
from personamap.importers.apart import child
from personamap.importers.apart.refusal import NotRead
from personamap.importers.apart.task import Answer, Task, Wanted, always
from personamap.importers.apart.wording import (
    damaged,
    stopped,
    too_large,
    too_much_memory,
    too_slow,
)

logger = logging.getLogger(__name__)

_LONGEST_LINE = 1_000_000
_CLOCK = 4
"""How many times its processor time a task may take by the clock, on a busy computer."""
_LOOK_EVERY_S = 0.02
_LAST_BREATH_S = 5.0
# Windows knows no such signals; there only the clock ends a task.
_OUT_OF_TIME = -getattr(signal, "SIGXCPU", 0) or None
_OUT_OF_MEMORY = -getattr(signal, "SIGKILL", 0) or None


def read_apart(task: Task, content: bytes, wanted: Wanted = always) -> Answer:
    """Return what another process read in `content`, or raise `NotRead`."""
    talk = _Conversation(_started(), _request(task) + content, task.answer + _LONGEST_LINE)
    deadline = time.monotonic() + task.seconds * _CLOCK
    try:
        while not talk.is_over.wait(_LOOK_EVERY_S):
            if not wanted():
                raise NotRead(stopped())
            if time.monotonic() > deadline:
                raise NotRead(too_slow())
        return _checked(talk, task)
    finally:
        talk.end()


def _started() -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen(
            _command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            # Windows would show a console for a moment.
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise NotRead(
            _("the program that reads such files could not be started ({why}).").format(
                why=error.strerror or error
            )
        ) from error


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        # A bundle has no Python to give a file to: it reads by itself, when it is told to.
        return [sys.executable, child.AS_CHILD]
    return [sys.executable, "-I", "-S", "-X", "utf8", str(Path(child.__file__))]


def _request(task: Task) -> bytes:
    request = {
        "reader": task.reader,
        "seconds": task.seconds,
        "memory": task.memory,
        "options": dict(task.options),
        "language": language(),
        "path": [entry for entry in sys.path if entry],
    }
    return json.dumps(request).encode() + b"\n"


class _Conversation:
    """Tells a process everything and takes what it says meanwhile, so that neither waits for ever.

    The process lives no longer than whoever waits for it.
    """

    def __init__(self, process: subprocess.Popen[bytes], said: bytes, most: int) -> None:
        assert process.stdin
        assert process.stdout
        self._process = process
        self.received = b""
        self.is_over = threading.Event()
        self._threads = (
            threading.Thread(target=_tell, args=(process.stdin, said), daemon=True),
            threading.Thread(target=self._listen, args=(process.stdout, most), daemon=True),
        )
        for thread in self._threads:
            thread.start()

    def how_it_ended(self) -> int:
        """Return the exit status of a process that has said its last word."""
        try:
            return self._process.wait(_LAST_BREATH_S)
        except subprocess.TimeoutExpired:
            return 0

    def end(self) -> None:
        """Let nothing of the process remain."""
        self._process.kill()
        self._process.wait()
        for thread in self._threads:
            thread.join()

    def _listen(self, pipe: IO[bytes], most: int) -> None:
        with contextlib.suppress(OSError, ValueError), pipe:
            self.received = pipe.read(most + 1)
        self.is_over.set()


def _tell(pipe: IO[bytes], said: bytes) -> None:
    # A process that has heard enough does not listen to the end.
    with contextlib.suppress(OSError), pipe:
        pipe.write(said)


def _checked(talk: _Conversation, task: Task) -> Answer:
    received = talk.received
    line, end, _rest = received[:_LONGEST_LINE].partition(b"\n")
    matter = received[len(line) + 1 :]
    if len(matter) > task.answer:
        raise NotRead(too_large())
    if not end:
        raise NotRead(_why_silent(talk.how_it_ended(), task))
    return _understood(line), matter


def _understood(line: bytes) -> Mapping[str, Any]:
    facts: Mapping[str, Any] = json.loads(line)
    if facts == child.TOO_MUCH_MEMORY:
        raise NotRead(too_much_memory())
    if "refused" in facts:
        raise NotRead(str(facts["refused"]))
    return facts


def _why_silent(status: int, task: Task) -> str:
    logger.warning("The reader “%s” ended with %d and no answer", task.reader, status)
    return {_OUT_OF_TIME: too_slow, _OUT_OF_MEMORY: too_much_memory}.get(status, damaged)()
