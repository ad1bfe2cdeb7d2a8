"""The command line as a whole: help, exit statuses, errors in one sentence."""

import subprocess
import sys
from pathlib import Path

import pytest

import personamap
from personamap.__main__ import wants_window
from personamap.cli.commands import COMMANDS
from personamap.errors import PersonamapError


@pytest.mark.parametrize("entry", COMMANDS, ids=lambda entry: "-".join(entry.words))
def test_every_command_explains_itself_with_an_example(run, entry):
    status, said, _ = run(*entry.words, "--help")
    assert status == 0
    assert f"Example: personamap {' '.join(entry.words)}" in said


def test_the_help_lists_every_command(run):
    status, said, _ = run("--help")
    assert status == 0
    listed = [line.split()[0] for line in said.partition("Commands:")[2].splitlines() if line]
    assert listed == list(dict.fromkeys(entry.words[0] for entry in COMMANDS))
    assert "cast" in run("import", "--help")[1]


def test_the_version_is_told(run):
    assert run("--version") == (0, f"personamap {personamap.__version__}\n", "")


@pytest.mark.parametrize(
    "arguments",
    [
        ["nope"],
        ["check"],
        ["check", "--nope"],
        ["show", "a", "b"],
        ["import", "nope"],
        ["schema", "--for", "x"],
    ],
)
def test_wrong_use_is_status_two_and_says_what(run, arguments):
    status, said, complaint = run(*arguments)
    assert (status, said) == (2, "")
    assert "Traceback" not in complaint
    assert complaint


@pytest.mark.parametrize("command", ["show", "check"])
def test_a_file_that_cannot_be_read_is_one_sentence(run, tmp_path, command):
    gone = tmp_path / "gone.personamap"
    status, said, complaint = run(command, gone)
    assert (status, said) == (2, "")
    assert complaint.startswith(f"personamap: “{gone}” cannot be read")
    assert complaint.count("\n") == 1


def test_an_interrupted_command_is_status_130(run, file, monkeypatch):
    monkeypatch.setattr("personamap.cli.show.open_project", interrupted)
    assert run("show", file)[0] == 130


def interrupted(_path):
    raise KeyboardInterrupt


def test_a_bug_is_not_dressed_up_as_a_sentence(run, file, monkeypatch):
    monkeypatch.setattr("personamap.cli.show.open_project", broken)
    with pytest.raises(ZeroDivisionError):
        run("show", file)


def broken(_path):
    raise ZeroDivisionError


def test_a_closed_pipe_ends_quietly(file):
    command = f"{sys.executable} -m personamap schema | head -1"
    ended = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert ended.stdout == "{\n"
    assert ended.stderr == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device here is always full")
@pytest.mark.parametrize("words", ["--help", "--version", "schema", "show {file}"])
def test_an_answer_for_which_there_is_no_room_is_one_sentence(file, words):
    command = f"{sys.executable} -m personamap {words.format(file=file)} > /dev/full"
    ended = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert ended.returncode == 2
    assert ended.stderr.startswith("personamap: “<stdout>” was not saved: the disk is full")
    assert ended.stderr.count("\n") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="a shell there cannot close them")
def test_a_command_that_nobody_listens_to_does_its_work(file, tmp_path):
    written = tmp_path / "cast.csv"
    command = f"{sys.executable} -m personamap export {file} --to csv --out {written} >&- 2>&-"
    assert subprocess.run(command, shell=True, check=False).returncode == 0
    assert written.exists()


@pytest.mark.parametrize(
    ("arguments", "window"),
    [
        ([], True),
        (["new.personamap"], True),
        (["--help"], False),
        (["check"], False),
        (["check", "a.personamap"], False),
        (["nope"], False),
    ],
)
def test_a_file_alone_opens_the_window(arguments, window):
    assert wants_window(arguments) == window


def test_an_existing_file_of_any_name_opens_the_window(file):
    other = file.rename(file.with_suffix(".zip"))
    assert wants_window([str(other)])


def test_without_a_screen_the_window_says_so(monkeypatch, tmp_path):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    ended = subprocess.run(
        [sys.executable, "-m", "personamap"], capture_output=True, text=True, check=False
    )
    assert ended.returncode == 2
    assert ended.stderr.startswith("personamap: There is no screen")
    assert ended.stderr.count("\n") == 1


def test_errors_are_exceptions_with_a_sentence():
    assert all(error.__doc__ for error in PersonamapError.__subclasses__())
