"""What `complete --json` answers. Keys are stable: other programs read them."""

from __future__ import annotations

from pydantic import Field

from personamap.analysis.completing.completion import Completion, Newcomer, Tally
from personamap.analysis.fix_answer import Certainty, ClosedAnswer, told_findings
from personamap.analysis.json_answer import JsonAnswer


class CountAnswer(JsonAnswer):
    """How many single values, and how many combinations."""

    values: int
    combinations: int


class ValueAnswer(JsonAnswer):
    """One value of a facet, by id."""

    facet: str
    value: str


class NewcomerAnswer(JsonAnswer):
    """Somebody who could be added: what they state, and what is shown with them at last."""

    persona: str
    answers: tuple[ValueAnswer, ...]
    adds: tuple[tuple[ValueAnswer, ...], ...]
    closes: tuple[ClosedAnswer, ...]
    opens: tuple[ClosedAnswer, ...]


class CompletionAnswer(JsonAnswer):
    """The people of `personamap complete`, who adds most first."""

    people: tuple[NewcomerAnswer, ...]
    missing: CountAnswer = Field(description="What nobody present shows.")
    shown: CountAnswer = Field(description="How much of it these people show.")
    within: CountAnswer = Field(description="What --max-new people could show at the most.")
    at_least: int = Field(description="Fewer people never show all of it.")
    enough: int | None = Field(description="So many are known to be enough, if that is known.")
    certainty: Certainty = Field(description="Whether nothing better exists, or none was found.")


def completion_answer(completion: Completion) -> CompletionAnswer:
    """Return who could complete a cast as plain data."""
    return CompletionAnswer(
        people=tuple(_newcomer(newcomer) for newcomer in completion.people),
        missing=_count(completion.asked),
        shown=_count(completion.met),
        within=_count(completion.within),
        at_least=completion.at_least,
        enough=completion.found,
        certainty="proven" if completion.is_proven else "found",
    )


def _newcomer(newcomer: Newcomer) -> NewcomerAnswer:
    return NewcomerAnswer(
        persona=newcomer.persona.id,
        answers=tuple(ValueAnswer(facet=v.facet, value=v.value) for v in newcomer.values),
        adds=tuple(
            tuple(ValueAnswer(facet=v.facet, value=v.value) for v in gap.values)
            for gap in newcomer.gaps
        ),
        closes=told_findings(newcomer.closed),
        opens=told_findings(newcomer.opened),
    )


def _count(tally: Tally) -> CountAnswer:
    return CountAnswer(values=tally.values, combinations=tally.combinations)
