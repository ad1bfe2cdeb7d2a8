"""Where tables are cut when a page ends."""

from hypothesis import given
from hypothesis import strategies as some

from personamap.exporters.flow_blocks import Chapter, Grid, Heading, Words
from personamap.exporters.pdf.blocks import Fit, Painted, Stack
from personamap.exporters.pdf.chapters import chapter_blocks
from personamap.exporters.pdf.fonts import FontShelf
from personamap.exporters.pdf.look import MEASURE, Look
from personamap.exporters.pdf.page_ends import Repeating, in_company
from personamap.exporters.pdf.tags import Node

LOW, HIGH = 20.0, 150.0
ROWS = (("16–24", "Ana"), ("25–34", "Kofi"))


def row(height):
    return Painted(height, lambda _spot: None)


@given(count=some.integers(2, 30), room=some.floats(0, 700))
def test_the_last_row_of_a_table_never_stands_alone_on_a_page(count, room):
    table = Stack(in_company([row(LOW)] * count))
    parts = table.split(MEASURE, room, Fit())
    if parts:
        first, rest = (part.height(MEASURE, Fit()) for part in parts)
        assert first <= room + 0.1
        assert rest >= 2 * LOW


def test_the_last_rows_part_where_together_they_are_higher_than_a_third_of_a_page():
    table = Stack(in_company([row(HIGH), row(HIGH), row(HIGH)]))
    parts = table.split(MEASURE, 2 * HIGH, Fit())
    assert parts
    assert [part.height(MEASURE, Fit()) for part in parts] == [2 * HIGH, HIGH]


def test_a_table_of_one_row_or_none_is_no_trouble():
    assert Stack(in_company([row(LOW)])).height(MEASURE, Fit()) == LOW
    assert Stack(in_company([])).height(MEASURE, Fit()) == 0


def test_columns_that_go_on_say_again_what_they_are_on_every_page():
    rest = Repeating(Stack([row(LOW)] * 12), row(LOW))
    for _page in range(2):
        parts = rest.split(MEASURE, 5 * LOW, Fit())
        assert parts
        before, rest = rest.height(MEASURE, Fit()), parts[1]
        assert rest.height(MEASURE, Fit()) == before - parts[0].height(MEASURE, Fit()) + LOW


def test_what_a_table_is_about_goes_to_the_next_page_with_it():
    look = Look(FontShelf(), lang="en", rtl=False)
    blocks = (Heading(2, "Age band"), Words("Counted in ten years", "note"), Grid(("A", "B"), ROWS))
    chapter = Chapter("words", "What the words mean", "", blocks)
    (_opening, section) = chapter_blocks(chapter, look, Node("Document"))
    height = section.height(MEASURE, Fit())
    assert [room for room in range(int(height)) if section.split(MEASURE, room, Fit())] == []


def test_the_names_of_a_large_cast_get_more_room_than_those_of_a_few():
    def height(names):
        rows = (("Hybrid", "Works partly at home", names),)
        blocks = (Heading(2, "Place"), Grid(("Value", "What it means", "Who"), rows))
        look = Look(FontShelf(), lang="en", rtl=False)
        (_opening, section) = chapter_blocks(Chapter("w", "W", "", blocks), look, Node("Document"))
        return section.height(MEASURE, Fit())

    assert height("Ana Kovač, " * 36) < 1.4 * height("Ana Kovač, " * 18)
