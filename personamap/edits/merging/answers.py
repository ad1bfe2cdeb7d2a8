"""What somebody says on a facet: its state, its values and its words belong together.

Words somebody wrote down as withheld must not become public because somebody
else stated a value in the meantime. So these are only joined while both
sides left the state as it was.
"""

from __future__ import annotations

from typing import NamedTuple

from personamap.domain.persona import Answer, AnswerState, StatedValue
from personamap.edits.merging.lists import joined_list
from personamap.edits.merging.point import Three

SAID = "said"
"""Names these fields together, as if they were one field of an answer."""


class Saying(NamedTuple):
    """What an answer says, apart from how it is shown."""

    state: AnswerState
    values: tuple[StatedValue, ...]
    own_words: str


def saying_of(answer: Answer) -> Saying:
    """Return what an answer says."""
    return Saying(answer.state, answer.values, answer.own_words)


def with_saying(answer: Answer, saying: Saying) -> Answer:
    """Return an answer that says something else, shown as before."""
    return answer.model_copy(update=saying._asdict())


def joined_sayings(three: Three, *, many: bool) -> Saying | None:
    """Return what both sides say, or nothing where somebody has to choose."""
    base, mine, theirs = three
    if not base.state == mine.state == theirs.state:
        return None
    values = joined_list(base.values, mine.values, theirs.values)
    ids = {stated.value for stated in values}
    if len(ids) != len(values) or (len(ids) > 1 and not many):
        return None
    words = {mine.own_words, theirs.own_words} - {base.own_words}
    if len(words) > 1:
        return None
    return Saying(base.state, values, next(iter(words), base.own_words))
