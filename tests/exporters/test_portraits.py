"""Single portraits, for whoever puts them on a slide of their own."""

import io
from xml.parsers import expat

import pytest
from PIL import Image
from typer import Typer
from typer.testing import CliRunner

from personamap.cli.export import export
from personamap.domain.portrait import Media, PicturePortrait
from personamap.errors import ExportRefused
from personamap.exporters.formats import find_exporter
from personamap.exporters.options import ExportOptions
from personamap.exporters.portrait_outline import portrait_outline
from personamap.services.exports import export_project
from personamap.services.projects import save_project
from tests.exporters.cast import SECRET, kofi, project

NAMES = ["Kofi Mensah", "سلمى الخطيب", "Viktor Lindqvist", "Jun"]


def silent(_done, _total):
    pass


def portrait(kind, person, media=(), **choices):
    of = project().with_items(personas=(person,), media=media)
    outline = portrait_outline(of, ExportOptions(what="portraits", **choices))
    return find_exporter(kind).render(outline, silent).data


def picture(person, **choices):
    return Image.open(io.BytesIO(portrait("png", person, **choices)))


def photographed():
    """A picture whose chosen square is blue, and red around it."""
    whole = Image.new("RGB", (100, 100), "red")
    whole.paste("blue", (25, 25, 75, 75))
    written = io.BytesIO()
    whole.save(written, "PNG")
    media = Media(id="a" * 64, mime="image/png", width=100, height=100, data=written.getvalue())
    shown = PicturePortrait(media=media.id, left=0.25, top=0.25, size=0.5)
    return kofi().evolve(portrait=shown), (media,)


def tags(svg):
    found = []
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda tag, attributes: found.append((tag, attributes))
    parser.Parse(svg, True)
    return found


@pytest.mark.parametrize("kind", ["svg", "png"])
def test_each_person_gets_a_file(tmp_path, kind):
    options = ExportOptions(what="portraits")
    exported = export_project(project(), tmp_path / "faces", kind, options, silent)
    assert [path.name for path in exported.paths] == [f"{name}.{kind}" for name in NAMES]
    assert exported.held_back == 0
    assert all(SECRET.encode() not in path.read_bytes() for path in exported.paths)


def test_a_picture_is_a_square_on_no_ground():
    drawn = picture(kofi())
    assert drawn.size == (1024, 1024)
    assert drawn.getpixel((0, 0)) == (0, 0, 0, 0)
    assert drawn.getpixel((512, 1000))[3] == 255


def test_a_picture_is_as_large_as_asked_for():
    assert picture(kofi(), pixels=96).size == (96, 96)


def test_initials_keep_their_disc_on_no_ground():
    drawn = picture(kofi().evolve(portrait=None))
    assert drawn.getpixel((0, 0))[3] == 0
    assert drawn.getpixel((512, 40))[3] == 255
    assert b"<circle" in portrait("svg", kofi().evolve(portrait=None))


def test_of_an_imported_picture_only_the_chosen_square_leaves():
    person, media = photographed()
    assert picture(person, media=media).getcolors() == [(1024 * 1024, (0, 0, 255, 255))]
    svg = portrait("svg", person, media)
    assert [attributes["href"][:22] for tag, attributes in tags(svg) if tag == "image"] == [
        "data:image/png;base64,"
    ]


def test_a_drawing_says_whom_it_shows_and_needs_nothing_else():
    person = kofi().evolve(name='Ana "<b>" & Co')
    svg = portrait("svg", person)
    names = {tag for tag, _attributes in tags(svg)}
    assert (
        {"title", "desc"}
        <= names
        <= {*("svg", "title", "desc", "defs", "clipPath", "rect", "g", "path")}
    )
    assert "Ana &quot;&lt;b&gt;&quot; &amp; Co" in svg.decode()


@pytest.mark.parametrize("kind", ["svg", "png"])
def test_the_same_person_gives_the_same_bytes(kind):
    assert portrait(kind, kofi()) == portrait(kind, kofi())


def test_sheets_are_no_portraits(tmp_path):
    with pytest.raises(ExportRefused):
        export_project(project(), tmp_path / "x", "svg", ExportOptions(), silent)
    portraits = ExportOptions(what="portraits")
    with pytest.raises(ExportRefused):
        export_project(project(), tmp_path / "x", "pdf", portraits, silent)


def test_portraits_are_asked_for_on_the_command_line(tmp_path):
    file, out = tmp_path / "course.personamap", tmp_path / "faces"
    save_project(project(), file)
    app = Typer()
    app.command()(export)
    choices = ("--what", "portraits", "--to", "png", "--out", str(out), "--pixels", "64")
    result = CliRunner().invoke(app, [str(file), *choices])
    assert result.exit_code == 0, result.output
    assert sorted(p.stem for p in out.iterdir()) == sorted(NAMES)
    with Image.open(out / "Jun.png") as drawn:
        assert drawn.size == (64, 64)
