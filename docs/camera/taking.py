"""Goes to every place in one look and both themes, and keeps what is seen there."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path

from PIL import Image
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from docs.camera.looks import README, THEMES, Look, Theme, look_named
from docs.camera.place import Place
from docs.camera.places import PLACES
from docs.camera.studio import Studio
from personamap.storage.folders import APP

HOME = Path(__file__).resolve().parents[2]
KEPT = HOME / "docs" / "pictures"
TAKEN = HOME / "build" / "pictures"

COLOURS = 256
"""How many colours a kept picture has: enough for flat drawings, in a third of the room."""


def take(look_name: str, beginnings: Sequence[str], home: Path, language: str) -> int:
    """Take the places whose names begin so, or all; returns 1 if one was not reached."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName(APP)
    look = look_named(look_name)
    studio = Studio(app, home, look, language)
    failed = [
        name
        for stage, theme in product(("start", "example", "empty"), THEMES)
        for name in _take_stage(studio, look, theme, _wanted(look, theme, beginnings, stage))
    ]
    for name in failed:
        sys.stderr.write(f"Not reached: {name}\n")
    return min(1, len(failed))


def _wanted(look: Look, theme: Theme, beginnings: Sequence[str], stage: str) -> list[Place]:
    return [
        place
        for place in PLACES
        if place.stage == stage
        and (theme in place.kept or look is not README)
        and (not beginnings or place.name.startswith(tuple(beginnings)))
    ]


def _take_stage(studio: Studio, look: Look, theme: Theme, places: Sequence[Place]) -> Iterator[str]:
    if not places:
        return
    studio.dress(theme)
    studio.begin_at(places[0].stage)
    for place in places:
        try:
            picture = studio.picture(place.reach(studio))
        except Exception as error:
            yield f"{place.name} ({look.name}, {theme}): {error!r}"
        else:
            _keep(picture, _path(look, theme, place.name))
        studio.clear()


def _path(look: Look, theme: Theme, name: str) -> Path:
    if look is README:
        return KEPT / f"{name}-{theme}.png"
    return TAKEN / f"{look.name}-{theme}" / f"{name}.png"


def _keep(picture: QImage, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.parent != KEPT:
        picture.save(str(path))
        return
    plain = picture.convertToFormat(QImage.Format.Format_RGBA8888)
    size, line = (plain.width(), plain.height()), plain.bytesPerLine()
    image = Image.frombytes("RGBA", size, bytes(plain.constBits()), "raw", "RGBA", line)
    few = image.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(path, optimize=True)
