"""The language of what the program says itself in a document of another language."""

from __future__ import annotations

from personamap.exporters.flow_blocks import LabelText
from personamap.i18n import language


def language_of_labels(lang: str) -> str:
    """Return the language of the program's own words where a course is in another, or nothing."""
    own = language().replace("_", "-")
    return "" if _without_region(own) == _without_region(lang) else own


def language_if_label(text: str, labels: str) -> str:
    """Return `labels`, the language of the program's own words, for those, else nothing."""
    return labels if isinstance(text, LabelText) else ""


def _without_region(lang: str) -> str:
    return lang.partition("-")[0].lower()
