"""What a whole item holds, in words."""

from hypothesis import given, settings

from personamap.analysis.differences.contents import content_lines
from personamap.domain.changes import COLLECTIONS
from personamap.domain.project import Project
from personamap.edits.merging.merge import merge
from personamap.edits.personas import remove_personas
from tests.conftest import MARA
from tests.edits.merging.versions import any_opened


def test_everything_a_person_says_is_told_and_nothing_that_is_only_to_be_seen(project):
    (point, *_rest) = merge(None, remove_personas(project, {MARA}), project).points
    lines = list(content_lines(project, point))
    assert f"Name: {project.persona(MARA).name}" in lines
    assert any(line.startswith("Age band: ") for line in lines)
    assert not any(line.startswith(("Colour", "Portrait")) for line in lines)


def test_of_what_is_not_there_nothing_is_told(project):
    (point, *_rest) = merge(None, remove_personas(project, {MARA}), project).points
    assert list(content_lines(remove_personas(project, {MARA}), point)) == []


@settings(max_examples=40)
@given(any_opened())
def test_any_item_can_be_told(project):
    empty = Project()
    items = [p for p in merge(empty, empty, project).points if p.part in COLLECTIONS]
    for point in items:
        assert all(isinstance(line, str) for line in content_lines(project, point))
