"""A screen that nobody sees, a bus of its own for what is told, and the program on both."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests.accessibility.needs import BUS_LAUNCHER

SIZE = "1440x900x24"
PATIENCE_SECONDS = 10
HOMES = ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME")


@contextmanager
def stage(home: Path) -> Iterator[dict[str, str]]:
    """Give the environment in which programs meet on a desktop of their own, with an empty home."""
    own = {name: str(home / name.lower()) for name in HOMES}
    settings = {**os.environ, **own, "NO_AT_BRIDGE": "0"}
    for name in ("WAYLAND_DISPLAY", "AT_SPI_BUS_ADDRESS", "XDG_RUNTIME_DIR"):
        settings.pop(name, None)
    with (
        _telling(["Xvfb", "-displayfd", "1", "-screen", "0", SIZE, "-noreset"]) as screen,
        _telling(["dbus-daemon", "--session", "--print-address", "--nofork"]) as bus,
    ):
        desk = {**settings, "DISPLAY": f":{screen}", "DBUS_SESSION_BUS_ADDRESS": bus}
        with (
            _running([str(BUS_LAUNCHER), "--launch-immediately"], desk),
            _running(["openbox"], desk),
        ):
            yield desk


@contextmanager
def program(desk: Mapping[str, str], arguments: list[str]) -> Iterator[None]:
    """Run personamap as a person does, telling assistive clients about itself."""
    told = {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_QPA_PLATFORM": "xcb"}
    with _running([sys.executable, "-m", "personamap", *arguments], {**desk, **told}):
        yield


@contextmanager
def _telling(command: list[str]) -> Iterator[str]:
    """Run a program that writes one line once it is ready."""
    quiet = subprocess.DEVNULL
    running = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=quiet, text=True, start_new_session=True
    )
    assert running.stdout is not None
    try:
        said = running.stdout.readline().strip()
        if not said:
            raise RuntimeError(f"{command[0]} did not start")
        yield said
    finally:
        _end(running)


@contextmanager
def _running(command: list[str], environment: Mapping[str, str]) -> Iterator[None]:
    quiet = subprocess.DEVNULL
    running = subprocess.Popen(
        command, env=environment, stdout=quiet, stderr=quiet, start_new_session=True
    )
    try:
        yield
    finally:
        _end(running)


def _end(running: subprocess.Popen[str] | subprocess.Popen[bytes]) -> None:
    """End a program with all it started."""
    for sign in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(running.pid, sign)
            running.wait(PATIENCE_SECONDS)
        except ProcessLookupError:
            break
        except subprocess.TimeoutExpired:
            continue
    running.wait()
