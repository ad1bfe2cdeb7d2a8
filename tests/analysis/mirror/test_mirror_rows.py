from personamap.analysis.index import ProjectIndex
from personamap.analysis.mirror.rows import mirror_rows
from tests.analysis.casts import cast
from tests.analysis.mirror.test_mirror import AL, BY_AGE, CROSSED, JO, staff

CAST = cast(JO, AL, audiences=(staff(*BY_AGE, *CROSSED, people=200),))


def test_without_an_audience_there_are_no_rows():
    assert mirror_rows(ProjectIndex(cast(JO))) is None


def test_each_row_says_who_meets_somebody_and_who_meets_nobody():
    mirror = mirror_rows(ProjectIndex(CAST))
    assert all(len(row) == len(mirror.heads) for row in mirror.rows)
    by_age = dict(zip(mirror.heads, mirror.rows[0], strict=True))
    assert by_age["Meet somebody"] == "160"
    assert by_age["Meet nobody"] == "30"
    assert by_age["Not told"] == "10"
    assert "(30)" in by_age["Largest groups that meet nobody"]
    assert "50 more people at most" in mirror.most_added
    assert mirror.more == 0


def test_rows_beyond_a_limit_are_counted_and_add_nothing():
    mirror = mirror_rows(ProjectIndex(CAST), 1)
    assert (len(mirror.rows), mirror.more) == (1, 1)
    assert "30 more people at most" in mirror.most_added
