"""Every file of JSON that somebody may hand over, through the door it comes in by."""

import pytest

from personamap.errors import PersonamapError
from personamap.importers.review import read_review
from personamap.services.audiences import load_audience_mapping
from personamap.services.imports import load_mapping
from personamap.services.projects import open_project, save_project
from personamap.storage.archive import pack, unpack
from personamap.storage.codec import encode
from tests.storage.json_corpus import ALL
from tests.storage.test_codec import rewritten, signed


def as_whole_project(text):
    return pack({"project.json": text})


def as_part_of_a_project(text, project):
    """Put a text where a project holds its course, under a checksum that fits."""
    whole = unpack(encode(project), "a file")["project.json"]
    start, course, rest = whole.partition(b'"course": ')
    assert course
    return pack({"project.json": signed(start + course + text + b"," + rest)})


def outcomes(read, path, contents):
    """Read every content; whatever is no word for people ends the test."""
    told = {}
    for name, content in contents.items():
        path.write_bytes(content)
        try:
            read(path)
        except PersonamapError as error:
            told[name] = str(error)
    return told


def test_no_text_opens_as_another_project(tmp_path):
    contents = {name: as_whole_project(text) for name, text in ALL.items()}
    told = outcomes(open_project, tmp_path / "cast.personamap", contents)
    assert told.keys() == ALL.keys()
    assert all("cast.personamap" in words and len(words) < 700 for words in told.values())


def test_a_project_with_any_text_inside_is_opened_or_refused(tmp_path, project):
    contents = {name: as_part_of_a_project(text, project) for name, text in ALL.items()}
    told = outcomes(open_project, tmp_path / "cast.personamap", contents)
    assert set(told) >= {name for name in ALL if name.startswith("n_")}


@pytest.mark.parametrize(
    ("read", "name"),
    [
        (read_review, "ada.personamap-review"),
        (load_mapping, "map.json"),
        (load_audience_mapping, "map.json"),
    ],
)
def test_reviews_and_mappings_are_read_or_refused_in_words(tmp_path, read, name):
    told = outcomes(read, tmp_path / name, ALL)
    readable = {key for key in ALL if key.startswith("n_encoding") or "byte_order_mark" in key}
    assert set(told) >= {key for key in ALL if key.startswith("n_")} - readable
    assert all(len(words) < 700 for words in told.values())


def test_a_column_named_twice_in_a_mapping_is_no_matter_of_luck(tmp_path):
    path = tmp_path / "map.json"
    path.write_text('{"Who": "name", "Who": "job.title"}')
    with pytest.raises(PersonamapError, match="twice"):
        load_mapping(path)


WRONG = [
    b"null",
    b"5",
    b'"x"',
    b"[]",
    b"{}",
    b"[null]",
    b'[{"id": []}]',
    b'{"personas": 7}',
    b"true",
]


@pytest.mark.parametrize("wrong", WRONG)
def test_a_project_whose_parts_have_other_shapes_is_refused_in_words(tmp_path, project, wrong):
    data = encode(project)
    for part in (b'"personas": [', b'"facets": [', b'"answers": [', b'"values": ['):
        changed = rewritten(data, part, b'"extra": ' + wrong + b", " + part)
        assert changed != data
        for content in (changed, rewritten(data, part, part + wrong + b", ")):
            path = tmp_path / "cast.personamap"
            path.write_bytes(content)
            try:
                opened = open_project(path)
            except PersonamapError:
                continue
            save_project(opened.project, path)
