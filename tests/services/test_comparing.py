"""What another file holds that the screen does not, and the other way round."""

import pytest

from personamap.edits.personas import add_persona, new_persona, remove_personas, set_persona_field
from personamap.errors import PersonamapError
from personamap.services.comparing import compare_with_file
from personamap.services.difference_words import MOST_TOLD
from personamap.services.projects import save_project
from tests.conftest import LENE, MARA


def compared(project, other, tmp_path):
    path = tmp_path / "theirs.personamap"
    save_project(other, path)
    return compare_with_file(project, path)


def test_both_sides_of_a_change_are_told(project, tmp_path):
    theirs = set_persona_field(project, MARA, "name", "Mara Okafor")
    found = compared(project, theirs, tmp_path)
    assert found.project == theirs
    assert not found.is_the_same
    assert "1 person changed" in found.sayings[0].text
    assert "On screen: Mara\nIn the file: Mara Okafor" in [said.text for said in found.sayings]


def test_who_is_only_in_one_of_them_is_told_so(project, tmp_path):
    theirs = add_persona(remove_personas(project, [LENE]), new_persona("Noor"))
    notes = {said.about: said.note for said in compared(project, theirs, tmp_path).sayings}
    assert notes["Noor"] == "Only in the file"
    assert notes["Lene"] == "Only on screen"


def test_the_same_is_said_to_be_the_same(project, tmp_path):
    found = compared(project, project, tmp_path)
    assert found.is_the_same
    assert "nothing differs" in found.sayings[0].text


def test_more_than_anybody_reads_is_counted(project, tmp_path):
    theirs = project
    for number in range(MOST_TOLD + 7):
        theirs = add_persona(theirs, new_persona(f"Somebody {number}"))
    assert "and 7 more differences" in compared(project, theirs, tmp_path).sayings[-1].text


def test_what_does_not_open_is_said(project, tmp_path):
    path = tmp_path / "theirs.personamap"
    path.write_bytes(b"torn")
    with pytest.raises(PersonamapError):
        compare_with_file(project, path)
