"""One cell of the sheet says what somebody answers, and is read as the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from personamap.domain.facet import Facet, FacetValue, Qualifier, QualifierOption
from personamap.domain.persona import Answer, AnswerState, StatedValue
from personamap.importers.cast.sheet_cells import read_cell, write_cell
from personamap.importers.cast.values import FacetWords

STATES = st.sampled_from(AnswerState.__args__)
LABELS = st.sampled_from(
    [
        "Open",
        "withheld",
        "Deaf (signing)",
        "a; b",
        "- x",
        "16–34",
        "16-34",
        "b",
        "Hearing, loud",
        "",
    ]
)


def facet_of(labels):
    ids = "abcdefgh"
    values = tuple(FacetValue(id=i, label=t) for i, t in zip(ids, labels, strict=False))
    options = (QualifierOption(id="first", label="First"), QualifierOption(id="work", label="Work"))
    return Facet(
        id="any",
        label="Any",
        many=True,
        values=values,
        qualifiers=(Qualifier(id="relation", label="Relation", options=options),),
    )


@given(st.lists(LABELS, min_size=1, max_size=6), STATES, st.data())
def test_a_cell_that_is_pasted_where_it_was_copied_changes_nothing(labels, state, data):
    facet = facet_of(labels)
    ids = data.draw(st.lists(st.sampled_from([v.id for v in facet.values]), unique=True))
    said = st.lists(st.sampled_from(["first", "work"]), unique=True).map(tuple)
    values = tuple(StatedValue(value=i, qualifiers=data.draw(said)) for i in ids)
    words = FacetWords.of(facet)
    read = read_cell(words, write_cell(words, Answer(facet="any", state=state, values=values)))
    assert (read.state, read.values, read.unknown) == (state, values, ())


def test_a_label_that_looks_like_a_list_of_ids_is_not_taken_for_them():
    words = FacetWords.of(facet_of(["Deaf (signing)", "a; b"]))
    both = Answer(
        facet="any", state="stated", values=(StatedValue(value="a"), StatedValue(value="b"))
    )
    assert read_cell(words, write_cell(words, both)).values == both.values


@pytest.mark.parametrize(
    ("text", "state"),
    [("", "undecided"), ("(Open)", "open"), ("withheld", "withheld"), ("(stated)", "stated")],
)
def test_the_kinds_of_blank_are_read(text, state):
    assert read_cell(FacetWords.of(facet_of(["One"])), text).state == state


def test_words_that_name_no_value_are_told_and_nearly_right_ones_with_their_value():
    read = read_cell(
        FacetWords.of(facet_of(["Neurodivergent", "Other"])), "Neurodivergant; Purple; Other"
    )
    assert [stated.value for stated in read.values] == ["b"]
    assert read.unknown == ("Neurodivergant", "Purple")
    assert read.near == (("Neurodivergant", "a"),)
