import json

import pytest

from personamap.errors import CannotRead, ReviewRefused
from personamap.importers import review as importing
from personamap.importers.review import comments_of, read_review, sign_offs_of
from tests.importers.reviews import raw, review, signed, written


def read(folder, content):
    return read_review(written(folder, content))


def test_what_a_page_saved_is_read_as_it_is(tmp_path):
    said = review(("per-mara", "“Deaf”, please.\n🙂"), ("", "Good."), signed=signed("", "x"))
    assert read(tmp_path, said) == said


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "not valid JSON"),
        (b"\x89PNG", "not valid JSON"),
        (b"\xff\xfe{\0", "another encoding"),
        ("[]", "holds no comments"),
        ('{"kind": "other"}', "holds no comments"),
        ('{"kind": "personamap-review", "kind": "personamap-review"}', "twice"),
        ("[" * 100_000, "JSON"),
        (json.dumps(raw(format=2)), "newer personamap"),
        (json.dumps(raw(format="1")), "format"),
        (json.dumps(raw(review="../../etc")), "review"),
        (json.dumps(raw(extra=1)), "extra"),
        (json.dumps(raw(date="2026-02-31")), "no day"),
        (json.dumps(raw(date="yesterday")), "date"),
        (json.dumps(raw(author="x" * 1_001)), "author"),
        (json.dumps(raw(comments=[{"subject": "", "text": "x" * 50_001}])), "comments/0/text"),
        (json.dumps(raw(comments=[{}] * 10_001)), "comments"),
        (json.dumps(raw(comments=["x"])), "comments/0"),
        (json.dumps(raw()).replace("Good.", "\\ud800"), "JSON"),
        (json.dumps(raw()).replace('"Ada"', "NaN"), "JSON"),
    ],
)
def test_anything_else_is_refused_and_says_why(tmp_path, content, words):
    with pytest.raises(ReviewRefused, match=r"ada\.personamap-review.*Save my comments") as refused:
        read(tmp_path, content)
    assert words in str(refused.value)


def test_a_file_larger_than_any_review_is_not_read_to_its_end(tmp_path, monkeypatch):
    monkeypatch.setattr(importing, "MOST_BYTES", 10)
    with pytest.raises(ReviewRefused, match="larger"):
        read(tmp_path, review())


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(CannotRead, match=r"gone\.personamap-review"):
        read_review(tmp_path / "gone.personamap-review")


def test_a_review_gives_the_same_ids_each_time_and_another_review_others():
    said = review(("per-mara", "One."), ("per-mara", "Two."), ("", "All."), signed=signed("", "x"))
    other = said.evolve(review="f" * 32)
    ids = [comment.id for comment, _remark in comments_of(said)]
    ids += [sign_off.id for sign_off in sign_offs_of(said)]
    assert len(set(ids)) == 4
    assert ids[:3] == [comment.id for comment, _remark in comments_of(said)]
    assert not set(ids) & {comment.id for comment, _remark in comments_of(other)}


def test_a_comment_says_who_wrote_it_or_at_least_for_whom():
    named, unnamed = review(("", "x")), review(("", "x"), author="")
    assert [c.author for c, _r in comments_of(named)] == ["Ada"]
    assert [c.author for c, _r in comments_of(unnamed)] == ["Deaf network"]
