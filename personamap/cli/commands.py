"""All commands: what each is called, where it lives, what it does.

A new command is one file beside this one and one line here. The list is
kept apart from the code so that `personamap --help` loads none of it.
"""

from __future__ import annotations

from msgspec import Struct

from personamap.i18n import N_


class CommandEntry(Struct, frozen=True):
    """One command: the words that call it, `module:function`, and a line on what it does."""

    words: tuple[str, ...]
    place: str
    summary: str


COMMANDS = (
    CommandEntry(("new",), "new:new", N_("Make a project from a template and facet packs.")),
    CommandEntry(("show",), "show:show", N_("Say what is in a project.")),
    CommandEntry(("check",), "check:check", N_("Say what a cast, or several, lacks.")),
    CommandEntry(("fix",), "fix:fix", N_("Say the fewest changes that close findings.")),
    CommandEntry(
        ("complete",),
        "complete:complete_cast",
        N_("Say who else would show what a course aims for."),
    ),
    CommandEntry(("import", "cast"), "import_cast:import_cast", N_("Add the people of a table.")),
    CommandEntry(
        ("import", "audience"),
        "import_audience:import_audience",
        N_("Count who will take the course, from a table."),
    ),
    CommandEntry(
        ("import", "script"),
        "import_script:import_script",
        N_("Bring in the scenes of a script, and who speaks."),
    ),
    CommandEntry(
        ("import", "review"),
        "import_review:import_review",
        N_("Merge the comments of a reviewer."),
    ),
    CommandEntry(
        ("patterns",), "patterns:patterns", N_("Find the combinations that a table lacks.")
    ),
    CommandEntry(
        ("export",), "export:export", N_("Write sheets, the coverage report, a table or data.")
    ),
    CommandEntry(("diff",), "diff:diff", N_("Say in what two projects differ.")),
    CommandEntry(("merge",), "merge:merge", N_("Bring two versions of a project together.")),
    CommandEntry(("validate",), "validate:validate", N_("Say whether a project file is whole.")),
    CommandEntry(
        ("recover",),
        "recover:recover",
        N_("Bring back unsaved work, an older copy, or what is whole in a damaged file."),
    ),
    CommandEntry(("schema",), "schema:schema", N_("Print JSON Schemas of files and answers.")),
)

GROUPS = {"import": N_("Bring in what others have made.")}
"""What a first word with several commands behind it is about."""
