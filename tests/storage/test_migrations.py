"""Every file ever written opens."""

from pathlib import Path

import pytest

from personamap.domain.changes import COLLECTIONS
from personamap.storage.codec import decode
from personamap.storage.migrations import FORMAT, MIGRATIONS, migrate

FILES = Path(__file__).parents[1] / "files"


@pytest.mark.parametrize("number", range(1, FORMAT + 1))
def test_a_file_of_every_format_opens_with_all_that_is_in_it(number):
    path = FILES / f"format-{number}.personamap"
    decoded = decode(path.read_bytes(), path.name)
    assert decoded.written_in == number
    assert decoded.project.media[0].data
    assert decoded.project.personas[0].name == "Zoë नाम 名"
    assert all(getattr(decoded.project, part) for part in COLLECTIONS)


def test_every_older_format_has_a_way_to_the_next():
    assert sorted(MIGRATIONS) == list(range(1, FORMAT))


def test_the_present_format_needs_no_migration():
    raw = {"notes": "as it is"}
    assert migrate(raw, FORMAT) is raw
