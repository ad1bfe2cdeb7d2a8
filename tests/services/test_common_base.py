"""Which older copy two versions both come from."""

import pytest

from personamap.domain.persona import Persona
from personamap.edits.merging.merge import merge
from personamap.edits.personas import add_persona, set_persona_field
from personamap.services.backups import keep_project
from personamap.services.common_base import Version, find_base, kept_copies, version_of
from personamap.services.projects import open_project, save_project
from tests.conftest import IDRIS, LENE, MARA


def nobody_asks(_done, _total):
    pass


def brief(project, persona, words):
    return set_persona_field(project, persona, "brief", words)


@pytest.fixture
def file_of(tmp_path):
    """Save a project that had these older states, the oldest first."""

    def save(name, project, *older):
        path = tmp_path / f"{name}.personamap"
        for state in older:
            assert keep_project(state, path, "first-save") == ""
        save_project(project, path)
        return version_of(open_project(path))

    return save


@pytest.fixture
def steps(project):
    """A project after no, one, two and three steps."""
    one = brief(project, MARA, "Leads the night shift.")
    two = add_persona(one, Persona(id="per-noor", name="Noor"))
    return project, one, two, brief(two, IDRIS, "Knows every door.")


def found(mine, theirs):
    return find_base(mine, theirs, nobody_asks)


def test_nothing_is_proposed_where_no_copy_was_kept(file_of, steps, project):
    assert found(file_of("mine", steps[3]), file_of("theirs", brief(project, LENE, "New."))) is None
    assert found(Version(project), Version(steps[1])) is None


@pytest.mark.parametrize("at", range(3))
def test_the_newest_copy_is_found_that_the_other_went_on_from(file_of, steps, at):
    mine = file_of("mine", steps[3], *steps[:3])
    theirs = file_of("theirs", brief(steps[at], LENE, "Asks why."))
    base = found(mine, theirs)
    assert base.project == steps[at]
    assert "older copy" in base.words


def test_a_copy_that_both_files_have_is_what_both_come_from(file_of, steps, project):
    mine = file_of("mine", steps[3], project, steps[1])
    theirs = file_of("theirs", brief(project, LENE, "Asks why."), steps[1])
    assert found(mine, theirs).project == steps[1]


def test_theirs_may_be_an_older_copy_itself(file_of, steps):
    base = found(file_of("mine", steps[3], *steps[:2]), file_of("theirs", steps[1]))
    assert base.project == steps[1]
    assert merge(base.project, steps[3], steps[1]).points == ()


def test_theirs_may_go_on_from_mine_as_it_is(file_of, steps):
    mine = file_of("mine", steps[2], *steps[:2])
    base = found(mine, file_of("theirs", brief(steps[2], LENE, "Asks why.")))
    assert base.project is mine.project
    assert "Theirs has all of mine" in base.words


def test_copies_of_theirs_serve_as_well(file_of, steps):
    theirs = file_of("theirs", steps[3], *steps[:3])
    base = found(file_of("mine", brief(steps[1], LENE, "Asks why.")), theirs)
    assert base.project == steps[1]


def test_in_doubt_an_older_copy_is_taken_so_that_nothing_is_taken_back(file_of, steps):
    mine = file_of("mine", steps[3], steps[0], steps[2])
    theirs = brief(steps[1], LENE, "Asks why.")
    base = found(mine, file_of("theirs", theirs))
    assert base.project == steps[0]
    assert merge(base.project, steps[3], theirs).project.find_persona("per-noor")


def test_the_copies_of_both_are_offered_once_each(file_of, steps):
    mine = file_of("mine", steps[3], *steps[:3])
    theirs = file_of("theirs", steps[3], steps[1])
    copies = kept_copies(mine, theirs)
    assert len({copy.digest for copy in copies}) == len(copies) == 3


def test_what_was_brought_in_from_the_other_does_not_make_it_come_from_here(file_of, steps):
    theirs = file_of("theirs", brief(steps[0], LENE, "Asks why."))
    path = file_of("mine", steps[2]).path
    assert keep_project(steps[2], path, "import") == ""
    mine = Version(brief(steps[2], LENE, "Asks why."), path)
    assert found(mine, theirs) is None
