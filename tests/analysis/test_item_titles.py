import pytest

from personamap.analysis.item_titles import experience_title
from personamap.domain.experience import Experience


@pytest.mark.parametrize(
    ("title", "called"),
    [
        ("“You speak very well”", "You speak very well"),
        ("„Du sprichst aber gut“", "Du sprichst aber gut"),
        ('"Yes"', "Yes"),
        ("“Yes” and “no”", "“Yes” and “no”"),
        ("She said “no”", "She said “no”"),
        ("", "Untitled experience"),
    ],
)
def test_a_title_loses_quotes_around_all_of_it_for_the_sentence_that_quotes_it(title, called):
    assert experience_title(Experience(id="exp-1", title=title)) == called
