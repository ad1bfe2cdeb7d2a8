"""Which of the files beside a project are worth comparing with it."""

import pytest

from personamap.domain.persona import Persona
from personamap.domain.project import Project
from personamap.edits.personas import add_persona, set_persona_field
from personamap.services.backups import keep_project
from personamap.services.common_base import Version
from personamap.services.conflict_copies import copies_with_news
from personamap.services.projects import save_project
from personamap.storage.conflict_copies import conflict_copies
from tests.conftest import MARA

CERTAIN, UNCERTAIN = "harbour (conflicted copy 2026-11-20)", "harbour (1)"


@pytest.fixture
def beside(tmp_path):
    """Put a project, or bytes that are none, beside the one that is open."""

    def put(name, content):
        path = tmp_path / f"{name}.personamap"
        if isinstance(content, bytes):
            path.write_bytes(content)
        else:
            save_project(content, path)
        return path

    return put


@pytest.fixture
def found(tmp_path):
    def names(project):
        path = tmp_path / "harbour.personamap"
        there = conflict_copies(path)
        told = copies_with_news(Version(project, path), there, lambda _done, _total: None)
        return [each.stem for each in told]

    return names


@pytest.fixture
def theirs(project):
    return set_persona_field(project, MARA, "brief", "Keeps the ward calm.")


@pytest.mark.parametrize("name", [CERTAIN, UNCERTAIN, "harbour-DESKTOP-AB12CD3"])
def test_another_version_of_the_same_document_is_told(project, theirs, beside, found, name):
    beside(name, theirs)
    assert found(project) == [name]


def test_one_that_holds_the_same_is_not_told(project, beside, found):
    beside(CERTAIN, project)
    assert found(project) == []


def test_another_document_is_told_only_where_the_name_leaves_no_doubt(project, beside, found):
    other = add_persona(Project(), Persona(id="per-other", name="Noor"))
    beside(CERTAIN, other)
    beside(UNCERTAIN, other)
    assert found(project) == [CERTAIN]


def test_one_that_does_not_open_is_told_only_where_the_name_leaves_no_doubt(project, beside, found):
    beside(CERTAIN, b"torn")
    beside(UNCERTAIN, b"torn")
    assert found(project) == [CERTAIN]


def test_one_that_was_brought_in_is_not_told_again(project, theirs, beside, found, tmp_path):
    file = tmp_path / "harbour.personamap"
    mine = set_persona_field(project, MARA, "flaw", "Talks over others.")
    assert keep_project(project, file, "first-save") == ""
    assert keep_project(mine, file, "import") == ""
    beside(CERTAIN, theirs)
    assert found(mine) == [CERTAIN]
    assert found(set_persona_field(theirs, MARA, "flaw", "Talks over others.")) == []


def test_nothing_is_written_to_any_of_them(project, theirs, beside, found):
    path = beside(CERTAIN, theirs)
    before = path.read_bytes(), path.stat().st_mtime_ns
    found(project)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
