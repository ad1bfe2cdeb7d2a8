"""Habits of the house that no tool checks by itself."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

from personamap.analysis.checks import CHECKS
from personamap.cli.commands import COMMANDS
from personamap.resources import resource

ROOT = Path(__file__).parents[1]
SOURCES = sorted((ROOT / "personamap").rglob("*.py"))

HEAVY = {"PySide6", "reportlab", "openpyxl", "uharfbuzz", "fontTools", "PIL", "networkx", "icu4py"}
HEAVY |= {"numpy"}


def loaded_by(code):
    """Return the packages a fresh Python has loaded after `code`."""
    return {name.partition(".")[0] for name in modules_loaded_by(code)}


def modules_loaded_by(code):
    told = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys\nprint('\\n', *sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    return set(told.stdout.splitlines()[-1].split())


def sources_with(pattern, *rooms):
    found = re.compile(pattern)
    return {
        str(path.relative_to(ROOT))
        for path in SOURCES
        if found.search(path.read_text("utf-8")) and path.relative_to(ROOT).parts[1] not in rooms
    }


def test_the_floors_of_the_house_hold(capsys):
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml")) == EXIT_STATUS_SUCCESS, (
        capsys.readouterr().out
    )


@pytest.mark.parametrize("arguments", [["--help"], ["check", "--help"], ["export", "--help"]])
def test_help_loads_nothing_heavy(arguments):
    loaded = loaded_by(f"from personamap.cli.main import main\nmain({arguments})")
    assert not loaded & HEAVY


def test_the_list_of_commands_loads_no_command():
    loaded = loaded_by("from personamap.cli.main import main\nmain(['--help'])")
    assert not loaded & {"pydantic", "rich"}


@pytest.mark.parametrize("command", ["check", "show", "validate"])
def test_commands_load_no_qt(command):
    example = ROOT / "examples" / "onboarding.personamap"
    loaded = loaded_by(
        f"from personamap.cli.main import main\nmain([{command!r}, {str(example)!r}])"
    )
    assert not loaded & {"PySide6", "reportlab", "openpyxl", "PIL"}


def test_a_sheet_is_printed_without_loading_what_other_documents_need(tmp_path):
    example = ROOT / "examples" / "onboarding.personamap"
    asked = ["export", str(example), "--to", "pdf", "--out", str(tmp_path / "sheets.pdf")]
    loaded = modules_loaded_by(f"from personamap.cli.main import main\nmain({asked!r})")
    others = {"exporters.pdf.bible", "exporters.pdf.map", "exporters.html.page", "services.issues"}
    assert "personamap.exporters.pdf.sheet" in loaded
    assert not loaded & {f"personamap.{name}" for name in others}


def test_importing_every_command_loads_no_qt():
    places = sorted({entry.place.partition(":")[0] for entry in COMMANDS})
    code = "\n".join(f"import personamap.cli.{place}" for place in places)
    assert "PySide6" not in loaded_by(code)


@pytest.mark.parametrize("entry", COMMANDS, ids=lambda entry: "-".join(entry.words))
def test_every_command_is_in_the_readme(entry):
    assert f"`personamap {' '.join(entry.words)}" in (ROOT / "README.md").read_text("utf-8")


def test_every_file_of_the_command_line_is_a_command_or_serves_them():
    serving = {"__init__", "main", "late", "commands", "output", "check_text", "catalogue_text"}
    serving |= {"mirror_text", "exit_status", "new_file", "exporting", "saving"}
    serving |= {"difference_text", "merge_outcome"}
    places = {entry.place.partition(":")[0] for entry in COMMANDS}
    assert {path.stem for path in (ROOT / "personamap" / "cli").glob("*.py")} == places | serving


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_every_check_says_what_why_and_where_to_read_on(check):
    assert check.title
    assert check.why.endswith(".")
    assert resource("help", "checks", check.help).is_file()


def test_ids_of_checks_are_their_own():
    ids = [check.id for check in CHECKS]
    assert len(set(ids)) == len(ids)


def test_files_are_written_in_one_place_only():
    writing = r"\bopen\([^)]*[\"'][wax]b?\+?[\"']|\.write_(bytes|text)\("
    # A crash report is written when nothing else may work any more.
    assert sources_with(writing, "storage") <= {"personamap/gui/crash/reports.py"}


def test_zips_are_opened_where_their_limits_are_checked():
    readers = {"personamap/importers/apart/package.py"}
    # What our own exporters just made is no file from outside.
    assert sources_with(r"ZipFile\(", "storage") <= readers | {
        "personamap/exporters/office/package.py"
    }


def test_xml_is_never_read_by_a_parser_that_follows_traps():
    errors = r"(?!\.etree import SerialisationError$)"
    reading = rf"(?m)lxml{errors}|from xml\.\S+ import (?!ParseError$|expat$)|^\s*import xml"
    # One refuses document types in all parts of office files, one keeps a library from `lxml`.
    guards = {"package.py", "child.py"}
    assert sources_with(reading) <= {f"personamap/importers/apart/{name}" for name in guards}


def test_no_text_hides_within_another_where_it_is_not_gathered_for_translation():
    assert sources_with(r"""\{(_|N_|plural)\(['"]""") == set()


def test_only_plain_words_are_shown():
    """Qt takes what looks like markup for markup, and reads the pictures it names."""
    own = {"personamap/gui/widgets/plain_words.py"}
    # Both say themselves that their text is plain.
    labels = own | {"personamap/gui/widgets/elided_label.py"}
    labels |= {"personamap/gui/cast/facet_row_parts.py"}
    assert sources_with(r"class \w+\(QLabel\)|\bQLabel\(") <= labels
    markup = r"setHtml|insertHtml|setMarkdown|TextFormat\.(Rich|Auto|Markdown)Text"
    # Pages of our own help are shown with their headings.
    help_pages = {"personamap/gui/help/page_view.py"}
    assert sources_with(rf"{markup}|QToolTip\.|setWhatsThis") <= help_pages
    assert sources_with(r"setInformativeText|setDetailedText") <= own
    assert sources_with(r"QMessageBox\.(about|critical|information|question|warning)\(") == set()


def test_a_tooltip_is_a_sentence_of_ours_or_made_plain():
    loose = [
        f"{path.name}:{call.lineno}"
        for path in SOURCES
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call)
        and getattr(call.func, "attr", "") == "setToolTip"
        and not is_ours(call.args[-1])
    ]
    assert loose == []


def is_ours(words):
    """Tell whether an expression is a fixed sentence, or one that was made plain."""
    match words:
        case ast.Constant():
            return True
        case ast.IfExp():
            return is_ours(words.body) and is_ours(words.orelse)
        case ast.Call(func=ast.Name(id="plain_tip")):
            return True
        case ast.Call(func=ast.Name(id="_"), args=[ast.Constant()]):
            return True
        case _:
            return False


def test_nothing_is_pickled_evaluated_or_sent():
    words = r"^\s*(import|from) (pickle|marshal|shelve|socket|http|urllib\.request|requests)\b"
    assert sources_with(f"(?m){words}") == set()
    assert sources_with(r"(?<![\w.])(eval|exec)\(") == set()


@pytest.mark.parametrize("kind", ["pdf", "docx", "xlsx", "html"])
def test_the_main_job_loads_nothing_that_speaks_with_the_world(kind, tmp_path):
    example, out = ROOT / "examples" / "onboarding.personamap", tmp_path / "cast"
    commands = [["check", str(example)], ["export", str(example), "--to", kind, "--out", str(out)]]
    lines = (f"main({command!r})" for command in commands)
    loaded = loaded_by("\n".join(("from personamap.cli.main import main", *lines)))
    # The email package of Python itself, which tells versions, loads `socket`; nothing opens one.
    assert not loaded & {"ssl", "http", "smtplib", "ftplib", "asyncio", "requests", "urllib3"}


def test_no_file_is_longer_than_the_house_allows():
    long = {str(p): n for p in SOURCES if (n := len(p.read_text("utf-8").splitlines())) > 400}
    assert long == {}


def test_only_windows_know_qt():
    assert sources_with(r"(?m)^\s*(import|from) PySide6", "gui") == set()
