"""The look of the window: named colours, type roles and the one style sheet made of them.

A theme is a TOML file of colours. It becomes a `QPalette` and a style
sheet whose template names tokens and never colours, so that light, dark
and every text scale share one set of rules. Whoever paints by hand asks
`current_theme()` while painting; a change of theme repaints every widget.
"""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from string import Template
from typing import Literal

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from personamap.gui.look.calm_style import CalmStyle
from personamap.i18n import is_right_to_left
from personamap.resources import resource

Choice = Literal["light", "dark", "system"]
TypeRole = Literal[
    "title",
    "person",
    "section",
    "base",
    "strong",
    "secondary",
    "label",
    "chip",
    "chip-strong",
    "number",
]

SMALLEST_SCALE, LARGEST_SCALE = 1.0, 2.0
READING_FAMILY = "Atkinson Hyperlegible Next"
FAMILY = "Inter"

_TYPE: dict[str, tuple[int, int]] = {
    "title": (24, 600),
    "person": (18, 600),
    "section": (16, 600),
    "base": (14, 400),
    "strong": (14, 600),
    "secondary": (13, 400),
    "label": (13, 600),
    "chip": (12, 400),
    "chip-strong": (12, 600),
    "number": (11, 600),
}
_FONT_FOLDERS = {FAMILY: "inter", READING_FAMILY: "atkinson-hyperlegible-next"}
_LARGEST_STEP = 64
_LINE_ICON = 16


class Theme(Struct, frozen=True):
    """One set of colours at one text scale."""

    name: str
    colours: tuple[tuple[str, str], ...]
    grounds: tuple[str, ...]
    text_scale: float = 1.0
    family: str = FAMILY
    reduce_motion: bool = False

    @classmethod
    def load(
        cls,
        choice: Choice,
        text_scale: float = 1.0,
        reading_font: bool = False,
        reduce_motion: bool = False,
    ) -> Theme:
        """Read a theme; `system` follows what the desktop asks for."""
        colours, grounds = _read(_resolve(choice))
        return cls(
            name=_resolve(choice),
            colours=colours,
            grounds=grounds,
            text_scale=min(max(text_scale, SMALLEST_SCALE), LARGEST_SCALE),
            family=READING_FAMILY if reading_font else FAMILY,
            reduce_motion=reduce_motion,
        )

    @property
    def is_dark(self) -> bool:
        """Tell whether light ink stands on a dark ground."""
        return self.name == "dark"

    def color(self, token: str, opacity: float = 1.0) -> QColor:
        """Return the colour of a token such as `accent` or `warn-soft`."""
        colour = QColor(_by_token(self.name)[token])
        if opacity < 1.0:
            colour.setAlphaF(opacity)
        return colour

    def ground(self, turn: int) -> QColor:
        """Return the portrait ground of a persona whose `colour` is `turn`."""
        return QColor(self.grounds[turn % len(self.grounds)])

    def font(self, role: TypeRole) -> QFont:
        """Return the font of a type role at this text scale."""
        size, weight = _TYPE[role]
        font = QFont(self.family)
        font.setPixelSize(self.px(size))
        font.setWeight(QFont.Weight(weight))
        return font

    def px(self, size: float) -> int:
        """Return a size in pixels at this text scale."""
        return round(size * self.text_scale)

    def duration(self, milliseconds: int) -> int:
        """Return how long a movement may take; nothing moves when motion is reduced."""
        return 0 if self.reduce_motion else milliseconds

    def palette(self) -> QPalette:
        """Return the colours in the roles Qt's own widgets ask for."""
        palette = QPalette()
        for role, token in _PALETTE:
            palette.setColor(role, self.color(token))
        for role in (
            QPalette.ColorRole.WindowText,
            QPalette.ColorRole.Text,
            QPalette.ColorRole.ButtonText,
        ):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.color("ink3"))
        return palette

    def style_sheet(self) -> str:
        """Return the style sheet with the colours and sizes of this theme filled in."""
        names = {token.replace("-", "_"): colour for token, colour in self.colours}
        sizes = {f"px{size}": str(self.px(size)) for size in range(1, _LARGEST_STEP + 1)}
        arrow = resource("themes", f"arrow-{self.name}.svg").as_posix()
        arrow_up = resource("themes", f"arrow-up-{self.name}.svg").as_posix()
        start, end = ("right", "left") if is_right_to_left() else ("left", "right")
        return Template(_style_template()).substitute(
            names | sizes, arrow=arrow, arrow_up=arrow_up, start=start, end=end
        )


_PALETTE: tuple[tuple[QPalette.ColorRole, str], ...] = (
    (QPalette.ColorRole.Window, "ground"),
    (QPalette.ColorRole.WindowText, "ink"),
    (QPalette.ColorRole.Base, "surface"),
    (QPalette.ColorRole.AlternateBase, "sunken"),
    (QPalette.ColorRole.Text, "ink"),
    (QPalette.ColorRole.Button, "surface"),
    (QPalette.ColorRole.ButtonText, "ink"),
    (QPalette.ColorRole.BrightText, "on"),
    (QPalette.ColorRole.PlaceholderText, "ink3"),
    (QPalette.ColorRole.Highlight, "accent-soft"),
    (QPalette.ColorRole.HighlightedText, "accent"),
    (QPalette.ColorRole.Accent, "accent"),
    (QPalette.ColorRole.Link, "accent"),
    (QPalette.ColorRole.LinkVisited, "accent"),
    (QPalette.ColorRole.ToolTipBase, "surface"),
    (QPalette.ColorRole.ToolTipText, "ink"),
    (QPalette.ColorRole.Light, "surface"),
    (QPalette.ColorRole.Midlight, "sunken"),
    (QPalette.ColorRole.Mid, "line"),
    (QPalette.ColorRole.Dark, "edge"),
    (QPalette.ColorRole.Shadow, "shadow"),
)


class Look(QObject):
    """Holds the theme of a running application and says when it changed."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self.theme = theme


def apply_theme(app: QApplication, theme: Theme) -> Look:
    """Dress the whole application in `theme` and tell everyone who asked to know."""
    _load_fonts(theme.family)
    look = app.property("look")
    if not isinstance(look, Look):
        app.setStyle(CalmStyle(_moves, _line_icon))
        look = Look(theme, app)
        app.setProperty("look", look)
    look.theme = theme
    app.setFont(theme.font("base"))
    app.setPalette(theme.palette())
    app.setStyleSheet(theme.style_sheet())
    look.changed.emit()
    return look


def current_look() -> Look | None:
    """Return what the running application wears, if it was dressed."""
    app = QCoreApplication.instance()
    look = app.property("look") if app else None
    return look if isinstance(look, Look) else None


def current_theme() -> Theme:
    """Return the theme to paint with now."""
    look = current_look()
    return look.theme if look else _plain_theme()


@lru_cache(maxsize=1)
def _plain_theme() -> Theme:
    return Theme.load("light")


def _moves() -> bool:
    return not current_theme().reduce_motion


def _line_icon() -> int:
    return current_theme().px(_LINE_ICON)


def _resolve(choice: Choice) -> Literal["light", "dark"]:
    if choice != "system":
        return choice
    dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return "dark" if dark else "light"


@lru_cache(maxsize=4)
def _read(name: str) -> tuple[tuple[tuple[str, str], ...], tuple[str, ...]]:
    content = tomllib.loads(resource("themes", f"{name}.toml").read_text(encoding="utf-8"))
    return tuple(content["colours"].items()), tuple(content["grounds"].values())


@lru_cache(maxsize=4)
def _by_token(name: str) -> dict[str, str]:
    """Return a theme's colours to look up: painting asks for one some thousand times a frame."""
    return dict(_read(name)[0])


@lru_cache(maxsize=1)
def _style_template() -> str:
    return resource("themes", "style.qss").read_text(encoding="utf-8")


@cache
def _load_fonts(family: str) -> None:
    for file in sorted(resource("fonts", _FONT_FOLDERS[family]).glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))
