"""Elements that say a text, and in which language where it is not that of the page."""

from __future__ import annotations

from personamap.exporters.direction import language_of
from personamap.exporters.html.markup import Markup, tag
from personamap.exporters.label_language import language_if_label, language_of_labels
from personamap.exporters.outline import Outline


class Say:
    """Makes the elements of a page: of a name, with a text, and attributes by name.

    `labels` is the language of the program's own words where the page is in another, and
    `within` the one of the page for whatever an author or reader says amid such words.
    """

    def __init__(self, outline: Outline) -> None:
        self._rtl = outline.rtl
        self.labels = language_of_labels(outline.lang)
        self.within = outline.lang if self.labels else ""

    def __call__(self, name: str, text: str, /, **attributes: str | bool) -> Markup:
        """Return an element with a text of an author, or with a label."""
        lang = language_if_label(text, self.labels) or language_of(text, rtl=self._rtl)
        return tag(name, text, lang=lang, **attributes)

    def label(self, name: str, text: str, /, **attributes: str | bool) -> Markup:
        """Return an element with a text by the program."""
        return tag(name, text, lang=self.labels, **attributes)
