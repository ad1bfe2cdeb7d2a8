"""A project from anywhere is shown without reading what its pictures are not said to be."""

import hashlib

import pytest
from PIL import Image

from personamap.domain.portrait import Media
from personamap.gui.portrait.media_image import image_of
from tests.importers.test_pictures import encoded, png_header

DRAWING = b"<svg xmlns='http://www.w3.org/2000/svg'><rect width='9' height='9'/></svg>"


def media(data, mime="image/png"):
    return Media(id=hashlib.sha256(data).hexdigest(), mime=mime, data=data)


@pytest.mark.parametrize(("kind", "mime"), [("PNG", "image/png"), ("JPEG", "image/jpeg")])
def test_what_a_project_keeps_is_shown(qapp, kind, mime):
    picture = image_of(media(encoded(Image.new("RGB", (9, 5)), kind), mime))
    assert (picture.width(), picture.height()) == (9, 5)


@pytest.mark.parametrize(
    "data",
    [
        DRAWING,
        b"",
        b"GIF89a\x01\x00\x01\x00",
        encoded(Image.new("RGB", (9, 9)), "BMP"),
        encoded(Image.new("RGB", (9, 9)), "JPEG"),
        png_header(60_000, 60_000),
        png_header(6_000, 5_000),
        encoded(Image.new("RGB", (9, 9)))[:40],
    ],
)
def test_anything_else_under_its_name_is_not(qapp, data):
    assert image_of(media(data)).isNull()


def test_a_picture_that_is_not_there_is_none(qapp):
    assert image_of(None).isNull()
