"""How names are read as words."""

import pytest

from personamap.analysis.names import address_of, first_name
from personamap.domain.persona import Persona


@pytest.mark.parametrize(
    ("called", "address"),
    [
        ("", None),
        ("Dr. Okafor", "title"),
        ("Prof Dr Okafor", "title"),
        ("Okafor", "family"),
        ("Amara Okafor", "full"),
        ("amara", "first"),
        ("Mimi", "other"),
        ("Miss", "other"),
    ],
)
def test_how_somebody_is_addressed_is_read_from_what_they_are_called(called, address):
    assert address_of(Persona(id="per-x", name="Dr. Amara Grace Okafor", called=called)) == address


def test_a_name_of_one_word_is_a_first_name():
    assert address_of(Persona(id="per-x", name="李娜", called="李娜")) == "first"


def test_the_first_name_is_the_one_people_are_called_by_without_titles():
    assert first_name(Persona(id="per-x", name="Dr. Amara Okafor")) == "Amara"
    assert first_name(Persona(id="per-x", name="Wilhelmina Maas", called="Billie")) == "Billie"
    assert first_name(Persona(id="per-x", name="")) == ""
