"""What a sheet takes to prepare stays the same however many people the cast has."""

import sys

import pytest

from personamap.domain.experience import Experience
from personamap.domain.persona import LivedExperience, Persona
from personamap.domain.project import Project
from personamap.exporters.options import ExportOptions
from personamap.exporters.report import sheets_outline
from personamap.exporters.sheet_parts import Stories

SHARED = 4
"""How many people share one lived experience."""


def cast_of(people):
    experiences = tuple(Experience(id=f"exp-{n}", title="x") for n in range(people // SHARED))
    personas = tuple(
        Persona(
            id=f"per-{n}",
            name=f"Person {n}",
            experiences=(LivedExperience(experience=f"exp-{n // SHARED}"),),
        )
        for n in range(people)
    )
    return Project(personas=personas, experiences=experiences)


def steps_of(work):
    """Count the steps into Python functions and generators that `work` takes."""
    steps = 0

    def count(_frame, event, _argument):
        nonlocal steps
        steps += event == "call"

    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(None)
    return steps


def test_twice_the_cast_takes_twice_the_steps_and_not_four_times():
    few, many = cast_of(100), cast_of(200)
    sheets_outline(few, ExportOptions())
    small = steps_of(lambda: sheets_outline(few, ExportOptions()))
    large = steps_of(lambda: sheets_outline(many, ExportOptions()))
    assert large < 2.2 * small


def test_who_stops_while_sheets_are_prepared_is_heard_before_the_next_sheet():
    asked = []

    def stop(done, total):
        asked.append((done, total))
        if len(asked) == 3:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        sheets_outline(cast_of(8), ExportOptions(), stop)
    assert asked == [(0, 8)] * 3


def test_a_sheet_still_shows_all_who_lived_the_same_and_not_its_own_persona():
    sheets = sheets_outline(cast_of(8), ExportOptions()).sheets
    shown = [
        figure.name
        for section in (*sheets[5].front, *sheets[5].back)
        if isinstance(section, Stories)
        for story in section.stories
        for figure in story.shared_with
    ]
    assert shown == ["Person 4", "Person 6", "Person 7"]
