"""The paragraphs of Final Draft's FDX, which is XML. Read in a process of its own."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from defusedxml import DefusedXmlException, ElementTree

from personamap.i18n import _
from personamap.importers.apart.refusal import NotRead
from personamap.importers.apart.wording import damaged


def paragraphs(content: bytes, options: Mapping[str, Any]) -> tuple[Mapping[str, Any], bytes]:
    """Return as JSON the type and text of every paragraph of an FDX file."""
    del options
    try:
        root = ElementTree.fromstring(content, forbid_dtd=True)
    except DefusedXmlException as error:
        raise NotRead(
            _("it refers to other files, which no script needs. Save it anew.")
        ) from error
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise NotRead(damaged()) from error
    if root.tag != "FinalDraft":
        raise NotRead(_("it is XML, but no Final Draft script."))
    return {}, json.dumps(list(_paragraphs(root.find("Content")))).encode()


def _paragraphs(content: Any) -> Iterator[tuple[str, str]]:
    """Yield the type and text of every paragraph; notes to the script are none of it."""
    waiting = [content] if content is not None else []
    while waiting:
        element = waiting.pop()
        if element.tag == "Paragraph":
            texts = ("".join(text.itertext()) for text in element.findall("Text"))
            yield element.get("Type", ""), "".join(texts)
        # Speech at the same time stands in a paragraph of its own, within another.
        waiting += (part for part in reversed(element) if part.tag not in ("Text", "ScriptNote"))
