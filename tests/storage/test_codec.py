"""What goes into the file of a project comes out again, and nothing else does."""

import contextlib
import hashlib
import io
import json
import random
import zipfile

import pytest
from hypothesis import given, settings

from personamap.domain.persona import Persona
from personamap.domain.portrait import IllustratedPortrait, Media, PicturePortrait
from personamap.domain.project import Course, Project
from personamap.errors import CannotStore, DamagedProject, FileTooNew, NotAProject, PersonamapError
from personamap.storage.archive import pack, unpack
from personamap.storage.codec import decode, encode, without_unused_media
from personamap.storage.envelope import Envelope
from personamap.storage.migrations import FORMAT
from tests.storage.any_project import any_project

PICTURE = b"\x89PNG a picture"
DIGEST = hashlib.sha256(PICTURE).hexdigest()
SHOWN = Persona(id="per-a", portrait=PicturePortrait(media=DIGEST))
MEDIA = Media(id=DIGEST, mime="image/png", data=PICTURE)


def text_of(data):
    return unpack(data, "a file")["project.json"]


def signed(text):
    """Put the right checksum into `text`, as somebody who knows how it is made could."""
    blank = text[:17] + b"0" * 64 + text[81:]
    return blank[:17] + hashlib.sha256(blank).hexdigest().encode() + blank[81:]


def rewritten(data, old, new):
    parts = unpack(data, "a file")
    return pack(parts | {"project.json": signed(parts["project.json"].replace(old, new))})


@settings(max_examples=80, deadline=None)
@given(any_project())
def test_every_project_comes_back_equal(project):
    assert decode(encode(project), "a file").project == without_unused_media(project)


def test_the_same_project_gives_the_same_bytes(project):
    assert encode(project) == encode(decode(encode(project), "a file").project)


def test_a_diff_shows_one_changed_answer_as_one_changed_line(project):
    mara = project.personas[0].evolve(name="Mara Okafor")
    renamed = project.with_items(personas=(mara, *project.personas[1:]))
    before, after = (set(text_of(encode(p)).splitlines()) for p in (project, renamed))
    assert len(after - before) == 2  # the name and the checksum


def test_the_json_is_sorted_indented_and_without_defaults(project):
    text = text_of(encode(project))
    raw = json.loads(text)
    again = json.dumps(raw, indent=2, sort_keys=True, ensure_ascii=False)
    assert text.decode() == again
    assert "archived" not in again


def test_the_first_part_is_the_project(project):
    with zipfile.ZipFile(io.BytesIO(encode(project))) as archive:
        assert archive.namelist()[0] == "project.json"


def test_the_kind_of_a_portrait_is_never_lost():
    project = Project(personas=(Persona(id="per-a", portrait=IllustratedPortrait()),))
    assert decode(encode(project), "a file").project == project


def test_a_picture_travels_beside_the_json():
    data = encode(Project(personas=(SHOWN,), media=(MEDIA,)))
    assert unpack(data, "a file")[f"media/{DIGEST}"] == PICTURE
    assert decode(data, "a file").project.media == (MEDIA,)


def test_a_picture_nobody_shows_is_left_out_of_the_file():
    project = Project(media=(MEDIA,))
    assert decode(encode(project), "a file").project.media == ()
    assert project.media == (MEDIA,)


def test_a_picture_that_is_not_what_its_name_says_cannot_be_saved():
    wrong = MEDIA.evolve(data=b"something else")
    with pytest.raises(CannotStore, match="not whole"):
        encode(Project(personas=(SHOWN,), media=(wrong,)))


def test_what_would_come_back_different_cannot_be_saved(project):
    class Newer(Persona):
        """What a version that forgot to store its new kind would put in a project."""

    odd = project.model_copy(update={"personas": (Newer(id="per-a"),)})
    with pytest.raises(CannotStore, match="would not come back the same"):
        encode(odd)


def test_a_picture_that_is_missing_or_changed_is_damage():
    parts = unpack(encode(Project(personas=(SHOWN,), media=(MEDIA,))), "a file")
    with pytest.raises(DamagedProject, match="is missing"):
        decode(pack({"project.json": parts["project.json"]}), "a file")
    with pytest.raises(DamagedProject, match="is not whole"):
        decode(pack(parts | {f"media/{DIGEST}": b"other"}), "a file")


def test_a_change_by_another_program_is_noticed(project):
    parts = unpack(encode(project), "a file")
    edited = parts["project.json"].replace(b"First week", b"Second wee")
    with pytest.raises(DamagedProject, match="checksum does not fit"):
        decode(pack({"project.json": edited}), "a file")


def test_a_newer_format_is_refused_and_says_who_wrote_it(project):
    newer = rewritten(encode(project), b'"format": 1', b'"format": 999')
    with pytest.raises(FileTooNew, match=r"format 999.*Update personamap"):
        decode(newer, "a file")


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        (b'"title": "First week"', b'"titel": "First week"', "course/titel"),
        (b'"id": "per-mara"', b'"id": "PER MARA"', "personas/0/id"),
        (b'"title": "First week"', b'"title": "a", "title": "b"', "“title” twice"),
        (b'"lines": 3', b'"lines": NaN', "not valid JSON at line"),
        (b'"lines": 3', b'"lines": 1e999', "not valid JSON at line"),
        (b'"lines": 3', b'"lines": ' + b"9" * 5000, "not valid JSON at line"),
        (b'"First week"', b'"First \\ud800 week"', "not valid JSON at line"),
        (b'"First week"', b'"First \xff week"', "not valid JSON"),
        (b'"First week"', b'"First \0 week"', "not valid JSON"),
        (b'"lines": 3', b'"lines": ' + b"[" * 100_000, "not valid JSON|nested too deep"),
        (b'"lines": 3', b'"lines": ' + b"[" * 999 + b"]" * 999, "nested too deep"),
    ],
)
def test_json_that_two_programs_could_read_differently_is_refused(project, old, new, reason):
    with pytest.raises(DamagedProject, match=reason):
        decode(rewritten(encode(project), old, new), "a file")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_another_encoding_is_named(project, encoding):
    text = text_of(encode(project)).decode().encode(encoding)
    with pytest.raises(DamagedProject, match="another encoding"):
        decode(pack({"project.json": text}), "a file")


@pytest.mark.parametrize("text", [b"", b"[]", b"{}", b"null", b'{"format": true, "project": {}}'])
def test_json_of_something_else_is_refused(text):
    with pytest.raises(PersonamapError):
        decode(pack({"project.json": text}), "a file")


def test_every_truncation_is_refused(project):
    data = encode(project)
    for length in range(len(data)):
        with pytest.raises((NotAProject, DamagedProject)):
            decode(data[:length], "a file")


def test_a_flipped_bit_is_refused_or_harmless(project):
    data, chance = encode(project), random.Random(7)
    for _ in range(3_000):
        flipped = bytearray(data)
        flipped[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        with contextlib.suppress(NotAProject, DamagedProject):
            assert decode(bytes(flipped), "a file").project == project


def test_a_project_too_large_to_open_again_is_not_saved():
    large = "x" * 99_999
    people = tuple(Persona(id=f"per-{n}", notes=f"{n}{large}"[:100_000]) for n in range(520))
    with pytest.raises(CannotStore, match=r"larger than 50 MB\. Delete people"):
        encode(Project(personas=people))


def test_a_project_with_too_many_pictures_is_told_what_to_take_out():
    picture = bytes(20_000_000)
    media = tuple(Media(id=f"{n:064x}", mime="image/png", data=picture) for n in range(11))
    people = tuple(
        Persona(id=f"per-{one.id[-2:]}", portrait=PicturePortrait(media=one.id)) for one in media
    )
    with pytest.raises(CannotStore, match=r"200 MB together\. Take out pictures"):
        encode(Project(personas=people, media=media))


def test_a_project_that_repeats_itself_opens_again():
    project = Project(
        personas=tuple(Persona(id=f"per-{n}", notes="again " * 16_000) for n in range(90))
    )
    assert decode(encode(project), "a file").project == project


def test_the_schema_knows_the_present_format():
    assert Envelope.model_fields["format"].annotation.__args__ == (FORMAT,)


def test_a_whole_file_fits_the_schema(project):
    Envelope.model_validate_json(text_of(encode(project)))


def test_a_title_nobody_could_store_is_no_crash():
    with pytest.raises(CannotStore):
        encode(Project().with_items(course=Course().model_copy(update={"title": "\ud800"})))
