"""A few of the ten thousand damages that `make torture` does to project files."""

import random

import pytest

from personamap.domain.persona import Persona
from personamap.domain.portrait import Media, PicturePortrait
from personamap.storage.codec import encode
from personamap.storage.files import digest
from tests.services.damage import WORN, cut, flip, flip_inside, victim

TIMES = 40


@pytest.fixture
def pictured(project):
    picture = random.Random(3).randbytes(3000)
    media = Media(id=digest(picture), mime="image/png", data=picture)
    shown = Persona(id="per-shown", name="Shown", portrait=PicturePortrait(media=media.id))
    return project.with_items(personas=(*project.personas, shown), media=(media,))


@pytest.mark.parametrize("damage", [cut, flip, flip_inside, *WORN])
def test_a_damaged_file_opens_as_what_was_saved_or_is_refused_with_a_copy(
    tmp_path, pictured, damage
):
    hit, chance = victim(tmp_path / "course.personamap", encode(pictured)), random.Random(7)
    assert {hit.problem_after(damage, chance) for _time in range(TIMES)} == {""}


def test_a_copy_that_is_damaged_as_well_is_not_the_one_offered(tmp_path, pictured):
    hit = victim(tmp_path / "course.personamap", encode(pictured), spoilt_copy=True)
    assert hit.problem_after(cut, random.Random(1)) == ""


def test_the_oracle_notices_a_file_that_opens_as_something_else(tmp_path, project, pictured):
    hit = victim(tmp_path / "course.personamap", encode(pictured))
    other = victim(tmp_path / "other.personamap", encode(project))
    said = hit.problem_after(lambda _data, _chance: other.data, random.Random(1))
    assert said == "it was opened as something else"
