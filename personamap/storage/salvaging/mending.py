"""Leaving out of a raw project what no project may hold, and as little besides as possible."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from personamap.domain.project import Project
from personamap.storage.migrations import Raw

Steps = tuple[str | int, ...]

_MOST_ROUNDS = 16
"""What is left out can make its owner unfit in turn; nothing nests deeper than this."""

_TWICE = "value_error"
"""The one rule that is about a whole item: a persona answers each facet once."""


class Mended(Struct, frozen=True):
    """A project, how many items of each part were left out, and which lost something."""

    project: Project
    lost: Mapping[str, int]
    changed: frozenset[tuple[str, str]]


def mended(raw: Raw) -> Mended:
    """Return the project in `raw` without what is unfit; `raw` itself is changed."""
    lost: Counter[str] = Counter()
    changed: set[tuple[str, str]] = set()
    for _round in range(_MOST_ROUNDS):
        try:
            return Mended(Project.model_validate(raw), lost, frozenset(changed))
        except ValidationError as error:
            problems = error.errors(include_url=False, include_context=False)
        for steps in _outermost(_unfit(raw, problem) for problem in problems):
            if len(steps) == 2 and isinstance(steps[1], int):
                lost[str(steps[0])] += 1
            else:
                changed.add((str(steps[0]), _id_of(raw, steps)))
            _leave_out(raw, steps)
    return Mended(Project(), lost, frozenset(changed))


def _unfit(raw: Raw, problem: ErrorDetails) -> Steps:
    """Return the way to what has to go; steps that are only names of a kind are left out."""
    here: Any = raw
    steps: list[str | int] = []
    for step in problem["loc"]:
        if not _has(here, step):
            continue
        here = here[step]
        steps.append(step)
    if problem["type"] == _TWICE:
        return (*steps, "answers", _second(here["answers"]))
    return tuple(steps)


def _has(here: Any, step: str | int) -> bool:
    if isinstance(here, dict):
        return step in here
    return isinstance(here, list) and isinstance(step, int) and step < len(here)


def _second(answers: list[Raw]) -> int:
    """Return where the first answer stands on a facet that was answered before."""
    facets = [answer["facet"] for answer in answers]
    return next(at for at, facet in enumerate(facets) if facet in facets[:at])


def _outermost(found: Iterable[Steps]) -> list[Steps]:
    """Return the ways to leave out, the last first, so that none moves what another means."""
    unfit = {steps for steps in found if steps}
    return sorted(
        (steps for steps in unfit if not any(steps[:n] in unfit for n in range(1, len(steps)))),
        key=lambda steps: [(isinstance(step, str), step) for step in steps],
        reverse=True,
    )


def _leave_out(raw: Raw, steps: Steps) -> None:
    here: Any = raw
    for step in steps[:-1]:
        here = here[step]
    del here[steps[-1]]


def _id_of(raw: Raw, steps: Steps) -> str:
    """Return the id of the item that `steps` lead into, or nothing when it is in none."""
    items = raw[str(steps[0])]
    if len(steps) < 2 or not isinstance(items, list) or not isinstance(steps[1], int):
        return ""
    item = items[steps[1]]
    return str(item.get("id", "")) if isinstance(item, dict) else ""
