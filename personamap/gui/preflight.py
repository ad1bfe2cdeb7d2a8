"""Says which system libraries Qt would miss, before Qt is imported.

Qt's own message names the wrong thing ("could not load the platform
plugin"), so the libraries are looked for by name first. This module
imports no Qt; `make` runs it to install what is missing.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Iterator, Mapping

from personamap.i18n import _

_ALWAYS = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
_WAYLAND = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
_X11 = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
}
_SCREENLESS = ("offscreen", "minimal", "vnc")


def problem_with_this_computer(environment: Mapping[str, str] = os.environ) -> str:
    """Return a sentence on why no window can open here, or nothing."""
    if not sys.platform.startswith("linux"):
        return ""
    platform = environment.get("QT_QPA_PLATFORM", "")
    screenless = platform.startswith(_SCREENLESS)
    x11, wayland = environment.get("DISPLAY"), environment.get("WAYLAND_DISPLAY")
    if not (screenless or platform or x11 or wayland):
        return _(
            "There is no screen to open a window on: neither DISPLAY nor WAYLAND_DISPLAY is set. "
            "Start personamap from a desktop, or use its commands: personamap --help"
        )
    if screenless:
        return sentence(missing_packages(_ALWAYS))
    # Qt comes through Wayland or, where that fails, through X11: one of them has to be whole.
    ways = [way for way, there in ((_WAYLAND, wayland), (_X11, x11)) if there] or [_X11]
    lacking = [missing_packages(_ALWAYS | way) for way in ways]
    return "" if [] in lacking else sentence(lacking[-1])


def missing_packages(libraries: Mapping[str, str]) -> list[str]:
    """Return the Debian packages of the libraries that cannot be loaded."""
    return [package for name, package in libraries.items() if not _loads(name)]


def sentence(packages: list[str]) -> str:
    """Say in one sentence what is missing and how to get it."""
    if not packages:
        return ""
    return _(
        "Windows need system libraries that are missing here. On Debian or Ubuntu run: {command}"
    ).format(command=" ".join(("sudo", *_apt_install(packages))))


def install(packages: list[str]) -> None:
    """Install Debian packages, which takes root."""
    # Only here: every start of the window passes through this module.
    import subprocess

    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update", "-qq"], _apt_install(packages)):
        subprocess.run(command, env=quiet, stdout=subprocess.DEVNULL, check=False)


def may_install() -> bool:
    """Tell whether packages can be installed here: it takes root, and apt."""
    import shutil

    return shutil.which("apt-get") is not None and hasattr(os, "geteuid") and os.geteuid() == 0


def main(arguments: list[str]) -> int:
    """Make this computer ready for `--install window` or `--install offscreen`."""
    if arguments not in (["--install", "window"], ["--install", "offscreen"]):
        sys.stderr.write("python -m personamap.gui.preflight --install window|offscreen\n")
        return 2
    if not sys.platform.startswith("linux"):
        return 0
    libraries = _ALWAYS | _X11 if arguments[1] == "window" else _ALWAYS
    missing = missing_packages(libraries)
    if missing and may_install():
        sys.stderr.write(_("Installing {packages}…").format(packages=" ".join(missing)) + "\n")
        install(missing)
        missing = missing_packages(libraries)
    sys.stderr.writelines(_lines(missing))
    return 2 if missing else 0


def _lines(missing: list[str]) -> Iterator[str]:
    if missing:
        yield sentence(missing) + "\n"


def _apt_install(packages: list[str]) -> list[str]:
    return ["apt-get", "install", "-y", "--no-install-recommends", *packages]


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
