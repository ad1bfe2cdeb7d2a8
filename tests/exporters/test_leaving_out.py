"""Whom the author set aside is in no document for others, and nothing there points to them."""

import hashlib

import pytest

from personamap.domain.experience import Relationship
from personamap.domain.portrait import Media, PicturePortrait
from personamap.domain.project import Pin
from personamap.domain.review import Comment, Decision, HandOff, SignOff
from personamap.domain.scene import Appearance
from personamap.exporters.earlier_issues import EarlierIssues
from personamap.exporters.formats import find_exporter
from personamap.exporters.options import ExportOptions
from personamap.exporters.private import visible_project
from personamap.exporters.states import states_of
from personamap.services.exports import make_outline
from personamap.services.issues import Recipient, next_issue
from tests.exporters.cast import JUN, KOFI, kofi, project
from tests.exporters.documents import DOCUMENTS
from tests.exporters.test_private import everything

GONE = "per-goneaway"
DATA = b"no picture at all"
PICTURE = Media(id=hashlib.sha256(DATA).hexdigest(), mime="image/png", data=DATA)


def set_aside():
    """A cast in which everything speaks of somebody who was set aside."""
    of = project()
    portrait = PicturePortrait(media=PICTURE.id)
    gone = kofi().evolve(id=GONE, name="Goneaway", archived=True, portrait=portrait)
    scene = of.scenes[0]
    there = (*scene.appearances, Appearance(persona=GONE, functions=("leads",)))
    scene = scene.evolve(appearances=there, risk_takers=(*scene.risk_takers, GONE))
    return of.with_items(
        personas=(*of.personas, gone),
        relationships=(
            *of.relationships,
            Relationship(id="rel-gone", source=GONE, target=KOFI, label="Goneaway’s boss"),
        ),
        scenes=(scene, *of.scenes[1:]),
        comments=(Comment(id="cmt-1", subject=f"{GONE}/hearing", text="Goneaway?"),),
        decisions=(
            *of.decisions,
            Decision(id="dec-1", finding=f"only-link:{GONE}:hearing.hard", reason="Goneaway"),
        ),
        sign_offs=(*of.sign_offs, SignOff(id="sgn-9", subject=GONE, name="Ada")),
        hand_offs=(HandOff(id="hnd-9", number=9, date="2026-10-09", personas=(KOFI, GONE)),),
        pins=(Pin(node=GONE, x=0, y=0),),
        media=(PICTURE,),
    )


def made(kind, what, **choices):
    exporter = find_exporter(kind)
    outline = make_outline(set_aside(), exporter, ExportOptions(what=what, **choices))
    return exporter.render(outline, lambda _done, _total: None).data


def speaks_of_them(kind, data):
    sought = [word.encode(code) for word in ("oneaway", PICTURE.id) for code in ("utf-8", "utf-16")]
    return any(word in part for part in everything(kind, data) for word in sought)


@pytest.mark.parametrize(
    ("exporter", "what"), DOCUMENTS, ids=lambda part: getattr(part, "id", part)
)
def test_no_document_for_others_speaks_of_whom_was_set_aside(exporter, what):
    assert not speaks_of_them(exporter.id, made(exporter.id, what))


def test_the_data_for_the_team_is_whole():
    assert visible_project(set_aside(), ExportOptions(reader="team")) == set_aside()
    assert speaks_of_them("json", made("json", "sheets", reader="team"))


def test_data_of_some_people_says_nothing_of_the_others_whoever_reads_it():
    assert not speaks_of_them("json", made("json", "sheets", reader="team", personas=(KOFI,)))
    assert JUN.encode() not in made("json", "sheets", reader="team", personas=(KOFI,))


def test_somebody_set_aside_can_be_printed_by_name():
    assert speaks_of_them("md", made("md", "sheets", personas=(GONE,)))


def test_an_issue_keeps_its_number_when_somebody_in_it_was_set_aside():
    (issue,) = visible_project(set_aside(), ExportOptions()).hand_offs
    assert (issue.number, issue.personas) == (9, (KOFI,))


def test_a_state_says_nothing_of_whom_was_set_aside():
    without = project().with_items(comments=())
    assert states_of(set_aside(), [KOFI, ""]) == states_of(without, [KOFI, ""])
    assert states_of(set_aside(), [GONE]) != ("",)


@pytest.mark.parametrize("reader", ["anyone", "team"])
def test_a_cast_as_it_was_handed_over_is_no_draft_whoever_was_set_aside_before(reader):
    options = ExportOptions(reader=reader)
    issue = next_issue(set_aside(), "pdf", options, Recipient("Studio", "2026-12-01"))
    assert not EarlierIssues(issue.recorded_in(set_aside()), options).is_draft
