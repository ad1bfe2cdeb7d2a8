from pathlib import Path

import pytest

from personamap.errors import PersonamapError
from personamap.resources import example
from personamap.services.catalogue import file_names, read_catalogue

FILES = sorted(example("catalogue").glob("*.personamap"))


def test_the_files_of_a_client_are_read_as_one_catalogue():
    heard = []
    catalogue = read_catalogue(FILES, lambda done, total: heard.append((done, total)))
    assert [course.name for course in catalogue.courses] == [
        "customer-service",
        "onboarding",
        "safety",
    ]
    assert heard == [(0, 3), (1, 3), (2, 3)]
    assert {shared.persona.name: len(shared.courses) for shared in catalogue.shared} == {
        "Luz Villarreal": 3,
        "Patrick Dunleavy": 2,
        "Everett Boone": 2,
        "Mai Yang": 2,
    }


def test_a_file_that_cannot_be_read_is_named(tmp_path):
    with pytest.raises(PersonamapError, match="gone"):
        read_catalogue([FILES[0], tmp_path / "gone.personamap"])


def test_files_of_one_name_are_told_apart():
    files = [Path("a/spring.personamap"), Path("b/spring.personamap"), Path("autumn.personamap")]
    assert file_names(files) == ("spring", "spring (2)", "autumn")
