"""What the story does not tell stands in no document for others, wherever one may look in it."""

import io
import zipfile

import pikepdf
import pytest

from personamap.domain.persona import Answer, StatedValue
from personamap.domain.review import Comment
from personamap.exporters.formats import PDF, find_exporter
from personamap.exporters.options import ExportOptions
from personamap.services.exports import make_outline
from personamap.services.issues import Recipient, next_issue
from tests.exporters.cast import kofi, project
from tests.exporters.documents import DOCUMENTS
from tests.exporters.pdf.reading import read

WORDS = "Nobodyknows"
OFFICE = ("docx", "pptx", "xlsx")


def private(facet, state, value):
    return Answer(
        facet=facet,
        state=state,
        values=(StatedValue(value=value),),
        own_words=f"{WORDS} own words",
        shown=("heard",),
        shown_how=f"{WORDS} how",
    )


def secretive():
    """A cast with something private in every place, one of them in an issue made for the team."""
    of = project()
    told = tuple(a for a in kofi().answers if a.facet not in ("love", "belief"))
    answers = (
        *told,
        private("love", "undisclosed", "gay"),
        private("belief", "withheld", "none"),
    )
    one = kofi().evolve(answers=answers, notes=f"{WORDS} notes")
    gone = one.evolve(id="per-gone", name="Gone", archived=True)
    of = of.with_items(
        personas=(one, *of.personas[1:], gone),
        notes=f"{WORDS} about all",
        comments=(Comment(id="cmt-1", subject=one.id, text=f"{WORDS} comment"),),
    )
    to_team = ExportOptions(reader="team")
    issue = next_issue(of, "pdf", to_team, Recipient("Our team", "2026-12-01", f"{WORDS} note"))
    moved_on = one.evolve(age=42, answers=answers[:-1], notes=f"{WORDS} other notes")
    return issue.recorded_in(of).with_items(personas=(moved_on, *of.personas[1:]))


def made(exporter, what, reader):
    outline = make_outline(secretive(), exporter, ExportOptions(what=what, reader=reader))
    return exporter.render(outline, lambda _done, _total: None).data


def everything(kind, data):
    """Every byte of a file as it is, unpacked and as text that its own format encodes."""
    yield data
    if kind in OFFICE:
        archive = zipfile.ZipFile(io.BytesIO(data))
        for name in archive.namelist():
            yield name.encode()
            yield from everything(name.rpartition(".")[2], archive.read(name))
    if kind == "pdf":
        yield read(data).everything.encode()
        with pikepdf.open(io.BytesIO(data)) as pdf:
            for found in pdf.objects:
                yield found.read_bytes() if isinstance(found, pikepdf.Stream) else b""
                yield from map(str.encode, map(str, _strings(found)))


def _strings(found):
    if isinstance(found, pikepdf.String):
        yield found
    elif isinstance(found, pikepdf.Array | pikepdf.Dictionary):
        for part in found if isinstance(found, pikepdf.Array) else found.values():
            if not getattr(part, "is_indirect", False):
                yield from _strings(part)


def holds_private(kind, data):
    sought = [WORDS.encode(code) for code in ("utf-8", "utf-16-be", "utf-16-le")]
    return any(word in part for part in everything(kind, data) for word in sought)


@pytest.mark.parametrize("reader", ["anyone", "reviewers", "vendors"])
@pytest.mark.parametrize(
    ("exporter", "what"), DOCUMENTS, ids=lambda part: getattr(part, "id", part)
)
def test_no_document_for_others_holds_what_is_private(exporter, what, reader):
    assert not holds_private(exporter.id, made(exporter, what, reader))


@pytest.mark.parametrize("kind", ["pdf", "docx", "pptx", "html", "md", "xlsx", "csv", "json"])
def test_the_team_gets_it_in_its_sheets_so_that_it_would_be_found(kind):
    assert holds_private(kind, made(find_exporter(kind), "sheets", "team"))


def test_who_reads_a_bible_for_the_team_finds_it():
    assert holds_private("pdf", made(PDF, "bible", "team"))
