import contextlib
import hashlib
import io
import struct
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from personamap.errors import CannotRead, PictureRefused
from personamap.importers.apart.refusal import NotRead
from personamap.importers.pictures import (
    LONGEST_SIDE,
    centred_portrait,
    picture_from_bytes,
    read_picture,
)
from personamap.importers.pixels import cleaned


def encoded(picture, kind="PNG", **options) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def decoded(media) -> Image.Image:
    return Image.open(io.BytesIO(media.data))


def half_red(size=(40, 20)) -> Image.Image:
    picture = Image.new("RGB", size, "blue")
    picture.paste("red", (0, 0, size[0] // 2, size[1]))
    return picture


def png_header(width, height) -> bytes:
    def chunk(kind, body):
        return (
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(b"\0" * 4096))
        + chunk(b"IEND", b"")
    )


def test_a_picture_is_named_by_its_bytes():
    media = picture_from_bytes(encoded(half_red()), "a.png")
    assert media.id == hashlib.sha256(media.data).hexdigest()
    assert (media.width, media.height, media.mime) == (40, 20, "image/jpeg")


def test_a_picture_held_sideways_is_turned_upright():
    exif = Image.Exif()
    exif[0x0112] = 6
    media = picture_from_bytes(encoded(half_red(), "JPEG", exif=exif, quality=95), "phone.jpg")
    assert (media.width, media.height) == (20, 40)
    red, _, blue = decoded(media).convert("RGB").getpixel((10, 5))
    assert red > blue


def test_no_metadata_survives():
    exif = Image.Exif()
    exif[0x010E] = "taken at home"
    exif.get_ifd(0x8825)[2] = (52.0, 31.0, 0.0)
    source = encoded(half_red(), "JPEG", exif=exif, comment=b"secret", icc_profile=b"profile")
    media = picture_from_bytes(source, "a.jpg")
    clean = decoded(media)
    assert not clean.getexif()
    assert set(clean.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    assert b"secret" not in media.data
    assert b"home" not in media.data


def test_text_in_a_png_is_removed_and_transparency_is_kept():
    from PIL.PngImagePlugin import PngInfo

    text = PngInfo()
    text.add_text("Author", "secret")
    media = picture_from_bytes(encoded(Image.new("RGBA", (8, 8)), pnginfo=text), "a.png")
    assert media.mime == "image/png"
    assert b"secret" not in media.data
    assert decoded(media).getpixel((0, 0))[3] == 0


def test_a_large_picture_is_made_as_small_as_a_portrait_needs():
    media = picture_from_bytes(encoded(half_red((3000, 1500)), "JPEG"), "a.jpg")
    assert (media.width, media.height) == (LONGEST_SIDE, LONGEST_SIDE // 2)


@pytest.mark.parametrize("size", [(6000, 5000), (60_000, 60_000), (20_000, 9_000)])
def test_too_many_pixels_are_refused_from_the_header_alone(size):
    with pytest.raises(PictureRefused, match="25 megapixels"):
        picture_from_bytes(png_header(*size), "bomb.png")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "SVG"),
        (b"<?xml version='1.0'?><svg/>", "SVG"),
        (b"", "empty"),
        (b"GIF89a" + b"\0" * 40, "no PNG"),
        (b"%PDF-1.7", "no PNG"),
        (encoded(half_red())[:60], "damaged"),
    ],
)
def test_what_is_no_picture_is_refused_with_a_reason(content, reason):
    with pytest.raises(PictureRefused, match=reason) as refusal:
        picture_from_bytes(content, "strange.bin")
    assert "strange.bin" in str(refusal.value)


def test_a_missing_file_is_refused_with_its_name(tmp_path):
    with pytest.raises(CannotRead, match=r"gone\.png"):
        read_picture(tmp_path / "gone.png")


def test_a_file_is_read(tmp_path):
    path = tmp_path / "a.webp"
    path.write_bytes(encoded(half_red(), "WEBP"))
    assert read_picture(path).width == 40


@pytest.mark.parametrize("size", [(40, 20), (20, 40), (30, 30)])
def test_the_first_cut_is_a_square_inside_the_picture(size):
    media = picture_from_bytes(encoded(half_red(size)), "a.png")
    cut = centred_portrait(media)
    assert cut.left + cut.size <= 1.0
    assert (cut.top + cut.size) * media.width <= media.height + 0.001


@settings(max_examples=300, deadline=None)
@given(
    kind=st.sampled_from(["PNG", "JPEG", "WEBP"]),
    hits=st.lists(st.tuples(st.integers(0, 400), st.integers(0, 255)), min_size=1, max_size=6),
    cut=st.integers(10, 2000),
)
def test_damaged_pictures_raise_the_one_error_people_can_read(kind, hits, cut):
    content = bytearray(encoded(half_red(), kind)[:cut])
    for at, byte in hits:
        content[at % len(content)] = byte
    with contextlib.suppress(NotRead):
        cleaned(bytes(content), {"side": LONGEST_SIDE})
