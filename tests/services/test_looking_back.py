"""What going back to a version would change, as it is told."""

from personamap.edits.personas import add_persona, new_persona, remove_personas, set_persona_field
from personamap.services.difference_words import MOST_TOLD
from personamap.services.looking_back import compared
from tests.conftest import LENE, MARA


def test_both_sides_of_a_change_are_told(project):
    older = set_persona_field(project, MARA, "name", "Mara Okafor")
    preview = compared(project, older, ())
    assert not preview.is_the_same
    assert "1 person changed" in preview.head.text
    assert "Before: Mara\nAfter: Mara Okafor" in [said.text for said in preview.details]


def test_who_would_come_back_or_go_is_told_so(project):
    older = add_persona(remove_personas(project, [LENE]), new_persona("Noor"))
    notes = {said.about: said.note for said in compared(project, older, ()).details}
    assert notes["Noor"] == "Comes back"
    assert notes["Lene"] == "Goes"


def test_the_same_is_said_to_be_the_same(project):
    preview = compared(project, project, ())
    assert preview.is_the_same
    assert not preview.details


def test_more_than_anybody_reads_is_counted(project):
    older = project
    for number in range(MOST_TOLD + 7):
        older = add_persona(older, new_persona(f"Somebody {number}"))
    assert "and 7 more differences" in compared(project, older, ()).details[-1].text
