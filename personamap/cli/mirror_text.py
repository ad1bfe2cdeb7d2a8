"""How `personamap check` tells whether an audience can see itself in a cast."""

from __future__ import annotations

from personamap.analysis.index import ProjectIndex
from personamap.analysis.mirror import MirrorPair, mirrors
from personamap.analysis.mirror_wording import (
    about_audience,
    best_words,
    groups_words,
    question_of,
)
from personamap.cli.output import INDENT, say, say_table
from personamap.i18n import _

_MOST_GROUPS = 3


def tell_mirror(index: ProjectIndex) -> None:
    """Print who of the audience meets somebody like them; nothing without an audience."""
    if index.audience is None:
        return
    audience = index.audience.audience
    say(_("Can they see themselves in it? {audience}").format(audience=about_audience(audience)))
    asked = [pair for pair in mirrors(index) if pair.agreeing == len(pair.facets)]
    say_table(
        _("Of the audience, how many"),
        (
            _("Alike in"),
            _("Meet somebody"),
            _("Meet somebody who leads"),
            _("Meet nobody"),
            _("Not told"),
            _("Largest groups that meet nobody"),
        ),
        [_row(index, pair) for pair in asked],
    )
    best = [pair.everyone for pair in asked if pair.everyone.best is not None]
    if best:
        most = max(best, key=lambda mirror: mirror.best.people if mirror.best else 0)
        say(INDENT + best_words(index, most))


def _row(index: ProjectIndex, pair: MirrorPair) -> tuple[str, ...]:
    everyone = pair.everyone
    numbers = (everyone.met, pair.leaders.met, everyone.unmet, everyone.untold)
    groups = groups_words(index, everyone.groups, _MOST_GROUPS)
    return question_of(index, pair), *(f"{number:,}" for number in numbers), groups
