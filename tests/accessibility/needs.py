"""Sees to it that there are a screen, a bus and an assistive client, or says how to get them."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from personamap.gui import preflight

SYSTEM_PYTHON = "/usr/bin/python3"
"""Assistive clients come with the system, and so does the Python that can load them."""

BUS_LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
_PROGRAMS = {
    "Xvfb": "xvfb",
    "openbox": "openbox",
    "xdotool": "xdotool",
    "dbus-daemon": "dbus-x11",
}


def missing() -> list[str]:
    """Return the Debian packages that are lacking."""
    lacking = [package for program, package in _PROGRAMS.items() if not shutil.which(program)]
    if not BUS_LAUNCHER.exists():
        lacking.append("at-spi2-core")
    if not _client_loads():
        lacking.append("python3-pyatspi")
    return lacking


def bring() -> list[str]:
    """Install what is lacking where that is allowed; return what is lacking still."""
    lacking = missing()
    if lacking and preflight.may_install():
        print(f"Installing {' '.join(lacking)}…", flush=True)
        preflight.install(lacking)
        return missing()
    return lacking


def sentence(lacking: list[str]) -> str:
    """Say in one sentence what is missing and how to get it."""
    return (
        "An assistive client needs programs that are missing here. On Debian or Ubuntu run: "
        f"sudo apt-get install -y --no-install-recommends {' '.join(lacking)}"
    )


def _client_loads() -> bool:
    if not Path(SYSTEM_PYTHON).exists():
        return False
    tried = [SYSTEM_PYTHON, "-c", "import pyatspi"]
    return subprocess.run(tried, capture_output=True, check=False).returncode == 0
