"""Goes to every place in one look and both themes, and keeps what is seen there."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path

from PIL import Image
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from docs.camera.looks import HELP, README, THEMES, Look, Theme, look_named
from docs.camera.place import Place
from docs.camera.places import PLACES
from docs.camera.studio import Studio
from personamap.gui.look.theme import current_theme
from personamap.storage.folders import APP

HOME = Path(__file__).resolve().parents[2]
KEPT = HOME / "docs" / "pictures"
HELPFUL = HOME / "resources" / "help"
TAKEN = HOME / "build" / "pictures"

_FLAT = 0.62
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
        and _is_kept(place, look, theme)
        and (not beginnings or place.name.startswith(tuple(beginnings)))
    ]


def _is_kept(place: Place, look: Look, theme: Theme) -> bool:
    if look is HELP:
        return bool(place.explains) and theme == "light"
    return look is not README or theme in place.kept


def _take_stage(studio: Studio, look: Look, theme: Theme, places: Sequence[Place]) -> Iterator[str]:
    if not places:
        return
    studio.dress(theme)
    studio.begin_at(places[0].stage)
    for place in places:
        try:
            shown = place.reach(studio)
            if look is HELP:
                shown = studio.desk.stack.show_workspace(place.explains)
            picture = studio.picture(shown)
            if look is HELP:
                picture = _beginning(picture)
        except Exception as error:
            yield f"{place.name} ({look.name}, {theme}): {error!r}"
        else:
            _keep(picture, _path(look, theme, place, studio.language))
        studio.clear()


def _beginning(picture: QImage) -> QImage:
    """Return what a page of the help shows of a workspace: its upper part, in a thin frame."""
    shown = picture.copy(0, 0, picture.width(), round(picture.width() * _FLAT))
    painter = QPainter(shown)
    painter.setPen(current_theme().color("edge"))
    painter.drawRect(shown.rect().adjusted(0, 0, -1, -1))
    painter.end()
    return shown


def _path(look: Look, theme: Theme, place: Place, language: str) -> Path:
    if look is README:
        return KEPT / f"{place.name}-{theme}.png"
    if look is HELP:
        return HELPFUL / language / "pictures" / f"{place.explains}.png"
    return TAKEN / f"{look.name}-{theme}" / f"{place.name}.png"


def _keep(picture: QImage, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if TAKEN in path.parents:
        picture.save(str(path))
        return
    plain = picture.convertToFormat(QImage.Format.Format_RGBA8888)
    size, line = (plain.width(), plain.height()), plain.bytesPerLine()
    image = Image.frombytes("RGBA", size, bytes(plain.constBits()), "raw", "RGBA", line)
    few = image.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(path, optimize=True)
