"""What is whole in a damaged file comes back, what is not is told, and nothing is made up."""

import hashlib
import json
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from personamap.domain.persona import Persona
from personamap.domain.portrait import Media, PicturePortrait
from personamap.domain.project import Project
from personamap.domain.review import HandOff
from personamap.domain.scene import Scene
from personamap.errors import FileTooNew, PersonamapError
from personamap.storage.archive import pack, unpack
from personamap.storage.codec import decode, encode
from personamap.storage.salvage import salvage
from personamap.storage.salvaging.item import first_facts
from personamap.storage.salvaging.mending import mended
from personamap.storage.salvaging.text import read_text
from tests.storage.any_project import any_project
from tests.storage.test_codec import DIGEST, MEDIA, PICTURE, SHOWN, signed

NOT_PROVEN = "Something in the file was changed"


def text_of(project):
    return unpack(encode(project), "a file")["project.json"]


def salvaged(data):
    return salvage(data, "a file")


def from_text(text):
    return salvaged(pack({"project.json": text}))


@settings(max_examples=12, deadline=None)
@given(any_project())
def test_of_a_whole_file_nothing_is_lost(project):
    expected = decode(encode(project), "a file").project
    found = salvaged(encode(project))
    if found is not None and len({p.id for p in expected.personas}) == len(expected.personas):
        assert found.is_proven
        assert found.lost == ()


def test_a_file_without_its_end_loses_nothing_at_all(project):
    data = encode(project.with_items(personas=(*project.personas, SHOWN), media=(MEDIA,)))
    end = data.index(b"PK\x01\x02")
    found = salvaged(data[:end])
    assert found.project == decode(data, "a file").project
    assert found.lost == ()


def test_a_file_cut_among_the_people_keeps_those_that_stand_before(project):
    text = text_of(project)
    cut = text.index(b'"name": "Idris"')
    found = from_text(text[:cut])
    assert [persona.name for persona in found.project.personas] == ["Mara", ""]
    assert found.project.personas[0] == project.personas[0]
    assert found.project.facets == project.facets
    assert "There may have been more of these: people, places on the map" in found.lost[-2]


def test_where_lines_were_changed_only_what_they_spoil_is_left_out(project):
    text = text_of(project).replace(b'"name": "Idris"', b'"name": "Idr')
    found = from_text(text)
    assert [persona.name for persona in found.project.personas] == ["Mara", "", "Lene"]
    assert found.project.scenes == project.scenes
    assert found.lost[-1].startswith(NOT_PROVEN)


def test_marks_of_a_merge_spoil_one_person_and_nobody_else(project):
    text = text_of(project).replace(
        b'        "name": "Idris"',
        b'<<<<<<< mine\n        "name": "Idris"\n=======\n        "name": "Ida"\n>>>>>>> theirs',
    )
    found = from_text(text)
    assert len(found.project.personas) == 3
    assert [found.project.personas[0], found.project.personas[2]] == [
        project.personas[0],
        project.personas[2],
    ]


def test_two_people_whose_border_is_gone_are_not_made_one(project):
    text = text_of(project)
    mara, idris = text.index(b'"name": "Mara"'), text.index(b'"name": "Idris"')
    found = from_text(text[:mara] + text[idris:])
    names = [persona.name for persona in found.project.personas]
    assert names == ["Idris", "Lene"] or "Idris" not in names


def test_items_that_no_project_may_hold_are_left_out_and_counted(project):
    text = text_of(project).replace(b'"id": "per-idris"', b'"id": "PER IDRIS!"')
    found = from_text(signed(text))
    assert [persona.name for persona in found.project.personas] == ["Mara", "Lene"]
    assert found.is_proven
    assert found.lost == ("Could not be read: 1 person.",)


def test_of_an_item_only_what_is_unfit_is_left_out(project):
    text = text_of(project).replace(b'"state": "stated"', b'"state": "maybe"', 1)
    found = from_text(signed(text))
    mara = found.project.personas[0]
    assert [answer.facet for answer in mara.answers] == ["age_band", "disability"]
    assert found.lost == ("Not everything could be read about: Mara.",)


def test_a_part_that_stands_twice_is_read_twice(project):
    text = text_of(project)
    start = text.index(b'    "personas": [')
    end = text.index(b"\n    ],\n", start) + len(b"\n    ],\n")
    found = from_text(text[:end] + text[start:end] + text[end:])
    assert [persona.name for persona in found.project.personas] == ["Mara", "Idris", "Lene"] * 2
    assert len({persona.id for persona in found.project.personas}) == 6


def test_a_second_answer_on_one_facet_does_not_cost_the_person():
    answer = {"facet": "age_band", "own_words": "x"}
    found = mended({"personas": [{"id": "per-a", "answers": [answer, dict(answer), answer]}]})
    assert [len(persona.answers) for persona in found.project.personas] == [1]


def test_a_picture_that_is_not_whole_goes_and_nothing_points_at_it():
    data = encode(Project(personas=(SHOWN,), media=(MEDIA,)))
    found = salvaged(data.replace(PICTURE, b"X" + PICTURE[1:]))
    assert found.project.personas[0].portrait is None
    assert found.project.media == ()
    assert found.lost == ("Could not be read: 1 picture.",)


def test_a_picture_is_found_by_its_bytes_whatever_became_of_its_name():
    data = encode(Project(personas=(SHOWN,), media=(MEDIA,)))
    found = salvaged(data.replace(b"media/", b"MEDIA/"))
    assert found.project == Project(personas=(SHOWN,), media=(MEDIA,))


def test_a_picture_that_is_shown_comes_back_although_the_list_of_pictures_is_gone():
    photo = b"\x89PNG\r\n\x1a\n a picture"
    digest = hashlib.sha256(photo).hexdigest()
    shown = Persona(id="per-a", portrait=PicturePortrait(media=digest))
    data = encode(
        Project(personas=(shown,), media=(Media(id=digest, mime="image/png", data=photo),))
    )
    parts = unpack(data, "a file")
    parts["project.json"] = parts["project.json"].replace(b'    "media": [', b'    "media!": [')
    found = salvaged(pack(parts))
    assert found.project.personas[0].portrait == shown.portrait
    assert [media.data for media in found.project.media] == [photo]


def test_an_earlier_issue_whose_snapshot_is_gone_stays_as_an_issue():
    issue = HandOff(id="han-1", number=1, snapshot=DIGEST)
    kept = Media(id=DIGEST, mime="application/json", data=PICTURE)
    data = encode(Project(hand_offs=(issue,), media=(kept,), scenes=(Scene(id="scn-a"),)))
    found = salvaged(data.replace(PICTURE, bytes(len(PICTURE))))
    assert [one.snapshot for one in found.project.hand_offs] == [None]


def test_two_items_with_one_id_both_come_back_under_ids_of_their_own():
    twice = Project(personas=(Persona(id="per-a", name="A"), Persona(id="per-a", name="B")))
    found = salvaged(encode(twice)[:-5])
    assert [(p.id, p.name) for p in found.project.personas] == [("per-a", "A"), ("per-a-2", "B")]


def test_json_that_another_program_laid_out_anew_is_read_as_well(project):
    text = json.dumps(json.loads(text_of(project)))
    assert salvaged(text.encode()).project == project
    assert salvaged(b"\xef\xbb\xbf" + text.encode()).project == project


def test_a_file_of_a_newer_version_is_not_read_as_if_it_were_of_this_one(project):
    text = text_of(project).replace(b'"format": 1', b'"format": 99')
    with pytest.raises(FileTooNew):
        from_text(text)


@pytest.mark.parametrize(
    "data", [b"", bytes(5000), b"{", b"[]", b"%PDF-1.7", b"PK\x03\x04" * 3000, b'{"project": 3}']
)
def test_where_there_is_nothing_of_a_project_there_is_nothing_to_save(data):
    assert salvaged(data) is None


def test_a_part_that_unpacks_without_end_is_read_no_further_than_any_project_goes(project):
    packed = bytearray(pack({"project.json": text_of(project)}))
    bomb = pack({"media/" + "0" * 64: b"{" + bytes(60_000_000)})
    assert salvaged(bytes(packed) + bomb).project == project


@settings(max_examples=150, deadline=None)
@given(data=st.binary(max_size=200), text=st.binary(max_size=300))
def test_no_bytes_at_all_make_it_fall_over(data, text):
    salvaged(data)
    salvaged(b"PK\x03\x04" + data)
    read_text(b'{\n  "checksum": "\n  "project": {\n    "personas": [\n      {\n' + text)
    first_facts(text.split(b"\n"))


def test_however_a_file_is_damaged_it_opens_equal_or_is_refused_and_salvage_makes_nobody_up(
    project,
):
    data = encode(project.with_items(personas=(*project.personas, SHOWN), media=(MEDIA,)))
    whole = decode(data, "a file").project
    chance = random.Random(20261126)
    for _round in range(300):
        spoilt = damaged(data, chance)
        try:
            assert decode(spoilt, "a file").project == whole
        except PersonamapError:
            found = salvaged(spoilt)
            assert found is None or not found.is_proven or salvage_is_part_of(found, whole)


def damaged(data, chance):
    spoilt = bytearray(data)
    if chance.random() < 0.5:
        del spoilt[chance.randrange(len(spoilt)) :]
    for _flip in range(chance.choice([0, 1, 1, 4])):
        if spoilt:
            spoilt[chance.randrange(len(spoilt))] ^= 1 << chance.randrange(8)
    return bytes(spoilt)


def salvage_is_part_of(found, whole):
    return {p.id for p in found.project.personas} <= {p.id for p in whole.personas}


def test_what_is_proven_equals_what_was_saved(project):
    data = encode(project)
    assert salvaged(data[: data.index(b"PK\x01\x02")]).project == project
