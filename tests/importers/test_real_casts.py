"""Persona sets that others published, read where they lie; see the README beside them."""

import csv
import re
from pathlib import Path

import pytest

from personamap.domain.base import Entity
from personamap.domain.project import Project
from personamap.services.imports import add_cast, propose_cast, read_cast

CASTS = Path(__file__).resolve().parents[3] / "shared" / "data" / "casts"
NAMES = ("carpentries_good_enough", "civicactions", "finops", "govuk_accessibility", "ohdsi_ttt")


def read(name):
    path = CASTS / f"{name}.csv"
    if not path.is_file():
        pytest.skip(f"{path} is not on this machine")
    with path.open(encoding="utf-8", newline="") as file:
        heading, *rows = csv.reader(file)
    proposal = propose_cast(Project(), path)
    return heading, rows, proposal, read_cast(Project(), proposal, proposal.mapping)


def words(text):
    return re.findall(r"\w+", text)


def texts(*values):
    for value in values:
        if isinstance(value, Entity):
            yield from texts(*(getattr(value, name) for name in type(value).model_fields))
        elif isinstance(value, tuple):
            yield from texts(*value)
        else:
            yield value


@pytest.mark.parametrize("name", NAMES)
def test_every_name_comes_in_and_no_column_is_invented(name):
    heading, rows, proposal, result = read(name)
    assert list(proposal.table.columns) == heading
    assert [person.name for person in result.newcomers.personas] == [row[0] for row in rows]
    assert {use.column for use in result.mapping.columns} == set(heading)


@pytest.mark.parametrize("name", NAMES)
def test_no_facet_is_invented(name):
    _heading, _rows, _proposal, result = read(name)
    assert result.newcomers.facets == ()
    assert all(person.answers == () for person in result.newcomers.personas)


@pytest.mark.parametrize("name", NAMES)
def test_every_word_of_every_cell_is_found_again(name):
    _heading, rows, _proposal, result = read(name)
    after = add_cast(Project(), result)
    for row, person in zip(rows, after.personas, strict=True):
        lives = [after.find_experience(lived.experience) for lived in person.experiences]
        kept = " ".join(map(str, texts(person, *lives)))
        assert set(words(" ".join(row))) <= set(words(kept))


def test_lists_and_texts_land_where_they_belong():
    ceo = read("finops")[3].newcomers.personas[1]
    assert ceo.goals[0] == "Assurance that cloud investments are aligned with business objectives"
    assert "Faster time-to-market" in ceo.goals
    assert len(ceo.experiences) == 3
    ashleigh = read("govuk_accessibility")[3].newcomers.personas[0]
    assert "severely sight impaired" in ashleigh.brief
    assert ashleigh.evidence[0].source.endswith("ashleigh/index.html.md")
