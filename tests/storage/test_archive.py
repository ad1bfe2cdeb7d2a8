"""Zips that want to do harm cost nothing but a sentence."""

import io
import struct
import zipfile

import pytest

from personamap.errors import DamagedProject, NotAProject
from personamap.storage.archive import LARGEST_FILE, pack, unpack

ZEROS = "0" * 64


def zipped(*parts, method=zipfile.ZIP_DEFLATED):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in parts:
            archive.writestr(zipfile.ZipInfo(name), content, compress_type=method)
    return stream.getvalue()


def refused(data, reason, error=DamagedProject):
    with pytest.raises(error, match=reason):
        unpack(data, "a file")


def test_parts_come_back_in_their_order():
    parts = {"project.json": b"{}", f"media/{ZEROS}": b"\0\1"}
    assert list(unpack(pack(parts), "a file").items()) == list(parts.items())


@pytest.mark.parametrize("content", [b"", b"\0" * 5_000, b"hello", b"%PDF-1.7", b"PK\x03\x04"])
def test_what_is_no_project_is_called_so(content):
    refused(content, "is not a personamap project", NotAProject)


def test_another_kind_of_zip_is_no_project():
    refused(zipped(("word/document.xml", "<w/>")), "another kind of content", NotAProject)


def test_a_file_beyond_all_limits_is_not_even_looked_at():
    refused(b"PK" + bytes(LARGEST_FILE), "larger than any project", NotAProject)


@pytest.mark.parametrize(
    "name",
    ["../evil", "/etc/passwd", "media/../x", "C:\\x", "media/abc", "a.txt", "media/" + "A" * 64],
)
def test_a_part_anywhere_else_is_refused(name):
    refused(zipped(("project.json", "{}"), (name, "x")), "belongs to no project")


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_of_one_name_are_refused():
    refused(zipped(("project.json", "{}"), ("project.json", "{}")), "same name")


def test_a_bomb_is_seen_before_it_is_unpacked():
    refused(zipped(("project.json", b"\0" * 40_000_000)), "unpacks to far more")
    refused(zipped(("project.json", b"\0" * 60_000_000)), "larger than 50 MB")


def test_many_large_parts_are_refused_together():
    names = ["project.json", *(f"media/{n:064x}" for n in range(5))]
    stored = zipped(*((n, bytes(45_000_000)) for n in names), method=zipfile.ZIP_DEFLATED)
    refused(stored, "larger than 200 MB together")


def test_more_parts_than_any_project_has_are_refused():
    names = [f"media/{n:064x}" for n in range(2_001)]
    refused(zipped(("project.json", "{}"), *((n, "") for n in names)), "more parts")


def test_a_part_that_lies_about_its_size_is_refused():
    data = bytearray(zipped(("project.json", b"x" * 5_000)))
    at = data.rindex(b"PK\x01\x02") + 24
    data[at : at + 4] = struct.pack("<L", 10)
    refused(bytes(data), "cannot be unpacked")


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_ways_of_packing_are_refused(method):
    refused(zipped(("project.json", "{}"), method=method), "packed in another way")


def test_something_added_at_the_end_is_noticed():
    refused(zipped(("project.json", "{}")) + b"more", "its end is missing or something was added")
