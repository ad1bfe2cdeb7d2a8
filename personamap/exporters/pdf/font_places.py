"""Which font files there are: those shipped with the program, and the installed ones that matter.

Installed fonts are used only for what cannot be shipped because of its
size: Chinese, Japanese and Korean letters, and colour emoji. Those whose
language is known are looked for by file name in the usual folders, which
needs no font service and is the same on every system.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from personamap.resources import resource

SCRIPT_FAMILIES = {
    "Adlm": "Adlam",
    "Arab": "Arabic",
    "Armn": "Armenian",
    "Beng": "Bengali",
    "Cans": "CanadianAboriginal",
    "Cher": "Cherokee",
    "Deva": "Devanagari",
    "Ethi": "Ethiopic",
    "Geor": "Georgian",
    "Gujr": "Gujarati",
    "Guru": "Gurmukhi",
    "Hebr": "Hebrew",
    "Khmr": "Khmer",
    "Knda": "Kannada",
    "Laoo": "Lao",
    "Mlym": "Malayalam",
    "Mymr": "Myanmar",
    "Nkoo": "NKo",
    "Sinh": "Sinhala",
    "Syrc": "Syriac",
    "Taml": "Tamil",
    "Telu": "Telugu",
    "Thaa": "Thaana",
    "Thai": "Thai",
}
CJK_SCRIPTS = frozenset(("Hani", "Hira", "Kana", "Hang", "Bopo"))


class Installed(Struct, frozen=True):
    """A font that may be installed: its file name, its place in the file, its languages."""

    name: str
    index: int
    languages: tuple[str, ...]
    bold: bool = False


CJK_FONTS = (
    Installed("NotoSansCJK-Bold.ttc", 0, ("ja",), bold=True),
    Installed("NotoSansCJK-Bold.ttc", 1, ("ko",), bold=True),
    Installed("NotoSansCJK-Bold.ttc", 2, ("zh",), bold=True),
    Installed("NotoSansCJK-Regular.ttc", 0, ("ja",)),
    Installed("NotoSansCJK-Regular.ttc", 1, ("ko",)),
    Installed("NotoSansCJK-Regular.ttc", 2, ("zh",)),
    Installed("YuGothB.ttc", 0, ("ja",), bold=True),
    Installed("YuGothR.ttc", 0, ("ja",)),
    Installed("msgothic.ttc", 0, ("ja",)),
    Installed("malgunbd.ttf", 0, ("ko",), bold=True),
    Installed("malgun.ttf", 0, ("ko",)),
    Installed("msyhbd.ttc", 0, ("zh",), bold=True),
    Installed("msyh.ttc", 0, ("zh",)),
    Installed("simsun.ttc", 0, ("zh",)),
    Installed("ヒラギノ角ゴシック W6.ttc", 0, ("ja",), bold=True),
    Installed("ヒラギノ角ゴシック W3.ttc", 0, ("ja",)),
    Installed("AppleSDGothicNeo.ttc", 0, ("ko",)),
    Installed("PingFang.ttc", 0, ("zh",)),
    Installed("Hiragino Sans GB.ttc", 0, ("zh",)),
    Installed("Arial Unicode.ttf", 0, ()),
    Installed("wqy-microhei.ttc", 0, ("zh",)),
    Installed("DroidSansFallbackFull.ttf", 0, ()),
)
EMOJI_FONTS = (
    Installed("NotoColorEmoji.ttf", 0, ()),
    Installed("Apple Color Emoji.ttc", 0, ()),
    Installed("seguiemj.ttf", 0, ()),
)


def system_font_folders() -> tuple[Path, ...]:
    """Return the folders in which this system keeps its fonts."""
    home = Path.home()
    if sys.platform == "win32":
        windows = Path(os.environ.get("WINDIR", r"C:\Windows"))
        local = Path(os.environ.get("LOCALAPPDATA", str(home)))
        return (windows / "Fonts", local / "Microsoft" / "Windows" / "Fonts")
    if sys.platform == "darwin":
        shared = Path("/System/Library")
        newer = sorted(shared.glob("AssetsV2/com_apple_MobileAsset_Font*"))
        return (shared / "Fonts", Path("/Library/Fonts"), home / "Library" / "Fonts", *newer)
    folders = ("/usr/share/fonts", "/usr/local/share/fonts", "/run/host/fonts")
    return (*map(Path, folders), home / ".local" / "share" / "fonts", home / ".fonts")


def installed_fonts(
    wanted: Sequence[Installed], folders: Sequence[Path]
) -> Iterator[tuple[Installed, Path]]:
    """Yield the wanted fonts that are there, in the order they were wanted."""
    names = {font.name for font in wanted}
    found: dict[str, Path] = {}
    for folder in folders:
        for directory, below, files in os.walk(folder):
            below.sort()
            for name in names.intersection(files) - found.keys():
                found[name] = Path(directory) / name
    for font in wanted:
        if font.name in found:
            yield font, found[font.name]


def shipped_font(name: str) -> Path:
    """Return the path of a shipped font; a name without a folder is one of the Noto fonts."""
    folder = "atkinson-hyperlegible-next" if name.startswith("Atkinson") else "noto"
    return resource("fonts", folder, f"{name}.ttf")
