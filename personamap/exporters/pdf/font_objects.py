"""A used part of a font as PDF objects: a subset, its widths and its way back to text."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Mapping
from typing import Any

import uharfbuzz
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFStream,
    PDFString,
    PDFZCompress,
)

from personamap.exporters.pdf.faces import Face

Codes = Mapping[tuple[int, str], int]

_UNUSED_TABLES = ("GSUB", "GPOS", "GDEF", "name", "OS/2", "post", "cmap", "STAT", "kern", "BASE")
_BOX = struct.Struct(">4h")
_BOX_IN_HEAD = 36
"""Where the table `head` of OpenType has xMin, yMin, xMax and yMax."""

_CMAP_HEAD = (
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CIDSystemInfo << /Registry "
    "(Adobe) /Ordering (UCS) /Supplement 0 >> def /CMapName /U def /CMapType 2 def "
    "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
)
_CMAP_TAIL = "endcmap CMapName currentdict /CMap defineresource pop end end"
_MOST_ROWS = 100


def add_font_objects(document: Any, face: Face, name: str, codes: Codes) -> None:
    """Add the glyphs of `codes` as a composite font and make it known as `name`."""
    program, new_ids, box = _subset(face, {glyph for glyph, _ in codes})
    fingerprint = hashlib.sha256(repr(sorted(codes)).encode()).hexdigest()[:6]
    tag = "".join(chr(ord("A") + int(digit, 16)) for digit in fingerprint)
    base = PDFName(f"{tag}+{face.postscript_name}")
    used = sorted((code, glyph, text) for (glyph, text), code in codes.items())

    def stream(content: bytes, **entries: int) -> Any:
        return document.Reference(PDFStream(PDFDictionary(entries), content, [PDFZCompress]))

    descriptor = {
        "Type": PDFName("FontDescriptor"),
        "FontName": base,
        "Flags": 4,
        "FontBBox": PDFArray([round(side * face.scale) for side in box]),
        "ItalicAngle": 0,
        "Ascent": round(face.ascent),
        "Descent": round(face.descent),
        "CapHeight": 700,
        "StemV": 80,
        "FontFile2": stream(program, Length1=len(program)),
    }
    glyph_map = bytearray(2 * (len(used) + 1))
    for code, glyph, _ in used:
        glyph_map[2 * code : 2 * code + 2] = new_ids[glyph].to_bytes(2, "big")
    system = {"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0}
    descendant = {
        "Type": PDFName("Font"),
        "Subtype": PDFName("CIDFontType2"),
        "BaseFont": base,
        "CIDSystemInfo": PDFDictionary(system),
        "FontDescriptor": document.Reference(PDFDictionary(descriptor)),
        "DW": 1000,
        "W": PDFArray([1, PDFArray([round(face.advance(glyph)) for _, glyph, _ in used])]),
        "CIDToGIDMap": stream(bytes(glyph_map)),
    }
    font = {
        "Type": PDFName("Font"),
        "Subtype": PDFName("Type0"),
        "BaseFont": base,
        "Encoding": PDFName("Identity-H"),
        "DescendantFonts": PDFArray([document.Reference(PDFDictionary(descendant))]),
        "ToUnicode": stream(_to_unicode([(code, text) for code, _, text in used])),
    }
    fonts = document.idToObject["BasicFonts"].dict
    fonts[name] = document.Reference(PDFDictionary(font), name)


def _to_unicode(used: list[tuple[int, str]]) -> bytes:
    rows = [f"<{code:04X}> <{text.encode('utf-16-be').hex()}>" for code, text in used]
    blocks = (rows[i : i + _MOST_ROWS] for i in range(0, len(rows), _MOST_ROWS))
    body = "".join(f"{len(b)} beginbfchar\n{chr(10).join(b)}\nendbfchar\n" for b in blocks)
    return (_CMAP_HEAD + body + _CMAP_TAIL).encode("ascii")


def _subset(face: Face, glyphs: set[int]) -> tuple[bytes, dict[int, int], tuple[int, ...]]:
    wanted = uharfbuzz.SubsetInput()
    wanted.sets(uharfbuzz.SubsetInputSets.GLYPH_INDEX).update(glyphs)
    flags = uharfbuzz.SubsetFlags
    wanted.flags = flags.NO_LAYOUT_CLOSURE | flags.NOTDEF_OUTLINE | flags.NO_HINTING
    if face.hb_face.has_var_data:
        wanted.pin_all_axes_to_default(face.hb_face)
    wanted.sets(uharfbuzz.SubsetInputSets.DROP_TABLE_TAG).update(map(_as_number, _UNUSED_TABLES))
    plan = uharfbuzz.SubsetPlan(face.hb_face, wanted)
    program: bytes = plan.execute().blob.data
    if "CFF " in face.hb_face.table_tags:
        # Few fonts need it, and it takes a while to load.
        from personamap.exporters.pdf.outlines import with_quadratic

        program = with_quadratic(program)
    head = uharfbuzz.Face(uharfbuzz.Blob(program)).reference_table("head").data
    box = _BOX.unpack_from(head, _BOX_IN_HEAD)
    return program, dict(plan.old_to_new_glyph_mapping), box


def _as_number(tag: str) -> int:
    return int.from_bytes(tag.encode("ascii"), "big")
