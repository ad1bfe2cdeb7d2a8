"""What an author hears when a project is opened."""

from personamap.domain.experience import Experience
from personamap.domain.persona import Evidence
from personamap.domain.project import Project
from personamap.domain.review import Comment
from personamap.services.opening_words import opening_news
from personamap.services.projects import open_project, save_project


def news_of(project, path):
    save_project(project, path)
    opened = open_project(path)
    assert opened.project == project
    return list(opening_news(opened))


def test_a_project_that_is_as_it_should_be_has_no_news(tmp_path):
    project = Project(comments=(Comment(id="c", date="2026-02-28"), Comment(id="d")))
    assert news_of(project, tmp_path / "course.personamap") == []


def test_a_date_no_calendar_has_is_told_and_stays_as_it_was_written(tmp_path):
    project = Project(comments=(Comment(id="c", date="2026-99-99"),))
    (told,) = news_of(project, tmp_path / "course.personamap")
    assert told == (
        "In “course.personamap” there is a date that is no day of the calendar: 2026-99-99. "
        "It stays as it was written."
    )


def test_many_such_dates_are_counted_and_some_of_them_named(tmp_path):
    dates = [f"2026-{month}-31" for month in (13, 14, 15, 16)]
    evidence = tuple(Evidence(source="A talk", date=day) for day in dates)
    project = Project(experiences=(Experience(id="exp-a", evidence=evidence),))
    (told,) = news_of(project, tmp_path / "course.personamap")
    assert told == (
        "In “course.personamap” there are 4 dates that are no days of the calendar, such as "
        "2026-13-31, 2026-14-31, 2026-15-31. They stay as they were written."
    )
