"""How much somebody says, where they are, and whom they meet there, in words."""

from __future__ import annotations

from collections.abc import Sequence

from personamap.analysis.voices import Voice
from personamap.domain.persona import Persona
from personamap.gui.cast.card import shown_name
from personamap.i18n import _, plural


def said_words(voice: Voice) -> str:
    """Return how much somebody says."""
    if not voice.words and not voice.lines:
        return _("says nothing") if voice.scenes else _("is not there")
    lines = plural("{count} line", "{count} lines", voice.lines)
    if not voice.words:
        return lines
    words = plural("{count} word", "{count} words", voice.words)
    return _("{words} in {lines}").format(words=words, lines=lines) if voice.lines else words


def where_words(voice: Voice) -> str:
    """Return in how many scenes somebody is, and how."""
    if not voice.scenes and not voice.mentioned:
        return _("in no scene")
    parts = [plural("in {count} scene", "in {count} scenes", voice.scenes)] if voice.scenes else []
    if voice.silent:
        parts.append(plural("silent in {count}", "silent in {count}", voice.silent))
    if voice.mentioned:
        parts.append(plural("mentioned in {count}", "mentioned in {count}", voice.mentioned))
    return ", ".join(parts)


def met_words(met: Sequence[Persona]) -> str:
    """Return whom somebody shares scenes with."""
    if not met:
        return _("shares no scene with anybody")
    return _("shares scenes with {names}").format(names=", ".join(shown_name(p) for p in met))
