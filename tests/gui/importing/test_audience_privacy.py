"""Nothing a table says of a person is in any byte the program writes, whatever is done with it."""

import logging
import os
import tempfile
import zipfile
from pathlib import Path

import pytest

from personamap.gui.crash.log import keep_log
from personamap.gui.importing.audience.dialog import ImportAudienceDialog
from personamap.services.projects import open_project
from personamap.storage.folders import state_folder
from tests.gui.asking import choose_file, the_dialog

TOKENS = [f"Zyx{number:03}Qvw" for number in range(100)]
NAMES, RARE = TOKENS[:80], TOKENS[80:]
"""In a column nobody maps, and in a mapped one where each is said by one person."""


@pytest.fixture
def table(tmp_path):
    rows = ["Full name,Age,Able"]
    rows += [f"{name},16 to 34,Hearing" for name in NAMES]
    rows += [f"Somebody,{rare},No disability" for rare in RARE]
    rows += ["Somebody,35 to 54,No disability"] * 60
    path = tmp_path / "tables" / "staff.csv"
    path.parent.mkdir()
    path.write_text("\n".join(rows))
    return path


@pytest.fixture
def places(tmp_path, monkeypatch):
    """Every folder the program may write to, temporary ones too."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    monkeypatch.setattr(tempfile, "tempdir", None)
    log, before = logging.getLogger(), [*logging.getLogger().handlers]
    keep_log(state_folder())
    yield (tmp_path, Path(os.environ["HOME"]))
    for handler in [handler for handler in log.handlers if handler not in before]:
        log.removeHandler(handler)
        handler.close()


def written(places, table):
    """Every byte in these places but the table itself, packed ones unpacked."""
    for path in (path for place in places for path in place.rglob("*") if path.is_file()):
        if path != table:
            yield str(path).encode() + path.read_bytes()
            if zipfile.is_zipfile(path):
                with zipfile.ZipFile(path) as packed:
                    yield from map(packed.read, packed.namelist())


def choose(dialog, column, target):
    box = dialog.columns.boxes[column]
    box.setCurrentIndex(box.findData(target))
    box.activated.emit(box.currentIndex())


def test_no_token_of_a_table_is_in_any_byte_written(open_window, qtbot, table, places, file):
    open_window.offers["import-audience"].trigger()
    choose_file(qtbot, table)
    dialog = the_dialog(qtbot, ImportAudienceDialog)
    qtbot.waitUntil(lambda: dialog.pages.currentWidget() is dialog.columns)
    # Everybody's name is told from groups by itself; a mapping by hand is refused.
    dialog.columns.mapping = dialog.columns.mapping.with_column("Full name", "disability")
    dialog.next.click()
    qtbot.waitUntil(dialog.columns.problem.isVisible)
    dialog.columns.mapping = dialog.columns.mapping.with_column("Full name", "")
    choose(dialog, "Age", "age_band")
    choose(dialog, "Able", "disability")
    dialog.next.click()
    qtbot.waitUntil(lambda: dialog.pages.currentWidget() is dialog.kept)
    dialog.next.click()
    qtbot.waitUntil(lambda: bool(open_window.desk.session.document.project.audiences))
    open_window.desk.flows.save()
    qtbot.waitUntil(lambda: not open_window.desk.session.busy_or_dirty)
    (audience,) = open_project(file).project.audiences
    assert {group.people for group in audience.groups} >= {80}
    bytes_written = list(written(places, table))
    assert any(b"aud-" in content for content in bytes_written)
    for token in TOKENS:
        assert token.encode() in table.read_bytes()
        assert not any(token.encode() in content for content in bytes_written)
