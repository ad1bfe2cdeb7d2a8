"""The reference checker of PDF/UA and PDF/A finds nothing in any kind of document."""

import io

import pytest
from PIL import Image

from personamap.domain.persona import Persona
from personamap.domain.portrait import PicturePortrait
from personamap.exporters.formats import PDF
from personamap.exporters.options import ExportOptions
from personamap.importers.pictures import picture_from_bytes
from personamap.services.exports import make_outline
from personamap.services.issues import Recipient, next_issue
from tests.exporters import nasty, world
from tests.exporters.cast import JUN, KOFI, SALMA, kofi, project
from tests.exporters.documents import cast_of
from tests.exporters.pdf.verapdf import broken_rules, needs_java

LONG = "She reads labels to people who are too proud to ask. "


def only(*people, **parts):
    return project().with_items(personas=people, **parts)


def in_language(language):
    return project().with_items(course=project().course.evolve(language=language))


def with_picture():
    written = io.BytesIO()
    Image.new("RGB", (60, 90), "#336699").save(written, "PNG")
    media = picture_from_bytes(written.getvalue(), "a.png")
    return only(kofi().evolve(portrait=PicturePortrait(media=media.id)), media=(media,))


def long_winded():
    return only(
        kofi().evolve(
            brief=LONG * 15,
            own_words=LONG * 80,
            goals=tuple(f"Goal {i}. {LONG}" for i in range(25)),
            look=kofi().look.evolve(description=LONG * 60),
        )
    )


def crowd():
    return only(*(kofi().evolve(id=f"per-{i}", name=f"Kofi {i}", colour=i % 6) for i in range(24)))


def moved_on(language="en"):
    of = in_language(language)
    issue = next_issue(of, "pdf", ExportOptions(), Recipient("Studio A", "2026-12-01"))
    person = kofi().evolve(age=42, own_words=LONG * 9, dos=(), answers=kofi().answers[:3])
    return issue.recorded_in(of).with_items(personas=(person, *of.personas[1:]))


GOLDEN = {
    "sheets on A4": (project, {}),
    "sheets on Letter": (project, {"page": "letter"}),
    "sheets with change bars": (moved_on, {}),
    "sheets with change bars in Arabic": (lambda: moved_on("ar"), {}),
    "a change list": (moved_on, {"what": "changes"}),
    "a character bible": (project, {"what": "bible"}),
    "a character bible in Arabic": (lambda: in_language("ar"), {"what": "bible"}),
    "a character bible of the longest texts": (long_winded, {"what": "bible"}),
    "a character bible of all scripts": (
        lambda: cast_of([text for _, text in world.EVERYTHING]),
        {"what": "bible", "page": "letter"},
    ),
    "a character bible for the team": (project, {"what": "bible", "reader": "team"}),
    "sheets for the team": (project, {"reader": "team"}),
    "one sheet": (project, {"personas": (KOFI,)}),
    "one sheet of few sections": (project, {"personas": (KOFI,), "sections": ("voice", "look")}),
    "a name in Arabic letters": (project, {"personas": (SALMA,)}),
    "sheets in Arabic": (lambda: in_language("ar"), {}),
    "sheets in Hebrew": (lambda: in_language("he"), {"page": "letter"}),
    "sheets in German": (lambda: in_language("de"), {}),
    "all scripts": (lambda: cast_of([text for _, text in world.EVERYTHING]), {}),
    "texts written apart": (lambda: cast_of([text for _, text in world.DECOMPOSED]), {}),
    "nasty texts": (lambda: cast_of(nasty.EVERYTHING), {}),
    "the longest texts": (long_winded, {}),
    "many people in six colours": (crowd, {}),
    "nobody but a name": (lambda: only(Persona(id=JUN, name="Jun"), scenes=()), {}),
    "not even a name": (lambda: only(Persona(id=JUN), scenes=()), {}),
    "a picture": (with_picture, {}),
    "a picture that is gone": (
        lambda: only(kofi().evolve(portrait=PicturePortrait(media="0" * 64))),
        {},
    ),
    "the wall": (project, {"what": "wall"}),
    "the wall of many": (crowd, {"what": "wall", "page": "letter"}),
    "the wall in Arabic": (lambda: in_language("ar"), {"what": "wall"}),
    "the map": (project, {"what": "map"}),
    "the map of many": (crowd, {"what": "map"}),
    "the map in Arabic": (lambda: in_language("ar"), {"what": "map"}),
    "the report": (project, {"what": "report"}),
    "the report of many": (crowd, {"what": "report"}),
    "the report in Arabic": (lambda: in_language("ar"), {"what": "report"}),
    "the report without people": (only, {"what": "report"}),
}


@pytest.fixture(scope="module")
def broken(tmp_path_factory):
    documents = {name: document(of(), choices) for name, (of, choices) in GOLDEN.items()}
    documents["damaged"] = documents["one sheet"].replace(b"/Lang (en)", b"/Long (en)")
    assert documents["damaged"] != documents["one sheet"]
    return broken_rules(documents, tmp_path_factory.mktemp("golden"))


def document(of, choices):
    outline = make_outline(of, PDF, ExportOptions(**choices))
    return PDF.render(outline, lambda _done, _total: None).data


@needs_java
@pytest.mark.parametrize("name", GOLDEN)
def test_no_rule_is_broken(broken, name):
    assert broken[name] == []


@needs_java
def test_a_document_without_its_language_is_found(broken):
    assert any("7.2" in failure for failure in broken["damaged"])
