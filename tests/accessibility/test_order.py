"""What counts as going back, in both directions of reading."""

import pytest

from tests.accessibility.order import Box, goes_back

HERE = Box(100, 100, 50, 20)
END_OF_LINE = Box(200, 95, 50, 30)
START_OF_LINE = Box(20, 100, 50, 20)
LINE_BELOW = Box(20, 130, 50, 20)
LINE_ABOVE = Box(90, 60, 50, 20)
NEXT_COLUMN = Box(300, 0, 50, 20)


@pytest.mark.parametrize(
    ("there", "is_back"),
    [
        (END_OF_LINE, False),
        (START_OF_LINE, True),
        (LINE_BELOW, False),
        (LINE_ABOVE, True),
        (NEXT_COLUMN, False),
    ],
)
def test_reading_never_goes_up_a_column_or_back_in_a_line(there, is_back):
    assert goes_back(HERE, there, mirrored=False) == is_back


def test_in_a_mirrored_window_a_line_runs_to_the_left():
    assert not goes_back(HERE, START_OF_LINE, mirrored=True)
    assert goes_back(HERE, END_OF_LINE, mirrored=True)
    assert goes_back(HERE, NEXT_COLUMN, mirrored=True)
