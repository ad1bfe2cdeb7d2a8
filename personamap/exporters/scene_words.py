"""How documents put what happens in a scene."""

from __future__ import annotations

from personamap.domain import labels
from personamap.domain.scene import Appearance, NarrativeFunction, Setting
from personamap.exporters import wording
from personamap.i18n import _, plural


def function_words(function: NarrativeFunction) -> str:
    """Return what somebody does, for the middle of a sentence."""
    return wording.small(_(labels.NARRATIVE_FUNCTIONS[function].text))


def part_words(appearance: Appearance) -> str:
    """Return what somebody does in a scene, and how much of it they say."""
    functions = ", ".join(map(function_words, appearance.functions))
    spoken = plural("{count} line", "{count} lines", appearance.lines)
    extra = spoken if appearance.lines else ""
    if appearance.presence != "speaks":
        extra = wording.small(_(labels.PRESENCES[appearance.presence].text))
    return wording.capital("; ".join(filter(None, (functions, extra, appearance.note))))


def setting_words(setting: Setting) -> str:
    """Return where a scene happens."""
    where = [wording.small(_(labels.SPACES[setting.space].text))] if setting.space else []
    return wording.capital(", ".join(filter(None, (setting.place, *where))))
