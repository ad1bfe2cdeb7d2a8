import hashlib

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QPointF
from PySide6.QtGui import QColor, QImage, QPainter

from personamap.domain.persona import Persona
from personamap.domain.portrait import Media, PicturePortrait
from personamap.domain.project import Project
from personamap.gui.document import Document
from personamap.gui.look.theme import Theme, apply_theme
from personamap.gui.portrait.portraits import Portraits, first_faces, paint_faces
from personamap.portraits.catalogue import random_portrait


@pytest.fixture(autouse=True)
def light(qapp):
    apply_theme(qapp, Theme.load("light"))


@pytest.fixture
def portraits():
    return Portraits(lambda media_id: None)


def drawn(seed=1, colour=0) -> Persona:
    return Persona(id="per-x", name="Mara", portrait=random_portrait(seed), colour=colour)


def picture_media() -> Media:
    image = QImage(40, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("blue"))
    for y in range(20):
        for x in range(20):
            image.setPixelColor(x, y, QColor("red"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    content = bytes(buffer.data().data())
    return Media(
        id=hashlib.sha256(content).hexdigest(), mime="image/png", width=40, height=20, data=content
    )


def test_a_portrait_is_drawn_once_for_each_size(portraits):
    first = portraits.circle(drawn(), 40)
    assert portraits.circle(drawn(), 40) is first
    assert portraits.circle(drawn(), 64) is not first


def test_a_portrait_is_round_on_the_ground_of_its_persona(portraits):
    image = portraits.circle(drawn(colour=2), 64).toImage()
    assert image.pixelColor(0, 0).alpha() == 0
    assert image.pixelColor(32, 1).name().upper() == Theme.load("light").grounds[2]


def test_a_portrait_is_sharp_on_a_fine_screen(portraits):
    pixmap = portraits.circle(drawn(), 40, 2.0)
    assert (pixmap.width(), pixmap.deviceIndependentSize().width()) == (80, 40.0)


def test_a_picture_is_cut_to_its_square(qapp):
    media = picture_media()
    document = Document(Project(media=(media,)))
    persona = Persona(
        id="per-x", portrait=PicturePortrait(media=media.id, left=0.5, top=0.0, size=0.5)
    )
    image = Portraits.of(document).circle(persona, 40).toImage()
    assert image.pixelColor(20, 20) == QColor("blue")


def test_a_missing_picture_becomes_initials(portraits):
    lost = Persona(id="per-x", name="Mara", portrait=PicturePortrait(media="0" * 64))
    bare = Persona(id="per-x", name="Mara")
    assert portraits.circle(lost, 40).toImage() == portraits.circle(bare, 40).toImage()


def test_what_was_drawn_lately_is_all_that_is_kept(portraits):
    for seed in range(90):
        portraits.bust(drawn(seed), 512)
    assert portraits._bytes <= 64 * 1024 * 1024


def test_more_than_four_faces_become_three_and_a_number():
    people = [drawn(seed) for seed in range(6)]
    assert first_faces(people[:4]) == (people[:4], 0)
    shown, more = first_faces(people)
    assert (len(shown), more) == (3, 3)


def test_faces_in_a_row_overlap(portraits):
    image = QImage(200, 60, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    pixmaps = [portraits.circle(drawn(seed), 32) for seed in range(3)]
    assert paint_faces(painter, QPointF(4, 4), pixmaps, QColor("white")) == 32 * 3 - 12
    assert paint_faces(painter, QPointF(4, 4), pixmaps, QColor("white"), more=3) > 32 * 3
    painter.end()
