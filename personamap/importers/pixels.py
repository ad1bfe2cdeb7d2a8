"""The pixels of a picture, cleaned. The only module that decodes what strangers drew.

It runs in a process of its own. The size in the header is checked before a
pixel is read, so a small file cannot unpack to gigabytes.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any, Literal

from PIL import Image, ImageOps, MpoImagePlugin, UnidentifiedImageError, WebPImagePlugin

from personamap.i18n import _
from personamap.importers.apart.refusal import NotRead
from personamap.portraits.damage import DAMAGE, MOST_PIXELS

FORMATS = ("PNG", "JPEG", "WEBP")
_JPEG_QUALITY = 90
_ORIENTATION = 0x0112
# Formats are found by loading their plugins, and nothing can be loaded any more once a
# stranger's bytes are here. Some cameras write two JPEG pictures as one MPO.
Image.preinit()
_LOADED = (MpoImagePlugin, WebPImagePlugin)


def cleaned(content: bytes, options: Mapping[str, Any]) -> tuple[Mapping[str, Any], bytes]:
    """Return a picture upright, small and without metadata, with its size and type."""
    upright = _upright(content, options["side"])
    kind: Literal["PNG", "JPEG"] = "PNG" if "A" in upright.getbands() else "JPEG"
    facts = {"mime": f"image/{kind.lower()}", "width": upright.width, "height": upright.height}
    return facts, _encoded(upright, kind)


def _upright(content: bytes, side: int) -> Image.Image:
    try:
        with Image.open(io.BytesIO(content), formats=FORMATS) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise NotRead(_too_large(picture.width, picture.height))
            picture.draft("RGB", (side, side))
            mode = "RGBA" if picture.has_transparency_data else "RGB"
            plain = picture if picture.mode == mode else picture.convert(mode)
            plain.thumbnail((side, side), Image.Resampling.LANCZOS)
            # Turning the small picture takes a fraction of the memory.
            plain.getexif()[_ORIENTATION] = picture.getexif().get(_ORIENTATION, 1)
            return ImageOps.exif_transpose(plain)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise NotRead(_("it would unpack to far too many pixels.")) from error
    except UnidentifiedImageError as error:
        raise NotRead(_not_a_picture(content)) from error
    except DAMAGE as error:
        raise NotRead(_("the picture is damaged.")) from error


def _encoded(picture: Image.Image, kind: Literal["PNG", "JPEG"]) -> bytes:
    out = io.BytesIO()
    bare = Image.new(picture.mode, picture.size)
    bare.paste(picture)
    bare.save(out, kind, quality=_JPEG_QUALITY, optimize=True)
    return out.getvalue()


def _too_large(width: int, height: int) -> str:
    return _("it is {width} by {height} pixels.").format(width=width, height=height)


def _not_a_picture(content: bytes) -> str:
    start = content[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<svg", b"<?xml", b"<!doctype")):
        return _("it is a drawing (SVG) and not a picture made of pixels.")
    if not content:
        return _("the file is empty.")
    return _("it is no PNG, JPEG or WebP picture.")
