from email.message import Message
from importlib.metadata import Distribution

import pytest
from typing_extensions import override

from personamap.services.licences import bundled_parts, licence_of, packages_from, parts_in_use


class Told(Distribution):
    """A package that tells what it is given."""

    def __init__(self, **fields):
        self.message = Message()
        for name, value in fields.items():
            self.message[name.replace("_", "-")] = value

    @override
    @property
    def metadata(self):
        return self.message

    @override
    def read_text(self, filename):
        return None

    @override
    def locate_file(self, path):
        return path


_CLASSIFIER = "License :: OSI Approved :: BSD License"


@pytest.mark.parametrize(
    ("fields", "licence"),
    [
        ({"License_Expression": "MIT", "License": "a", "Classifier": _CLASSIFIER}, "MIT"),
        ({"License": "PSFL", "Classifier": _CLASSIFIER}, "PSFL"),
        ({"License": "Redistribution and use " * 9, "Classifier": _CLASSIFIER}, "BSD License"),
        ({"License": "UNKNOWN", "Classifier": _CLASSIFIER}, "BSD License"),
        ({"Classifier": "Topic :: Education"}, ""),
    ],
)
def test_a_licence_is_told_by_expression_then_by_a_short_name_then_by_classifiers(fields, licence):
    assert licence_of(Told(**fields)) == licence


def test_packages_are_followed_to_what_they_need_and_no_further():
    names = {
        part.name for part in packages_from(["python-sat>=1", "Typing.Extensions; a", "no-it"])
    }
    assert names == {"python-sat", "six", "typing_extensions"}


def test_every_bundled_part_has_a_name_a_use_a_licence_and_its_text():
    parts = {part.name: part for part in bundled_parts()}
    assert set(parts) == {
        "Inter",
        "Atkinson Hyperlegible Next",
        "Noto",
        "Lucide",
        "Open Peeps",
    }
    assert all(part.note and part.licence and part.text() for part in parts.values())
    assert parts["Open Peeps"].licence == "CC0-1.0"


def test_everything_in_use_names_a_licence_once():
    parts = parts_in_use()
    names = [part.name for part in parts]
    assert names[0] == "personamap"
    assert len(set(names)) == len(names)
    assert all(part.licence for part in parts)
    assert {"pydantic_core", "shiboken6", "numpy"} <= set(names)
    assert not {"pytest", "mypy", "ruff"} & set(names)
