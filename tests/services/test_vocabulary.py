"""Relationships read from both sides."""

from personamap.services.vocabulary import reciprocal_of, relationship_types


def test_a_relationship_reads_the_same_from_the_other_side_of_the_other_side():
    for kind in relationship_types():
        assert reciprocal_of(kind.label) == kind.reciprocal
        assert reciprocal_of(kind.reciprocal) == kind.label


def test_words_of_the_authors_own_have_no_known_reciprocal():
    assert reciprocal_of("waters the plants of") == ""


def test_every_kind_is_defined_once():
    kinds = relationship_types()
    assert len({kind.id for kind in kinds}) == len(kinds)
    assert len({kind.label for kind in kinds}) == len(kinds)
    assert all(kind.definition.endswith(".") for kind in kinds)


def test_equal_footing_is_not_claimed_where_one_decides():
    by_id = {kind.id: kind for kind in relationship_types()}
    assert by_id["manages"].power == "source"
    assert by_id["peers"].power == "equal"
