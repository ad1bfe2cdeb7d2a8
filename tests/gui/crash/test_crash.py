import logging
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from personamap.gui.crash.box import CrashHandler
from personamap.gui.crash.log import PlaceFormatter, keep_log
from personamap.gui.crash.places import where, without_folders
from personamap.gui.crash.reporter import Reporter
from personamap.gui.crash.reports import MOST_REPORTS, LastWords, reports_of_ended, write_report
from tests.gui.asking import the_dialog

SECRET = "Amara Okafor takes insulin"


class Asked:
    """A handler whose "Save as" is only counted."""

    def __init__(self, folder, app):
        self.times = []
        self.reporter = Reporter(folder, self.times.append)
        self.handler = CrashHandler(self.reporter, lambda: self.times.append("save as"), app)


@pytest.fixture
def asked(dressed, qtbot, tmp_path):
    made = Asked(tmp_path / "reports", dressed)
    yield made
    if made.handler._box is not None:
        made.handler._box.close()
    made.handler.deleteLater()


def raised(error):
    try:
        raise error
    except type(error):
        return sys.exc_info()


def record_of(name):
    return logging.LogRecord(name, logging.ERROR, "f.py", 1, "It failed", None, None)


def test_a_report_holds_the_place_and_nothing_of_the_project(tmp_path):
    kind, _error, trace = raised(ValueError(SECRET))
    report = write_report(tmp_path, where(kind, trace)).read_text()
    assert "ValueError" in report
    assert "tests/gui/crash/test_crash.py" in report
    assert SECRET not in report


def test_a_report_does_not_say_where_the_program_lies_on_this_computer(tmp_path):
    root = Path(__file__).resolve().parents[3]
    library = "/home/jane roe/x/lib/python3.11/site-packages/a/b.py"
    told = without_folders(
        f'  File "{root}/personamap/gui/app.py", line 1 in main\n  File "{library}", line 2 in f\n'
        '  File "/home/jane roe/script.py", line 3 in g\n'
    )
    assert [line.split('"')[1] for line in told.splitlines()] == [
        "personamap/gui/app.py",
        "a/b.py",
        "script.py",
    ]


def test_only_the_last_reports_are_kept(tmp_path):
    written = [write_report(tmp_path, str(number)) for number in range(MOST_REPORTS + 3)]
    assert sorted(tmp_path.iterdir()) == sorted(written[3:])


def test_the_log_holds_no_message_of_an_error_either(tmp_path):
    record = record_of("personamap.gui.jobs")
    record.exc_info = raised(ValueError(SECRET))
    text = PlaceFormatter().format(record)
    assert "ValueError" in text
    assert "It failed" in text
    assert SECRET not in text


def test_what_a_library_says_is_not_in_the_log(tmp_path):
    text = PlaceFormatter().format(record_of("fontTools.subset"))
    assert "fontTools.subset:1" in text
    assert "It failed" not in text


def test_a_log_folder_that_cannot_be_made_stops_nothing(tmp_path):
    (tmp_path / "file").write_text("")
    before = list(logging.getLogger().handlers)
    keep_log(tmp_path / "file" / "below")
    assert logging.getLogger().handlers == before


@pytest.mark.filterwarnings("default")
def test_one_dialog_says_the_work_is_kept_and_offers_save_as(asked, qtbot, caplog):
    with caplog.at_level(logging.CRITICAL):
        asked.reporter.take(*raised(ValueError(SECRET)))
        asked.reporter.take(*raised(KeyError(SECRET)))
    box = the_dialog(qtbot, QMessageBox)
    assert "Your work is still here" in box.text()
    assert "report-" in box.informativeText()
    assert SECRET not in box.text() + box.informativeText()
    assert len(list(asked.reporter.folder.iterdir())) == 2
    save_as = next(button for button in box.buttons() if "Save" in button.text())
    save_as.click()
    assert asked.times == ["save as"]


@pytest.mark.parametrize(("key", "called"), [("Enter", ["save as"]), ("Escape", [])])
def test_the_dialog_is_answered_by_keyboard(asked, qtbot, caplog, key, called):
    with caplog.at_level(logging.CRITICAL):
        asked.reporter.take(*raised(ValueError(SECRET)))
    box = the_dialog(qtbot, QMessageBox)
    qtbot.waitUntil(lambda: QApplication.focusWidget() in box.buttons())
    assert all("&" in button.text() for button in box.buttons())
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key[f"Key_{key}"])
    qtbot.waitUntil(lambda: asked.handler._box is None)
    assert asked.times == called


def test_what_goes_wrong_at_every_turn_is_written_down_once(asked, qtbot, caplog):
    with caplog.at_level(logging.CRITICAL):
        for _turn in range(50):
            asked.reporter.take(*raised(ValueError(SECRET)))
    the_dialog(qtbot, QMessageBox)
    assert len(list(asked.reporter.folder.iterdir())) == 1


def test_a_thread_that_fails_is_reported_as_well(asked, qtbot, caplog, monkeypatch):
    monkeypatch.setattr(threading, "excepthook", asked.reporter._take_of_thread)
    with caplog.at_level(logging.CRITICAL):
        thread = threading.Thread(target=[].pop)
        thread.start()
        thread.join()
    assert "report-" in the_dialog(qtbot, QMessageBox).informativeText()


def test_without_a_place_for_the_report_the_dialog_still_comes(asked, qtbot, tmp_path):
    asked.reporter.folder = tmp_path / "file" / "below"
    (tmp_path / "file").write_text("")
    asked.reporter.take(*raised(KeyError(SECRET)))
    box = the_dialog(qtbot, QMessageBox)
    assert "save it under a new name" in box.informativeText()


ENDING = f"""
import os, sys
from pathlib import Path
from personamap.gui.crash.reports import LastWords
words = LastWords(Path(sys.argv[1]))
words.listen()
secret = {SECRET!r}
sys.argv[2:] and words.forget()
os.abort()
"""


def test_what_the_system_ends_is_reported_at_the_next_start(tmp_path):
    subprocess.run([sys.executable, "-c", ENDING, str(tmp_path)], check=False, cwd=tmp_path)
    (report,) = reports_of_ended(tmp_path)
    assert "Abort" in report.read_text()
    assert SECRET not in report.read_text()
    assert list(tmp_path.glob("ended-*")) == []
    assert reports_of_ended(tmp_path) == ()


def test_what_has_ended_well_leaves_nothing(tmp_path):
    subprocess.run([sys.executable, "-c", ENDING, str(tmp_path), "well"], check=False, cwd=tmp_path)
    assert reports_of_ended(tmp_path) == ()
    assert [path for path in tmp_path.iterdir() if path.name != "core"] == []


def test_a_window_that_still_runs_is_not_taken_for_ended(tmp_path):
    running = LastWords(tmp_path)
    running._path.write_text("not ended")
    assert reports_of_ended(tmp_path) == ()
    assert running._path.exists()
