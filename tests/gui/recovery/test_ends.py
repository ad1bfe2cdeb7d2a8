"""However the program ends, what was on screen is there at the next start."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from personamap.edits.course import set_course
from personamap.gui.endings import Endings
from personamap.services.recovery import find_unsaved
from personamap.storage.folders import state_folder
from personamap.storage.journal import ENTRIES, journals_folder
from personamap.storage.journal_reading import read_journal
from tests.torture.killed_window import KilledWindow

ROOT = Path(__file__).parents[3]
ROUNDS = 3
SECONDS = 120

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no signals to send.")


def test_killed_in_mid_typing_the_next_window_brings_back_what_was_shown(file, tmp_path):
    killed = KilledWindow(file, tmp_path, seed=1)
    assert [killed.round() for _round in range(ROUNDS)] == [""] * ROUNDS


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_ends_the_program_at_once_and_loses_nothing(file, number):
    window = subprocess.Popen(
        [sys.executable, "-m", "tests.gui.recovery.edited_by_window", str(file)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        assert window.stdout.readline() == "EDITED\n"
        window.send_signal(number)
        assert window.wait(SECONDS) == 128 + number
    finally:
        window.kill()
        window.communicate()
    (work,) = find_unsaved().work
    assert work.project.course.title == "Edited"
    assert work.path == file
    assert not list((state_folder() / "reports").glob("report-*"))


@pytest.fixture
def endings(open_window):
    before = {
        name: signal.getsignal(name) for name in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    }
    listening = Endings(QApplication.instance(), open_window.desk.session)
    yield listening
    signal.set_wakeup_fd(-1)
    for name, handler in before.items():
        signal.signal(name, handler)
    listening.deleteLater()


def test_the_end_of_the_session_forces_everything_to_the_disk_and_work_goes_on(
    endings, open_window
):
    document = open_window.desk.session.document
    document.apply("Edit", set_course, title="Edited")
    endings._on_session_ends(None)
    (folder,) = journals_folder().iterdir()
    assert b"Edited" in (folder / ENTRIES).read_bytes()
    document.apply("Edit", set_course, title="Edited again")
    assert read_journal(folder).history.project.course.title == "Edited again"


def test_a_full_disk_is_said_once_in_the_window_and_editing_goes_on(window, qtbot):
    state_folder().parent.mkdir(parents=True, exist_ok=True)
    (state_folder() / "journals").parent.mkdir(exist_ok=True)
    journals_folder().write_text("no folder can be made here")
    told = []
    window.desk.session.told.connect(told.append)
    window.desk.flows.new()
    document = window.desk.session.document
    for title in ("A", "An", "And"):
        document.apply("Edit", set_course, title=title)
    assert document.project.course.title == "And"
    assert len(told) == 1
    assert "nothing can be kept" in window.desk.messages.text.text()
    journals_folder().unlink()
    qtbot.waitUntil(lambda: len(told) == 2)
    (folder,) = journals_folder().iterdir()
    assert read_journal(folder).history == document.history
