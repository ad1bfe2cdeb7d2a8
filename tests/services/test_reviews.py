from hypothesis import given
from hypothesis import strategies as st

from personamap.domain.project import Project
from personamap.edits.items import set_field
from personamap.edits.personas import remove_personas
from personamap.exporters.states import states_of
from personamap.services.review_words import from_whom, news_words, sign_off_words
from personamap.services.reviews import merge_review, propose_merge
from tests.exporters.cast import KOFI, project
from tests.importers.reviews import review, signed

FINDING = "missing-values:hearing.gone"
FINDING_THERE = "missing-values:hearing.deaf"
SUBJECTS = ("", KOFI, f"{KOFI}/hearing", "scn-list", "exp-round", "per-gone", FINDING, "x/y/z")
ONE = review((KOFI, "Who is he at home?"))


def test_comments_and_done_come_into_the_project():
    (state,) = states_of(project(), [""])
    said = review((KOFI, "One."), ("", "All."), signed=signed("", state), state=state)
    merged = merge_review(project(), said)
    assert [(c.subject, c.text, c.author, c.date) for c in merged.comments] == [
        (KOFI, "One.", "Ada", "2026-11-26"),
        ("", "All.", "Ada", "2026-11-26"),
    ]
    *_earlier, done = merged.sign_offs
    assert (done.name, done.role, done.subject, done.state) == ("Ada", "Deaf network", "", state)


@given(st.lists(st.tuples(st.sampled_from(SUBJECTS), st.text(max_size=20)), max_size=6))
def test_merging_twice_is_as_good_as_once(remarks):
    said = review(*remarks, signed=signed(KOFI, "x"))
    once = merge_review(project(), said)
    assert len(once.comments) == len(remarks)
    assert merge_review(once, said) is once
    assert not propose_merge(once, said).is_news


def test_a_later_save_of_the_same_review_changes_what_it_said_and_opens_it_again():
    once = merge_review(project(), ONE)
    settled = set_field(once, "comments", once.comments[0].id, "resolved", True)
    assert merge_review(settled, ONE) is settled
    renamed = merge_review(settled, ONE.evolve(author="Ada O."))
    assert (renamed.comments[0].author, renamed.comments[0].resolved) == ("Ada O.", True)
    later = review((KOFI, "Who is he at work?"), (f"{KOFI}/hearing", "Deaf?"))
    assert [m.news for m in propose_merge(settled, later).comments] == ["changed", "new"]
    twice = merge_review(settled, later)
    assert [(c.text, c.resolved) for c in twice.comments] == [
        ("Who is he at work?", False),
        ("Deaf?", False),
    ]


def test_two_reviewers_never_touch_each_others_comments():
    both = merge_review(merge_review(project(), ONE), ONE.evolve(review="f" * 32, author="Bo"))
    assert [comment.author for comment in both.comments] == ["Ada", "Bo"]


def test_what_comments_are_about_is_said_as_people_know_it():
    merge = propose_merge(project(), review(*((subject, "x") for subject in SUBJECTS)))
    assert [merged.about for merged in merge.comments] == [
        "The whole",
        "Kofi Mensah",
        "Kofi Mensah: Hearing",
        "The morning list",
        "The ward round nobody could follow",
        "<per-gone>",
        f"<{FINDING}>",
        "<x/y/z>",
    ]


def test_a_comment_on_an_open_finding_is_called_as_the_finding_is():
    (merged,) = propose_merge(project(), review((FINDING_THERE, "Why?"))).comments
    assert merged.is_known
    assert not merged.comment.text.startswith("[")


def test_what_is_gone_is_kept_with_what_it_was_about():
    without = remove_personas(project(), [KOFI])
    merge = propose_merge(without, ONE)
    (merged,) = merge.comments
    assert not merged.is_known
    assert merged.comment.subject == KOFI
    assert merged.comment.text == f"[<{KOFI}>] Who is he at home?"
    assert any("kept" in note for note in merge.notes)


def test_a_review_of_another_project_is_asked_about():
    assert any("right one" in note for note in propose_merge(Project(), ONE).notes)
    other = ONE.evolve(course="Elsewhere")
    assert any("“Elsewhere”" in note for note in propose_merge(project(), other).notes)


def test_it_is_said_when_the_cast_has_changed_since():
    course = project().course.title
    (state,) = states_of(project(), [""])
    said = review((KOFI, "x"), state=state, course=course, signed=signed("", state))
    merge = propose_merge(project(), said)
    assert merge.notes == ()
    assert "still what they saw" in sign_off_words(merge.sign_offs[0])
    changed = set_field(project(), "personas", KOFI, "brief", "Another.")
    merge = propose_merge(changed, said)
    assert any("has changed" in note for note in merge.notes)
    assert "has changed since" in sign_off_words(merge.sign_offs[0])


def test_comments_are_no_change_of_what_was_signed():
    (state,) = states_of(project(), [""])
    said = review((KOFI, "x"), signed=signed("", state), state=state, course=project().course.title)
    merged = merge_review(project(), said)
    assert propose_merge(merged, said).sign_offs[0].is_current


def test_it_is_said_who_writes_as_far_as_it_is_known():
    assert from_whom(ONE) == "Ada (Deaf network), 26 November 2026"
    assert from_whom(ONE.evolve(author="", role="", date="")) == "somebody unnamed"


def test_the_news_are_counted():
    said = review((KOFI, "x"), ("", "y"), signed=signed("", "z"))
    assert news_words(propose_merge(project(), said)) == "2 comments and one “done”"
    assert news_words(propose_merge(merge_review(project(), said), said)) == ""
