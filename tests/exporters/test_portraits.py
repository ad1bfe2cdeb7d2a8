"""Single portraits, for whoever puts them on a slide of their own."""

import base64
import io
import re
import zipfile
from xml.parsers import expat

import pikepdf
import pytest
from PIL import Image
from typer import Typer
from typer.testing import CliRunner

from personamap.cli.export import export
from personamap.domain.portrait import Media, PicturePortrait, Pose
from personamap.errors import ExportRefused
from personamap.exporters.figure import Picture
from personamap.exporters.figures import Figures
from personamap.exporters.formats import find_exporter
from personamap.exporters.options import ExportOptions
from personamap.exporters.portrait_outline import portrait_outline
from personamap.exporters.squares import cut_out
from personamap.services.exports import export_project
from personamap.services.projects import save_project
from tests.exporters.cast import SECRET, kofi, project
from tests.exporters.documents import DOCUMENTS, made
from tests.exporters.pdf.reading import read
from tests.importers.test_pictures import png_header

NAMES = ["Kofi Mensah", "سلمى الخطيب", "Viktor Lindqvist", "Jun"]


def silent(_done, _total):
    pass


def portrait(kind, person, media=(), **choices):
    of = project().with_items(personas=(person,), media=media)
    outline = portrait_outline(of, ExportOptions(what="portraits", **choices))
    return find_exporter(kind).render(outline, silent).data


def picture(person, **choices):
    return Image.open(io.BytesIO(portrait("png", person, **choices)))


def photographed(kind="PNG"):
    """A picture whose chosen square is blue, and red around it."""
    whole = Image.new("RGB", (100, 100), "red")
    whole.paste("blue", (25, 25, 75, 75))
    written = io.BytesIO()
    whole.save(written, kind)
    media = Media(
        id="a" * 64, mime=f"image/{kind.lower()}", width=100, height=100, data=written.getvalue()
    )
    shown = PicturePortrait(media=media.id, left=0.25, top=0.25, size=0.5)
    return kofi().evolve(portrait=shown), (media,)


def pictures(kind, data):
    """Every picture of pixels inside a document."""
    match kind:
        case "svg" | "html":
            written = re.findall(rb"data:image/[a-z]+;base64,([A-Za-z0-9+/=]+)", data)
            yield from (Image.open(io.BytesIO(base64.b64decode(one))) for one in written)
        case "png":
            yield Image.open(io.BytesIO(data))
        case "pdf":
            yield from pictures_of_pdf(data)
        case "docx" | "pptx":
            parts = zipfile.ZipFile(io.BytesIO(data))
            names = [name for name in parts.namelist() if "/media/" in name]
            yield from (Image.open(io.BytesIO(parts.read(name))) for name in names)


def pictures_of_pdf(data):
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for found in pdf.objects:
            if isinstance(found, pikepdf.Stream) and found.get("/Subtype") == "/Image":
                yield pikepdf.PdfImage(found).as_pil_image()


def reds(image):
    """How many pixels are as red as what lies around the square of `photographed`."""
    return sum(
        count
        for count, (red, green, blue, seen) in image.convert("RGBA").getcolors(16_000_000)
        if red > 200 and green < 60 and blue < 60 and seen
    )


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


@pytest.mark.parametrize(
    ("exporter", "what"),
    [(exporter, what) for exporter, what in DOCUMENTS if exporter.needs == "pages"],
    ids=lambda part: getattr(part, "id", part),
)
def test_what_lies_around_the_chosen_square_goes_into_no_document(exporter, what):
    person, media = photographed()
    of = project().with_items(personas=(person,), media=media)
    found = list(pictures(exporter.id, made(exporter, what, of).data))
    assert found or exporter.id == "md" or what in ("changes", "report")
    assert [reds(image) for image in found] == [0] * len(found)


def test_a_photograph_stays_one_when_it_is_cut():
    person, media = photographed("JPEG")
    of = project().with_items(personas=(person,), media=media)
    (shown,) = pictures("svg", made(find_exporter("svg"), "map", of).data)
    assert (shown.format, shown.size) == ("JPEG", (50, 50))


def test_a_square_that_reaches_below_its_picture_keeps_its_scale():
    written = io.BytesIO()
    Image.new("RGB", (100, 60), "blue").save(written, "PNG")
    cut = cut_out(Picture(written.getvalue(), 0.5, 0.2, 0.5))
    assert Image.open(io.BytesIO(cut.data)).size == (50, 40)
    assert (cut.left, cut.top, cut.size) == (0.0, 0.0, 1.0)


def test_a_damaged_picture_leaves_its_persona_with_initials():
    person, (media,) = photographed()
    of = project().with_items(personas=(person,), media=(media.evolve(data=media.data[:60]),))
    assert Figures(of).of(person).picture is None
    assert b">KM<" in made(find_exporter("svg"), "map", of).data


def test_of_a_broad_picture_of_a_pose_the_middle_is_shown():
    written = io.BytesIO()
    Image.new("RGB", (200, 100), "blue").save(written, "PNG")
    media = Media(id="b" * 64, mime="image/png", width=200, height=100, data=written.getvalue())
    of = project().with_items(media=(media,))
    posed = Figures(of).pose(of.personas[0], Pose(label="Waiting", media=media.id))
    assert Image.open(io.BytesIO(posed.picture.data)).size == (100, 100)


@pytest.mark.parametrize(
    "data",
    [
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n%%EndComments\nshowpage\n",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        png_header(6_000, 5_000),
        png_header(60_000, 60_000),
    ],
)
def test_what_another_program_put_in_the_place_of_a_picture_is_not_opened(data):
    assert cut_out(Picture(data, 0.0, 0.0, 1.0)) is None


CREDITED = [
    pytest.param(exporter, what, id=f"{what} {exporter.id}")
    for exporter, what in DOCUMENTS
    if exporter.id in ("pdf", "docx", "html", "md", "pptx", "svg")
    if what in ("sheets", "wall", "map", "bible", "portraits")
    if (exporter.id, what) != ("pdf", "portraits")
]


@pytest.mark.parametrize(("exporter", "what"), CREDITED)
def test_whose_a_picture_is_stands_beside_it(exporter, what):
    person, media = photographed()
    credited = person.evolve(portrait=person.portrait.evolve(credit="Ana Ruiz, CC BY 4.0"))
    of = project().with_items(personas=(credited,), media=media)
    assert "Picture: Ana Ruiz, CC BY 4.0" in said(exporter.id, made(exporter, what, of).data)


def said(kind, data):
    """All text of a document, in one line."""
    if kind == "pdf":
        return read(data).everything
    if kind in ("docx", "pptx"):
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = [package.read(n) for n in package.namelist() if n.endswith(".xml")]
        data = b"".join(parts)
    return re.sub(r"<[^>]*>", "", data.decode())
