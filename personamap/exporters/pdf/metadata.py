"""What a document says about itself: title, language, date, and the standards it keeps to."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from html import escape

from msgspec import Struct

_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
_CLOCK_IN_PROFILE = slice(24, 36)
_FIXED_CLOCK = bytes((7, 0xD0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0))
_UA = "http://www.aiim.org/pdfua/ns/id/"
_NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdfuaid": _UA,
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}
_UA_SCHEMA = f"""<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">\
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>\
<pdfaSchema:namespaceURI>{_UA}</pdfaSchema:namespaceURI>\
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>\
<rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>\
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
<pdfaProperty:category>internal</pdfaProperty:category>\
<pdfaProperty:description>PDF/UA part</pdfaProperty:description></rdf:li>\
</rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>"""


class DocumentFacts(Struct, frozen=True):
    """Title, language and date of a document; nothing about the computer or its user.

    The date is the caller's, so that the same project gives the same
    bytes; without one it is the year 2000.
    """

    title: str
    lang: str = "en"
    date: datetime = _EPOCH


def xmp(facts: DocumentFacts) -> bytes:
    """Return the metadata packet that declares PDF/UA-1 and PDF/A-2a."""
    names = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in _NAMESPACES.items())
    title, lang = (escape(_legal(text), quote=False) for text in (facts.title, facts.lang))
    date = facts.date.strftime("%Y-%m-%dT%H:%M:%SZ")
    packet = f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\
<x:xmpmeta xmlns:x="adobe:ns:meta/">\
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\
<rdf:Description rdf:about=""{names}>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{lang}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>personamap</xmp:CreatorTool>\
<xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate>
<pdfuaid:part>1</pdfuaid:part><pdfaid:part>2</pdfaid:part>\
<pdfaid:conformance>A</pdfaid:conformance>
{_UA_SCHEMA}
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""
    return packet.encode()


@cache
def colour_profile() -> bytes:
    """Return the sRGB profile the colours of the document are meant in."""
    from PIL import ImageCms

    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    # The library writes the time of day into it, which would make each document differ.
    return profile[:24] + _FIXED_CLOCK + profile[_CLOCK_IN_PROFILE.stop :]


def _legal(text: str) -> str:
    return "".join(
        c for c in text if c >= " " and not 0xD800 <= ord(c) < 0xE000 and ord(c) & 0xFFFE != 0xFFFE
    )
