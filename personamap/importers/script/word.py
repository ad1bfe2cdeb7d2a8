"""What a Word document says: storyboard tables, screenplay paragraphs, or names with colons."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from personamap.importers.script.building import SceneBuilder, directions_note
from personamap.importers.script.headings import is_plain_heading
from personamap.importers.script.labels import clean_label, could_be_label, in_capitals
from personamap.importers.script.named_lines import has_named_lines, script_of
from personamap.importers.script.script import Script
from personamap.importers.script.storyboard import is_storyboard, take_storyboard

_LABEL_STYLES = ("character",)
_SPOKEN_STYLES = ("dialogue", "dialog")
_HEADING_STYLES = ("scene heading", "slugline", "heading 1", "heading 2", "heading 3")
_SILENT_STYLES = ("parenthetical", "action", "transition", "general", "shot")

Block = Sequence[Any]
"""`["p", style, text]` or `["t", rows]`, as they follow each other in the document."""


def script_in_blocks(name: str, blocks: Sequence[Block]) -> Script:
    """Return the script in the paragraphs and tables of a document."""
    lines = [_text_of(block) for block in blocks]
    if not any(map(_is_told_in_a_table, blocks)) and has_named_lines(lines):
        return script_of(name, ([line] for line in lines))
    scenes = SceneBuilder()
    for block, after in zip(blocks, [*lines[1:], ""], strict=True):
        if _is_told_in_a_table(block):
            take_storyboard(scenes, block[1])
        elif block[0] == "p":
            _take(scenes, block[1], _text_of(block), after)
    return Script(name, scenes.scenes(), notes=directions_note(scenes.unspoken))


def _take(scenes: SceneBuilder, style: str, text: str, after: str) -> None:
    if not text:
        scenes.silence()
    elif style in _HEADING_STYLES or (style not in _SPOKEN_STYLES and is_plain_heading(text)):
        scenes.heading(text)
    elif style in _LABEL_STYLES or _is_label(text, after):
        scenes.label(text)
    elif scenes.is_speaking and style not in _SILENT_STYLES:
        scenes.say(text)
    elif style != "parenthetical":
        scenes.direction()


def _is_label(text: str, after: str) -> bool:
    """Tell whether a paragraph in capitals is followed by what somebody says."""
    name = clean_label(text)
    return bool(after) and could_be_label(text) and in_capitals(name) and not in_capitals(after)


def _text_of(block: Block) -> str:
    return str(block[2]).strip() if block[0] == "p" else ""


def _is_told_in_a_table(block: Block) -> bool:
    return block[0] == "t" and is_storyboard(block[1])
