"""Fountain, the plain text format of screenplays, after the syntax of fountain.io (1.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from personamap.importers.script.building import SceneBuilder
from personamap.importers.script.headings import is_screenplay_heading, without_number
from personamap.importers.script.labels import clean_label, in_capitals
from personamap.importers.script.script import Script

_BONEYARD = re.compile(r"/\*.*?\*/", re.S)
_NOTE = re.compile(r"\[\[.*?\]\]", re.S)
_TITLE_KEY = re.compile(r"([^\W\d_][^:\n]{0,40}):\s*(.*)")
_TRANSITION = re.compile(r"[^a-z]*TO:\s*$")
_EMPHASIS = re.compile(r"(?<!\\)(\*{1,3}|_)(?=\S)(.+?)(?<=\S)(?<!\\)\1")
_ESCAPED = re.compile(r"\\([*_\\])")


def read_fountain(name: str, text: str) -> Script:
    """Return the script in a Fountain text; any text is one, if an empty one."""
    text = _NOTE.sub("", _BONEYARD.sub("", text.replace("\r\n", "\n").replace("\r", "\n")))
    title, body = _title_page(text)
    reader = _Reader()
    lines = [line.rstrip() if line != "  " else line for line in body.split("\n")]
    for before, line, after in _neighbours(lines):
        reader.take(before, line, after)
    return Script(name, reader.scenes.scenes(), title)


def _title_page(text: str) -> tuple[str, str]:
    """Return the title and what follows the page of `Key: value` lines, if it begins with one."""
    page, _gap, body = text.lstrip("\n").partition("\n\n")
    if not _TITLE_KEY.match(page) or is_screenplay_heading(page):
        return "", text
    title: list[str] = []
    key = ""
    for line in page.split("\n"):
        found = None if line[:1].isspace() else _TITLE_KEY.match(line)
        key, value = (found[1].strip().casefold(), found[2]) if found else (key, line)
        if key == "title":
            title.append(plain(value).strip())
    return " ".join(filter(None, title)), body


def plain(text: str) -> str:
    """Return a text without the marks of emphasis."""
    before = ""
    while before != text:
        before, text = text, _EMPHASIS.sub(r"\2", text)
    return _ESCAPED.sub(r"\1", text)


class _Reader:
    def __init__(self) -> None:
        self.scenes = SceneBuilder()

    def take(self, before: str, line: str, after: str) -> None:
        if not line.strip():
            # Two spaces keep a speech going over a line left empty on purpose.
            if line != "  ":
                self.scenes.silence()
        elif self.scenes.is_speaking:
            self._dialogue(line)
        elif line.startswith("=") and set(line) != {"="}:
            self.scenes.synopsis(plain(line[1:]))
        elif _is_heading(line, before, after):
            self.scenes.heading(plain(without_number(line.lstrip("."))))
        elif _is_character(line, before, after):
            self.scenes.label(plain(line.lstrip().removeprefix("@")))
        elif not line.startswith(("#", "===")):
            self.scenes.direction()

    def _dialogue(self, line: str) -> None:
        self.scenes.say(plain(line.strip().removeprefix("~")))


def _is_heading(line: str, before: str, after: str) -> bool:
    if line.startswith(".") and not line.startswith(".."):
        return True
    return is_screenplay_heading(line) and not before.strip() and not after.strip()


def _is_character(line: str, before: str, after: str) -> bool:
    if before.strip() or not after.strip():
        return False
    if line.lstrip().startswith("@"):
        return True
    if line.startswith(("!", ">", "#", "=")) or _TRANSITION.match(line):
        return False
    name = clean_label(line)
    return in_capitals(name)


def _neighbours(lines: list[str]) -> Iterator[tuple[str, str, str]]:
    return zip(["", *lines], lines, [*lines[1:], ""], strict=False)
