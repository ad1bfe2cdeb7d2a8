"""How `personamap check` tells whether an audience can see itself in a cast."""

from __future__ import annotations

from personamap.analysis.index import ProjectIndex
from personamap.analysis.mirror.rows import mirror_rows
from personamap.cli.output import INDENT, say, say_table
from personamap.i18n import _


def tell_mirror(index: ProjectIndex) -> None:
    """Print who of the audience meets somebody like them; nothing without an audience."""
    mirror = mirror_rows(index)
    if mirror is None:
        return
    say(_("Can they see themselves in it? {audience}").format(audience=mirror.about))
    say_table(_("Of the audience, how many"), mirror.heads, mirror.rows)
    if mirror.most_added:
        say(INDENT + mirror.most_added)
