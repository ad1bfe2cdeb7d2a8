"""The pixels of a picture, cleaned. The only module that uses Pillow.

The size in the header is checked before a pixel is read, so a small file
cannot unpack to gigabytes.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Literal

from PIL import Image, ImageOps, UnidentifiedImageError

from personamap.errors import PictureRefused
from personamap.i18n import _
from personamap.portraits.damage import DAMAGE

FORMATS = ("PNG", "JPEG", "WEBP")
MOST_PIXELS = 25_000_000
LONGEST_SIDE = 1024
_JPEG_QUALITY = 90


@dataclass(frozen=True, slots=True)
class CleanPicture:
    """A picture written anew."""

    content: bytes
    mime: Literal["image/png", "image/jpeg"]
    width: int
    height: int


def clean_picture(content: bytes, name: str) -> CleanPicture:
    """Return a picture upright, small and without metadata, or raise `PictureRefused`."""
    upright = _upright(content, name)
    if "A" in upright.getbands():
        return CleanPicture(_encoded(upright, "PNG"), "image/png", *upright.size)
    return CleanPicture(_encoded(upright, "JPEG"), "image/jpeg", *upright.size)


def _upright(content: bytes, name: str) -> Image.Image:
    try:
        with Image.open(io.BytesIO(content), formats=FORMATS) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise PictureRefused(name, _too_large(picture.width, picture.height))
            picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
            turned = ImageOps.exif_transpose(picture)
            see_through = turned.has_transparency_data
            plain = turned.convert("RGBA" if see_through else "RGB")
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise PictureRefused(name, _("it would unpack to far too many pixels.")) from error
    except UnidentifiedImageError as error:
        raise PictureRefused(name, _not_a_picture(content)) from error
    except DAMAGE as error:
        raise PictureRefused(name, _("the picture is damaged.")) from error
    plain.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    return plain


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
