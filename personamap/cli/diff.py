"""`personamap diff`: in what two projects differ, item by item."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from personamap.analysis.differences import readable, summary, told
from personamap.analysis.differences.difference_answer import DifferenceAnswer, difference_answers
from personamap.analysis.json_answer import JsonAnswer
from personamap.cli.difference_text import tell_differences, tell_summary
from personamap.cli.exit_status import ANSWER_IS_NO
from personamap.cli.output import say, say_json
from personamap.edits.merging.merge import merge
from personamap.i18n import _
from personamap.services.projects import open_project


class DiffAnswer(JsonAnswer):
    """What `diff --json` answers; without differences the two hold the same."""

    same: bool
    summary: str
    differences: tuple[DifferenceAnswer, ...]


def diff(
    before: Annotated[Path, typer.Argument(metavar="A", help="The project to start from.")],
    after: Annotated[Path, typer.Argument(metavar="B", help="The project to compare with it.")],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Answer with data.")] = False,
) -> None:
    """Say in what two projects differ: people, answers, scenes, comments, field by field.

    Items are the same by their ids, so somebody who was renamed is still
    the same person. The exit status is 1 when something differs.

    Example: personamap diff course.personamap course-ada.personamap
    """
    one, other = open_project(before).project, open_project(after).project
    points = readable(merge(one, one, other).points)
    found = told(one, other, points)
    if as_json:
        answers = difference_answers(one, other, points)
        say_json(DiffAnswer(same=not found, summary=summary(found), differences=answers))
    elif found:
        tell_summary(found)
        tell_differences(found, after.name)
    else:
        say(_("The two hold the same."))
    if found:
        raise typer.Exit(ANSWER_IS_NO)
