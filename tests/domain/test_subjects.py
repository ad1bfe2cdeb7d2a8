import pytest

from personamap.domain.subjects import ids_in, kind_of, part_of


@pytest.mark.parametrize(
    ("subject", "kind", "ids"),
    [
        ("", "project", ()),
        ("per-1", "item", ("per-1",)),
        (part_of("per-1", "gender"), "part", ("per-1", "gender")),
        ("missing-values:gender.woman", "finding", ()),
        ("mix:a/b", "finding", ()),
    ],
)
def test_a_subject_tells_what_sort_of_thing_it_is_and_what_it_rests_on(subject, kind, ids):
    assert kind_of(subject) == kind
    assert ids_in(subject) == ids
