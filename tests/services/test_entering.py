"""Opening a project to work in it: what the window takes, and what it leaves to the commands."""

import pytest

from personamap.domain.persona import Persona
from personamap.domain.project import Project
from personamap.errors import TooManyForWindow
from personamap.services.crowds import MOST_PEOPLE
from personamap.services.entering import enter, look_into
from personamap.services.projects import open_project, save_project


def file_of(folder, people):
    path = folder / "everybody.personamap"
    crowd = tuple(Persona(id=f"per-{n}") for n in range(people))
    save_project(Project(personas=crowd), path)
    return path


def not_cancelled():
    """Go on."""


def test_as_many_people_as_the_window_works_with_come_in(tmp_path):
    entered = enter(file_of(tmp_path, MOST_PEOPLE), None, not_cancelled)
    assert len(entered.opened.project.personas) == MOST_PEOPLE
    assert entered.mark is not None
    entered.mark.release()


def test_more_people_are_refused_in_words_that_say_how_many_and_what_still_works(tmp_path):
    path = file_of(tmp_path, MOST_PEOPLE + 1)
    for opening in (lambda: enter(path, None, not_cancelled), lambda: look_into(path, bool)):
        with pytest.raises(TooManyForWindow) as refused:
            opening()
        assert "“everybody.personamap” has 5,001 people" in str(refused.value)
        assert "up to 5,000" in str(refused.value)
        assert "personamap check" in str(refused.value)


def test_who_is_refused_leaves_no_mark_and_the_commands_still_open_the_file(tmp_path):
    path = file_of(tmp_path, MOST_PEOPLE + 1)
    with pytest.raises(TooManyForWindow):
        enter(path, None, not_cancelled)
    assert list(tmp_path.iterdir()) == [path]
    assert len(open_project(path).project.personas) == MOST_PEOPLE + 1
