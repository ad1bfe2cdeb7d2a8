"""The cast wall as one drawing, for whoever prints it large or puts it on a page of their own."""

import base64
import io
import re
from xml.etree import ElementTree

import pytest
from PIL import Image
from typer import Typer
from typer.testing import CliRunner

from personamap.cli.export import export
from personamap.domain.portrait import Media, PicturePortrait
from personamap.exporters.formats import find_exporter
from personamap.exporters.options import ExportOptions
from personamap.exporters.wall_outline import wall_outline
from personamap.services.projects import save_project
from tests.exporters.cast import KOFI, SECRET, kofi, project
from tests.exporters.documents import cast_of
from tests.exporters.nasty import EVERYTHING

NAME = "{http://www.w3.org/2000/svg}"


def render(of=None, **choices):
    outline = wall_outline(of or project(), ExportOptions(what="wall", **choices))
    return find_exporter("svg").render(outline, lambda _done, _total: None)


def drawn(of=None, **choices):
    return ElementTree.fromstring(render(of, **choices).data)


def cards(of=None, **choices):
    return [part for part in drawn(of, **choices).iter() if part.get("role") == "listitem"]


def texts(part):
    return [text.text for text in part.findall(f"{NAME}text")]


def grounds(of=None):
    """Where the portraits stand, as (left, top), in the order of the cast."""
    found = [card.find(f"{NAME}g/{NAME}rect") for card in cards(of)]
    return [(float(ground.get("x")), float(ground.get("y"))) for ground in found]


def in_arabic():
    return project().with_items(course=project().course.evolve(language="ar"))


def crowd(count):
    people = tuple(kofi().evolve(id=f"per-{number}") for number in range(count))
    return project().with_items(personas=people)


def test_everybody_is_on_it_with_their_words_below():
    assert [texts(card)[0] for card in cards()] == [persona.name for persona in project().cast]
    said = texts(cards()[0])
    assert said[1:3] == ["he / him", "Lead pharmacist, surgical wards"]
    assert " ".join(said[3:-1]) == kofi().brief
    assert said[-1] == "Explains, decides, errs"


def test_it_says_what_it_is_and_each_portrait_what_it_shows():
    svg = drawn()
    assert svg.find(f"{NAME}title").text == "Cast wall: Your first thirty days"
    assert svg.find(f"{NAME}desc").text == "4 people"
    for card, made in zip(
        cards(), wall_outline(project(), ExportOptions()).wall.cards, strict=True
    ):
        portrait = card.find(f"{NAME}g")
        assert portrait.get("role") == "img"
        assert portrait.find(f"{NAME}title").text == made.figure.alt


def test_portraits_are_drawn_as_lines_and_each_has_a_frame_of_its_own():
    svg = drawn()
    frames = [frame.get("id") for frame in svg.iter(f"{NAME}clipPath")]
    assert len(set(frames)) == len(frames) == 4
    assert list(svg.iter(f"{NAME}image")) == []
    assert len(list(cards()[0].iter(f"{NAME}path"))) > 5


@pytest.mark.parametrize(("people", "across"), [(1, 1), (2, 2), (4, 2), (5, 3), (9, 3), (30, 6)])
def test_a_large_cast_stands_in_more_columns(people, across):
    assert len({left for left, _top in grounds(crowd(people))}) == across


def test_nobody_stands_over_anybody_else():
    places = grounds(crowd(11))
    assert len(set(places)) == 11
    assert places == sorted(places, key=lambda place: (place[1], place[0]))


def test_from_right_to_left_it_begins_on_the_right_and_faces_look_there():
    (first, _top), (second, _same) = grounds(in_arabic())[:2]
    assert first > second
    flipped = cards(in_arabic())[0].find(f"{NAME}g/{NAME}g/{NAME}g").get("transform")
    assert "scale(-" in flipped
    assert "scale(-" not in cards()[0].find(f"{NAME}g/{NAME}g/{NAME}g").get("transform")


def test_initials_are_never_mirrored():
    shown = in_arabic().with_items(personas=(kofi().evolve(portrait=None),))
    assert b"scale(-" not in render(shown).data


def test_each_text_runs_in_its_own_direction_from_the_side_of_the_page():
    name = cards()[1].find(f"{NAME}text")
    assert (name.get("direction"), name.get("text-anchor")) == ("rtl", "end")
    name = cards(in_arabic())[1].find(f"{NAME}text")
    assert (name.get("direction"), name.get("text-anchor")) == ("rtl", "start")
    part = cards(in_arabic())[1].findall(f"{NAME}text")[-1]
    assert (part.get("direction"), part.get("text-anchor")) == ("ltr", "end")
    assert part.get("lang") == "en"


def test_whatever_people_are_called_nothing_in_it_is_run_or_fetched():
    svg = drawn(cast_of(EVERYTHING, each=1))
    assert {part.tag.removeprefix(NAME) for part in svg.iter()} <= {
        *("svg", "title", "desc", "rect", "path", "circle", "defs", "clipPath", "g", "text")
    }
    assert not any(key.startswith("on") for part in svg.iter() for key in part.attrib)
    text = render().data.decode()
    assert re.findall(r'(?:href|src)="', text) == []
    assert set(re.findall(r"url\((.)", text)) == {"#"}


def test_of_an_imported_picture_only_the_chosen_square_leaves():
    whole = Image.new("RGB", (100, 100), "red")
    whole.paste("blue", (25, 25, 75, 75))
    written = io.BytesIO()
    whole.save(written, "PNG")
    media = Media(id="a" * 64, mime="image/png", width=100, height=100, data=written.getvalue())
    shown = PicturePortrait(media=media.id, left=0.25, top=0.25, size=0.5)
    of = project().with_items(personas=(kofi().evolve(portrait=shown),), media=(media,))
    (image,) = drawn(of).iter(f"{NAME}image")
    kind, _comma, code = image.get("href").partition(",")
    assert kind == "data:image/png;base64"
    inside = Image.open(io.BytesIO(base64.b64decode(code)))
    assert {colour for _count, colour in inside.getcolors()} == {(0, 0, 255, 255)}


def test_only_the_chosen_people_are_on_it_and_nothing_private():
    assert [texts(card)[0] for card in cards(personas=(KOFI,))] == ["Kofi Mensah"]
    assert SECRET.encode() not in render().data


@pytest.mark.parametrize("name", ["می\u200cخواهم", "Jun 👩\u200d🔬"])
def test_what_joins_or_parts_letters_is_kept(name):
    shown = project().with_items(personas=(kofi().evolve(name=name),))
    assert texts(cards(shown)[0])[0] == name


def test_letters_no_font_has_are_told():
    missing = render(project().with_items(personas=(kofi().evolve(name="Jun \U0001390a"),))).missing
    assert [letters.letters for letters in missing] == ["\U0001390a"]


def test_the_same_cast_gives_the_same_bytes():
    assert render().data == render().data


def test_it_is_asked_for_on_the_command_line(tmp_path):
    file, out = tmp_path / "course.personamap", tmp_path / "wall.svg"
    save_project(project(), file)
    app = Typer()
    app.command()(export)
    result = CliRunner().invoke(
        app, [str(file), "--what", "wall", "--to", "svg", "--out", str(out)]
    )
    assert result.exit_code == 0, result.output
    assert ElementTree.parse(out).getroot().tag == f"{NAME}svg"
