"""Two entities are equal when all their fields are."""

from hypothesis import given, settings
from pydantic import BaseModel

from tests.storage.any_project import any_project


@settings(max_examples=15)
@given(any_project(), any_project())
def test_entities_are_equal_exactly_when_pydantic_says_so(one, other):
    again = type(one).model_validate(one.model_dump(exclude={"media"})).with_items(media=one.media)
    assert one == again
    assert hash(one) == hash(again)
    assert (one == other) == BaseModel.__eq__(one, other)


def test_entities_of_two_kinds_are_never_equal(project):
    assert project.course != project.aim
    assert project != "a project"
