"""Takes the pictures, in a process for each look: a screen cannot change its size later on.

python -m docs.camera                       every place in every look, into build/pictures/,
and those of the README into docs/pictures/ and those of the help into resources/help/
python -m docs.camera cast coverage         only the places whose names begin so
python -m docs.camera --language de         in another language
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from docs.camera.looks import HELP, LOOKS, README, Look

HELP_LANGUAGES = ("", "de", "es")
HERE = Path(__file__).resolve().parents[2]


def main() -> int:
    """Take what was asked for; returns how many looks have a place that was not reached."""
    asked = _arguments()
    if asked.look:
        # Qt is loaded only where a screen has been set up for it.
        from docs.camera.taking import take

        return take(asked.look, asked.places, Path(asked.home), asked.language)
    taken = [(look, asked.language) for look in LOOKS]
    if not (asked.places or asked.language):
        taken += [(README, ""), *((HELP, language) for language in HELP_LANGUAGES)]
    failed = [look for look, language in taken if _take_apart(look, language, asked.places)]
    sys.stdout.write("The pictures are in build/pictures/.\n")
    return len(failed)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Takes pictures of every place of the window.")
    parser.add_argument("places", nargs="*", help="what the names of the places begin with")
    parser.add_argument("--language", default="", help="for example de")
    parser.add_argument("--look", default="", help=argparse.SUPPRESS)
    parser.add_argument("--home", default="", help=argparse.SUPPRESS)
    return parser.parse_args()


def _take_apart(look: Look, language: str, places: Sequence[str]) -> int:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        command = [sys.executable, "-m", "docs.camera", *places, "--look", look.name]
        surroundings = _surroundings(Path(home), look.screen)
        command += ["--home", home, "--language", language]
        return subprocess.run(command, cwd=HERE, env=surroundings, check=False).returncode


def _surroundings(home: Path, screen: tuple[int, int]) -> dict[str, str]:
    """Return what a process is told of a computer on which nothing was done before."""
    width, height = screen
    shape = {"name": "one", "x": 0, "y": 0, "width": width, "height": height}
    screens = home / "screens.json"
    screens.write_text(json.dumps({"screens": [shape]}), encoding="utf-8")
    folders = {f"XDG_{kind}_HOME": str(home / kind.lower()) for kind in ("CONFIG", "STATE", "DATA")}
    return {
        **os.environ,
        **folders,
        "HOME": str(home),
        "LANGUAGE": "en",
        "LC_ALL": "C.UTF-8",
        "QT_QPA_PLATFORM": f"offscreen:configfile={screens}",
    }


if __name__ == "__main__":
    sys.exit(main())
