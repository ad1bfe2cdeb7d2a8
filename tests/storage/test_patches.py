"""What differs between two snapshots, written down and put back."""

import orjson
from hypothesis import given, settings
from hypothesis import strategies as st

from personamap.domain.base import new_id
from personamap.domain.persona import Persona
from personamap.domain.portrait import Media
from personamap.domain.project import Project
from personamap.edits.personas import set_persona_field
from personamap.storage.patches import patch_between, patched
from tests.storage.any_project import PICTURES, any_project


def there_and_back(before, after):
    patch = patch_between(before, after)
    pictures = {one.id: one.data for one in patch.pictures}
    return patched(before, orjson.loads(patch.text), pictures)


@settings(max_examples=12)
@given(any_project(), any_project())
def test_any_project_becomes_any_other(before, after):
    assert there_and_back(before, after) == after


@given(st.lists(st.integers(0, 9)), st.lists(st.integers(0, 9)))
def test_lists_keep_their_order_and_their_doubles(old, new):
    people = [Persona(id=f"per-{number}") for number in range(10)]
    before, after = (Project(personas=tuple(people[n] for n in ns)) for ns in (old, new))
    assert there_and_back(before, after) == after


def test_a_keystroke_in_a_large_cast_writes_one_person():
    cast = tuple(Persona(id=new_id("per"), name=f"Person {n}") for n in range(500))
    before = Project(personas=cast)
    after = set_persona_field(before, cast[250].id, "name", "Nia")
    patch = patch_between(before, after)
    assert len(patch.text) < 1_000
    back = patched(before, orjson.loads(patch.text), {})
    assert back == after
    assert back.personas[0] is cast[0]


def test_a_picture_comes_back_with_its_bytes():
    after = Project(media=(Media(id="a" * 64, mime="image/png", data=PICTURES[0]),))
    patch = patch_between(Project(), after)
    assert PICTURES[0] not in patch.text
    assert there_and_back(Project(), after).media[0].data == PICTURES[0]
