"""The fonts of a document, and the choice of one for each letter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

import uharfbuzz

from personamap.exporters.pdf.faces import Face, opened_face
from personamap.exporters.pdf.font_places import (
    CJK_FONTS,
    CJK_SCRIPTS,
    EMOJI_FONTS,
    SCRIPT_FAMILIES,
    Installed,
    installed_fonts,
    shipped_font,
    system_font_folders,
)
from personamap.exporters.pdf.font_search import fonts_with
from personamap.exporters.pdf.letters import INVISIBLE, SIMPLE

REPLACEMENT = "\ufffd"


class FontShelf:
    """Every font one document may need, each opened when it is first needed.

    `missing` collects the letters nothing on the shelf can show, so that
    an export can name them; they are printed as the replacement sign.
    """

    def __init__(self, folders: Sequence[Path] | None = None) -> None:
        self._folders = system_font_folders() if folders is None else tuple(folders)
        self._faces: dict[tuple[Path, int], Face] = {}
        self._installed: dict[bool, tuple[tuple[Installed, Face], ...]] = {}
        self.missing: set[str] = set()
        self.sans = FontSet(self, ("AtkinsonHyperlegibleNext-Regular", "NotoSans-Regular"))
        self.strong = FontSet(
            self, ("AtkinsonHyperlegibleNext-SemiBold", "NotoSans-Bold"), bold=True
        )
        self.title = FontSet(self, ("NotoSerif-Bold",), bold=True, naskh=True)
        self.voice = FontSet(self, ("NotoSerif-Italic",), naskh=True)

    def shipped(self, name: str) -> Face | None:
        """Return one of the shipped fonts, or nothing when it is not shipped."""
        path = shipped_font(name)
        return self._open(path, 0) if path.is_file() else None

    def installed(self, *, emoji: bool) -> tuple[tuple[Installed, Face], ...]:
        """Return the installed fonts for emoji or for East Asian letters."""
        if emoji not in self._installed:
            wanted = EMOJI_FONTS if emoji else CJK_FONTS
            self._installed[emoji] = tuple(
                (font, self._open(path, font.index))
                for font, path in installed_fonts(wanted, self._folders)
            )
            for _, face in self._installed[emoji]:
                face.carrier = self.sans.main if face.is_bitmap else face
        return self._installed[emoji]

    def found(self, needed: Sequence[int], lang: str, *, bold: bool) -> Iterator[Face]:
        """Yield whatever other installed fonts show these letters, the most fitting first."""
        for font in fonts_with(needed, self._folders, lang, bold=bold):
            face = self._open(font.path, font.index)
            face.carrier = self.sans.main if face.is_bitmap else face
            if all(map(face.shows, needed)):
                yield face

    def take_missing(self) -> str:
        """Return the letters without a font since the last call, and forget them."""
        letters = "".join(sorted(self.missing))
        self.missing.clear()
        return letters

    def _open(self, path: Path, index: int) -> Face:
        if (path, index) not in self._faces:
            self._faces[path, index] = opened_face(path, index)
        return self._faces[path, index]


class FontSet:
    """One style of type in all scripts.

    A letter is taken from the first of: the fonts of this style, the font
    of its script, the symbols, the installed fonts. `known_words` keeps
    words measured before, by colour and language, since most words come
    again and again.
    """

    def __init__(
        self, shelf: FontShelf, first: Sequence[str], *, bold: bool = False, naskh: bool = False
    ) -> None:
        self._shelf, self._first, self._bold, self._naskh = shelf, first, bold, naskh
        self._picked: dict[tuple[str, str, Face | None], Face | None] = {}
        self._faces: tuple[Face, ...] = ()
        self._simple: frozenset[str] = frozenset()
        self.known_words: dict[tuple[str, str], dict[str, Any]] = {}

    @property
    def faces(self) -> tuple[Face, ...]:
        """The fonts this style tries first."""
        if not self._faces:
            opened = (self._shelf.shipped(name) for name in (*self._first, "NotoSans-Regular"))
            self._faces = tuple(face for face in opened if face)
        return self._faces

    @property
    def main(self) -> Face:
        """The font most text of this style is set in."""
        return self.faces[0]

    @property
    def simple(self) -> frozenset[str]:
        """The letters the main font can show without any rules of shaping or direction."""
        if not self._simple:
            self._simple = frozenset(c for c in SIMPLE if ord(c) in self.main.letters)
        return self._simple

    def pick(self, cluster: str, lang: str, previous: Face | None = None) -> Face | None:
        """Return the font that has all letters of `cluster`, or nothing and note them as missing.

        Marks and digits stay in the `previous` font where it has them.
        """
        near = None if cluster[0].isalpha() or (previous and previous.is_bitmap) else previous
        key = cluster, lang, near
        if key not in self._picked:
            needed = [ord(letter) for letter in cluster if ord(letter) not in INVISIBLE]
            candidates = chain(
                self._candidates(cluster, lang),
                self._shelf.found(needed, lang, bold=self._bold),
            )
            if near and not is_emoji(cluster):
                candidates = chain((near,), candidates)
            self._picked[key] = next((f for f in candidates if f.letters.issuperset(needed)), None)
        face = self._picked[key]
        if face is None:
            self._shelf.missing.update(letter for letter in cluster if ord(letter) not in INVISIBLE)
        return face

    def replacement(self) -> Face:
        """Return a font that has the replacement sign."""
        return next(face for face in self.faces if ord(REPLACEMENT) in face.letters)

    def _candidates(self, cluster: str, lang: str) -> Iterator[Face]:
        if is_emoji(cluster):
            yield from (face for _, face in self._shelf.installed(emoji=True))
        yield from self.faces
        yield from self._of_script(script_of(cluster), lang)
        for name in ("NotoSansSymbols2-Regular", "NotoSansSymbols-Regular"):
            face = self._shelf.shipped(name)
            if face:
                yield face
        yield from self._east_asian(lang)
        yield from (face for _, face in self._shelf.installed(emoji=True))
        for script in SCRIPT_FAMILIES:
            yield from self._of_script(script, lang)

    def _of_script(self, script: str, lang: str) -> Iterator[Face]:
        if script in CJK_SCRIPTS:
            yield from self._east_asian(lang)
        names = []
        if script == "Arab" and lang.startswith("ur"):
            names.append("NotoNastaliqUrdu-Regular")
        if script == "Arab" and self._naskh:
            names.append("NotoNaskhArabic-Bold" if self._bold else "NotoNaskhArabic-Regular")
        if script in SCRIPT_FAMILIES:
            family = f"NotoSans{SCRIPT_FAMILIES[script]}"
            names += [f"{family}-Bold"] * self._bold + [f"{family}-Regular"]
        for name in names:
            face = self._shelf.shipped(name)
            if face:
                yield face

    def _east_asian(self, lang: str) -> Iterator[Face]:
        fonts = self._shelf.installed(emoji=False)
        speaks = lang.split("-", maxsplit=1)[0]
        ranked = sorted(
            fonts, key=lambda f: (speaks not in f[0].languages, f[0].bold != self._bold)
        )
        yield from (face for _, face in ranked)


def is_emoji(cluster: str) -> bool:
    """Tell whether `cluster` asks to be shown as a picture."""
    return "\ufe0f" in cluster or 0x1F000 <= ord(cluster[0]) < 0x1FC00


def script_of(cluster: str) -> str:
    """Return the ISO 15924 code of the first letter that has a script."""
    buffer = uharfbuzz.Buffer()
    buffer.add_str(cluster)
    buffer.guess_segment_properties()
    return str(buffer.script or "")
