import logging
import sys

import pytest
from PySide6.QtWidgets import QMessageBox

from personamap.gui.crash import CrashHandler, PlaceFormatter, keep_log, write_report
from tests.gui.asking import the_dialog

SECRET = "Amara Okafor takes insulin"


@pytest.fixture
def handler(dressed, qtbot, tmp_path):
    asked = []
    made = CrashHandler(tmp_path / "reports", lambda: asked.append(True), dressed)
    made.asked = asked
    yield made
    if made._box is not None:
        made._box.close()
    made.deleteLater()


def raised(error):
    try:
        raise error
    except type(error):
        return sys.exc_info()


def test_a_report_holds_the_place_and_nothing_of_the_project(tmp_path):
    kind, _error, trace = raised(ValueError(SECRET))
    report = write_report(tmp_path, kind, trace).read_text()
    assert "ValueError" in report
    assert "test_crash.py" in report
    assert SECRET not in report


def test_the_log_holds_no_message_of_an_error_either(tmp_path):
    record = logging.LogRecord("x", logging.ERROR, "f.py", 1, "It failed", None, None)
    record.exc_info = raised(ValueError(SECRET))
    text = PlaceFormatter().format(record)
    assert "ValueError" in text
    assert "It failed" in text
    assert SECRET not in text


def test_a_log_folder_that_cannot_be_made_stops_nothing(tmp_path):
    (tmp_path / "file").write_text("")
    before = list(logging.getLogger().handlers)
    keep_log(tmp_path / "file" / "below")
    assert logging.getLogger().handlers == before


@pytest.mark.filterwarnings("default")
def test_one_dialog_says_the_work_is_kept_and_offers_save_as(handler, qtbot, caplog):
    with caplog.at_level(logging.CRITICAL):
        handler.take(*raised(ValueError(SECRET)))
        handler.take(*raised(ValueError(SECRET)))
    box = the_dialog(qtbot, QMessageBox)
    assert "Your work is still here" in box.text()
    assert "report-" in box.informativeText()
    assert SECRET not in box.text() + box.informativeText()
    assert len(list(handler._folder.iterdir())) == 2
    save_as = next(button for button in box.buttons() if "Save" in button.text())
    save_as.click()
    assert handler.asked == [True]


def test_without_a_place_for_the_report_the_dialog_still_comes(handler, qtbot, tmp_path):
    handler._folder = tmp_path / "file" / "below"
    (tmp_path / "file").write_text("")
    handler.take(*raised(KeyError(SECRET)))
    box = the_dialog(qtbot, QMessageBox)
    assert "save it under a new name" in box.informativeText()
