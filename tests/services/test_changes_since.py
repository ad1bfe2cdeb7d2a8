"""What changed since an issue, a sign-off or an older copy, as far as the record can say."""

import pytest

from personamap.domain.review import Comment, SignOff
from personamap.edits.items import add_items
from personamap.edits.personas import (
    add_persona,
    new_persona,
    remove_personas,
    set_answer,
    set_persona_field,
)
from personamap.exporters.options import ExportOptions
from personamap.exporters.states import states_of
from personamap.services.backups import keep_project
from personamap.services.changes_since import changes_since
from personamap.services.issues import Recipient, next_issue
from tests.conftest import IDRIS, LENE, MARA, stated


@pytest.fixture
def path(tmp_path):
    return tmp_path / "course.personamap"


def handed_over(project, day="2026-11-20", **options):
    issue = next_issue(project, "pdf", ExportOptions(**options), Recipient("Studio", day))
    return issue.recorded_in(project)


def signed(project, subject="", day="2026-11-21"):
    (state,) = states_of(project, [subject])
    done = SignOff(id=f"sgn-{subject}", name="Ada", date=day, subject=subject, state=state)
    return add_items(project, "sign_offs", done)


def since(project, path=None, wanted=""):
    return changes_since(project, path, wanted, None)


def told(found):
    changes = found.compared.changes if found.compared else ()
    return [(c.told.title, c.told.field, c.told.before, c.told.after) for c in changes]


def test_without_any_record_there_is_nothing_to_measure_from(project, path):
    found = since(project, path)
    assert (found.states, found.then, found.compared) == ((), None, None)


def test_an_issue_tells_what_changed_in_words(project):
    later = handed_over(project)
    later = set_persona_field(later, MARA, "brief", "Asks before she acts.")
    later = add_persona(remove_personas(later, [LENE]), new_persona("Noor"))
    found = since(later)
    rows = told(found)
    assert ("Mara", "Brief", "", "Asks before she acts.") in rows
    by_name = {change.told.title: change for change in found.compared.changes}
    assert by_name["Noor"].told.kind == "added"
    assert by_name["Lene"].told.kind == "removed"
    assert (by_name["Lene"].place, by_name["Mara"].place) == ("", "person")
    assert "1 person added, 1 person removed" in found.summary
    assert "Name: Noor" in found.compared.in_full(by_name["Noor"])[1]


@pytest.mark.parametrize("reader", ["anyone", "team"])
def test_nothing_differs_from_an_issue_of_just_now(project, reader):
    now = set_persona_field(project, MARA, "notes", "Ask Ada")
    found = since(handed_over(now, reader=reader))
    assert (told(found), found.summary) == ([], "Nothing differs.")


def test_private_notes_are_not_compared_with_what_never_had_them(project):
    later = set_persona_field(handed_over(project), MARA, "notes", "Ask Ada")
    assert told(since(later)) == []
    private = set_persona_field(handed_over(project, reader="team"), MARA, "notes", "Ask Ada")
    assert [row[:2] for row in told(since(private))] == [("Mara", "Notes")]


def test_another_answer_is_no_new_value_of_a_facet(project):
    later = set_answer(handed_over(project), IDRIS, stated("age_band", "55plus"))
    assert {row[0] for row in told(since(later))} == {"Idris"}


def test_what_was_said_about_the_cast_is_no_change_of_it(project):
    later = add_items(handed_over(project), "comments", Comment(id="cmt-1", text="Why?"))
    assert told(since(later)) == []


def test_the_newest_moment_about_the_whole_is_where_it_begins(project):
    later = signed(handed_over(handed_over(project), day="2026-11-25"), MARA, "2026-11-30")
    found = since(later)
    assert [state.words.partition(",")[0] for state in found.states] == [
        "Sign-off of Ada",
        "Issue 2",
        "Issue 1",
    ]
    assert found.then.state == found.states[1]


def test_a_sign_off_alone_tells_only_that_something_changed(project):
    later = set_persona_field(signed(project), MARA, "brief", "Other")
    found = since(later)
    assert found.compared is None
    assert found.summary == "Something has changed since."
    assert "fingerprint" in found.note
    assert since(signed(project)).summary == "Nothing has changed: it is as it was signed."


def test_an_older_copy_with_the_same_fingerprint_has_the_words_of_a_sign_off(project, path):
    keep_project(project, path, "first-save")
    later = set_persona_field(signed(project), MARA, "brief", "Other")
    found = since(later, path)
    assert told(found) == [("Mara", "Brief", "", "Other")]
    assert "Older copy of" in found.note


def test_an_issue_has_the_words_of_the_sign_off_of_one_person(project):
    later = signed(handed_over(project), MARA)
    later = set_persona_field(later, MARA, "brief", "Other")
    later = set_persona_field(later, IDRIS, "brief", "Not asked about")
    found = since(later, wanted=f"sgn-{MARA}")
    assert told(found) == [("Mara", "Brief", "", "Other")]


def test_an_older_copy_is_compared_as_a_whole(project, path):
    keep_project(project, path, "first-save")
    later = set_persona_field(project, MARA, "notes", "Ask Ada")
    later = later.with_items(course=later.course.evolve(title="Second week"))
    found = since(later, path)
    assert [row[0] for row in told(found)] == ["The course", "Mara"]
    assert [change.place for change in found.compared.changes] == ["course", "person"]


def test_a_copy_that_was_damaged_meanwhile_is_said_to_be_unreadable(project, path):
    keep_project(project, path, "first-save")
    (state,) = since(project, path).states
    state.kept.path.write_bytes(b"torn")
    found = since(project, path)
    assert found.compared is None
    assert found.summary == "It can no longer be read."


def test_what_was_read_is_not_read_again(project, path):
    keep_project(project, path, "first-save")
    found = since(project, path)
    later = set_persona_field(project, MARA, "brief", "Other")
    again = changes_since(later, path, found.then.state.id, found.then)
    assert again.then is found.then
    assert told(again) == [("Mara", "Brief", "", "Other")]
