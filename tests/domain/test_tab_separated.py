"""Blocks of cells as spreadsheets exchange them."""

from hypothesis import given
from hypothesis import strategies as st

from personamap.domain.tab_separated import read_block, write_block

CELLS = st.text(alphabet=st.characters(blacklist_categories=("Cs",), blacklist_characters="\ufeff"))


@given(
    st.integers(1, 4).flatmap(
        lambda n: st.lists(st.lists(CELLS, min_size=n, max_size=n), min_size=1)
    )
)
def test_a_block_comes_back_as_it_was_written(rows):
    assert read_block(write_block(rows)) == tuple(map(tuple, rows))


def test_what_excel_puts_on_the_clipboard_is_read():
    assert read_block('Mara\t"Two\nlines"\r\n"She said ""no"""\t\r\n') == (
        ("Mara", "Two\nlines"),
        ('She said "no"', ""),
    )
    assert read_block("a\tb\nc") == (("a", "b"), ("c", ""))
    assert read_block("") == (("",),)
